#include "dicomweb/http/compression.h"

#include "dicomweb/http/problem.h"

#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <charconv>
#include <memory>

namespace cassette::http {

namespace {

constexpr std::size_t worth_bytes = 1024;
constexpr int gzip_level = 2;
constexpr int zstd_level = 3;

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
        ready_ = deflateInit2(&stream_, gzip_level, Z_DEFLATED, gzip_window, 8, Z_DEFAULT_STRATEGY) == Z_OK;
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

struct ZstdDeleter {
    void operator()(ZSTD_CCtx* context) const noexcept { ZSTD_freeCCtx(context); }
};

std::optional<std::string> zstd(std::string const& plain) {
    thread_local std::unique_ptr<ZSTD_CCtx, ZstdDeleter> const context{ZSTD_createCCtx()};
    if (!context) return std::nullopt;
    std::string packed(ZSTD_compressBound(plain.size()), '\0');
    auto const size =
        ZSTD_compressCCtx(context.get(), packed.data(), packed.size(), plain.data(), plain.size(), zstd_level);
    if (ZSTD_isError(size) != 0U) return std::nullopt;
    packed.resize(size);
    return packed;
}

// What a field says of each coding; nothing where it does not name it.
struct Weights {
    std::optional<double> gzip, zstd, identity, any;
};

Weights weights_of(std::string_view accept_encoding) {
    Weights weights;
    auto rest = accept_encoding;
    while (!rest.empty()) {
        auto item = rest.substr(0, rest.find(','));
        rest.remove_prefix(std::min(item.size() + 1, rest.size()));
        auto entry = lower(item);
        auto semicolon = std::min(entry.find(';'), entry.size());
        auto coding = trim(std::string_view{entry}.substr(0, semicolon));
        auto q = weight(std::string_view{entry}.substr(semicolon));
        if (coding == "gzip" || coding == "x-gzip") weights.gzip = q;
        if (coding == "zstd") weights.zstd = q;
        if (coding == "identity") weights.identity = q;
        if (coding == "*") weights.any = q;
    }
    return weights;
}

bool excludes_identity(Weights const& weights) { return weights.identity.value_or(weights.any.value_or(1)) <= 0; }

void add_vary(Fields& fields) {
    auto vary = fields.joined("Vary");
    auto known = lower(vary);
    if (known.find("accept-encoding") != std::string::npos || known == "*") return;
    fields.set("Vary", vary.empty() ? "Accept-Encoding" : vary + ", Accept-Encoding");
}

bool is_text(Response const& response) {
    auto const* body = std::get_if<std::string>(&response.body);
    bool whole = response.status != 206 && !response.fields.has("Content-Range");
    if (!body || body->empty() || !whole || response.fields.has("Content-Encoding")) return false;
    return text_type(response.fields.get("Content-Type"));
}

bool worth_compressing(Response const& response) {
    return is_text(response) && std::get_if<std::string>(&response.body)->size() >= worth_bytes;
}

}  // namespace

std::optional<std::string> compressed(ContentCoding coding, std::string& plain) {
    switch (coding) {
        case ContentCoding::identity: return std::nullopt;
        case ContentCoding::gzip: {
            thread_local Deflater deflater;
            return deflater.gzip(plain);
        }
        case ContentCoding::zstd: return zstd(plain);
    }
    return std::nullopt;
}

std::optional<ContentCoding> choose_coding(std::string_view accept_encoding) {
    auto const weights = weights_of(accept_encoding);
    auto const any = weights.any.value_or(0);
    auto const gzip_weight = weights.gzip.value_or(any);
    auto const zstd_weight = weights.zstd.value_or(any);
    auto const identity = weights.identity.value_or(0);
    if (gzip_weight > 0 && gzip_weight >= std::max(zstd_weight, identity)) return ContentCoding::gzip;
    if (zstd_weight > 0 && zstd_weight >= identity) return ContentCoding::zstd;
    if (excludes_identity(weights)) return std::nullopt;
    return ContentCoding::identity;
}

bool accepts_gzip(std::string_view accept_encoding) {
    auto const weights = weights_of(accept_encoding);
    auto const wanted = weights.gzip.value_or(weights.any.value_or(0));
    return wanted > 0 && wanted >= weights.identity.value_or(0);
}

std::string_view name_of(ContentCoding coding) {
    switch (coding) {
        case ContentCoding::identity: return "";
        case ContentCoding::gzip: return "gzip";
        case ContentCoding::zstd: return "zstd";
    }
    return "";
}

void vary_by_encoding(Response& response) {
    if (worth_compressing(response)) add_vary(response.fields);
}

void compress_body(Request const& request, Response& response) {
    if (!is_text(response)) return;
    auto const accepted = request.fields.joined("Accept-Encoding");
    auto const coding = choose_coding(accepted);
    bool const must = !coding || (*coding != ContentCoding::identity && excludes_identity(weights_of(accepted)));
    if (!must && !worth_compressing(response)) return;
    if (!coding && response.status < 400) {
        response = problem(request, 406, "available content codings: gzip, zstd, identity");
        return;
    }
    auto* body = std::get_if<std::string>(&response.body);
    auto packed = compressed(coding.value_or(ContentCoding::identity), *body);
    if (!packed || (!must && packed->size() >= body->size())) return;
    *body = std::move(*packed);
    response.fields.set("Content-Encoding", std::string{name_of(*coding)});
    auto etag = std::string{response.fields.get("ETag")};
    if (!etag.empty() && !etag.starts_with("W/")) response.fields.set("ETag", "W/" + etag);
}

}  // namespace cassette::http
