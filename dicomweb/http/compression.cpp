#include "dicomweb/http/compression.h"

#include <zlib.h>

#include <algorithm>
#include <charconv>
#include <optional>

namespace cassette::http {

namespace {

constexpr std::size_t worth_bytes = 1024;
constexpr int level = 2;

std::string lower(std::string_view text) {
    std::string small{text};
    for (char& c : small) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return small;
}

std::string_view trim(std::string_view text) {
    auto begin = std::min(text.find_first_not_of(" \t"), text.size());
    text.remove_prefix(begin);
    auto end = text.find_last_not_of(" \t");
    return text.substr(0, end == std::string_view::npos ? 0 : end + 1);
}

// The weight of "coding;q=0.5"; one that cannot be read counts as 0.
double weight(std::string_view parameters) {
    while (!parameters.empty()) {
        parameters.remove_prefix(1);
        auto parameter = trim(parameters.substr(0, parameters.find(';')));
        parameters.remove_prefix(std::min(parameters.find(';'), parameters.size()));
        if (!parameter.starts_with("q=")) continue;
        auto number = parameter.substr(2);
        double value = 0;
        auto [end, failure] = std::from_chars(number.data(), number.data() + number.size(), value);
        bool whole = failure == std::errc{} && end == number.data() + number.size();
        return whole && value >= 0 && value <= 1 ? value : 0;
    }
    return 1;
}

bool text_type(std::string_view content_type) {
    auto type = lower(trim(content_type.substr(0, content_type.find(';'))));
    if (type.starts_with("text/") || type.ends_with("+json") || type.ends_with("+xml")) return true;
    return type.ends_with("/json") || type.ends_with("/xml") || type.ends_with("/javascript");
}

// A deflate state of a thread, made once: it is 256 KiB, and costs more to make than a small body to compress.
class Deflater {
public:
    Deflater() {
        constexpr int gzip_window = 15 + 16;
        ready_ = deflateInit2(&stream_, level, Z_DEFLATED, gzip_window, 8, Z_DEFAULT_STRATEGY) == Z_OK;
    }
    ~Deflater() {
        if (ready_) deflateEnd(&stream_);
    }
    Deflater(Deflater const&) = delete;
    Deflater& operator=(Deflater const&) = delete;

    std::optional<std::string> gzip(std::string& plain) {
        bool fits = plain.size() < (std::size_t{1} << 31);
        if (!fits || !ready_ || deflateReset(&stream_) != Z_OK) return std::nullopt;
        std::string packed(deflateBound(&stream_, static_cast<uLong>(plain.size())), '\0');
        stream_.next_in = reinterpret_cast<Bytef*>(plain.data());
        stream_.avail_in = static_cast<uInt>(plain.size());
        stream_.next_out = reinterpret_cast<Bytef*>(packed.data());
        stream_.avail_out = static_cast<uInt>(packed.size());
        if (deflate(&stream_, Z_FINISH) != Z_STREAM_END) return std::nullopt;
        packed.resize(packed.size() - stream_.avail_out);
        return packed;
    }

private:
    z_stream stream_{};
    bool ready_ = false;
};

void add_vary(Fields& fields) {
    auto vary = fields.joined("Vary");
    auto known = lower(vary);
    if (known.find("accept-encoding") != std::string::npos || known == "*") return;
    fields.set("Vary", vary.empty() ? "Accept-Encoding" : vary + ", Accept-Encoding");
}

bool worth_compressing(Response const& response) {
    auto const* body = std::get_if<std::string>(&response.body);
    bool whole = response.status != 206 && !response.fields.has("Content-Range");
    if (!body || body->size() < worth_bytes || !whole || response.fields.has("Content-Encoding")) return false;
    return text_type(response.fields.get("Content-Type"));
}

}  // namespace

bool accepts_gzip(std::string_view accept_encoding) {
    std::optional<double> gzip, identity, any;
    auto rest = accept_encoding;
    while (!rest.empty()) {
        auto item = rest.substr(0, rest.find(','));
        rest.remove_prefix(std::min(item.size() + 1, rest.size()));
        auto entry = lower(item);
        auto semicolon = std::min(entry.find(';'), entry.size());
        auto coding = trim(std::string_view{entry}.substr(0, semicolon));
        auto q = weight(std::string_view{entry}.substr(semicolon));
        if (coding == "gzip" || coding == "x-gzip") gzip = q;
        if (coding == "identity") identity = q;
        if (coding == "*") any = q;
    }
    auto wanted = gzip.value_or(any.value_or(0));
    return wanted > 0 && wanted >= identity.value_or(0);
}

void vary_by_encoding(Response& response) {
    if (worth_compressing(response)) add_vary(response.fields);
}

void compress_body(Request const& request, Response& response) {
    if (!worth_compressing(response)) return;
    auto* body = std::get_if<std::string>(&response.body);
    if (!accepts_gzip(request.fields.joined("Accept-Encoding"))) return;
    thread_local Deflater deflater;
    auto packed = deflater.gzip(*body);
    if (!packed || packed->size() >= body->size()) return;
    *body = std::move(*packed);
    response.fields.set("Content-Encoding", "gzip");
    auto etag = std::string{response.fields.get("ETag")};
    if (!etag.empty() && !etag.starts_with("W/")) response.fields.set("ETag", "W/" + etag);
}

}  // namespace cassette::http
