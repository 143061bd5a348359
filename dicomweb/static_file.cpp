#include "dicomweb/static_file.h"

#include "dicomweb/file_type.h"
#include "dicomweb/http/compression.h"
#include "dicomweb/http/date.h"
#include "dicomweb/outcome.h"

#include <openssl/evp.h>
#include <zlib.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <filesystem>
#include <optional>
#include <utility>

namespace cassette::dicomweb {

namespace {

constexpr std::size_t gzip_bytes_min = 1024;  // below it a coding is not worth its header
constexpr int gzip_level = 6;

class TextBlob final : public Blob {
public:
    explicit TextBlob(std::string text) : text_{std::move(text)} {}
    std::uint64_t size() const override { return text_.size(); }
    Result<void> read_at(std::uint64_t offset, std::span<std::byte> out) const override {
        if (offset > text_.size() || out.size() > text_.size() - offset)
            return fail(ErrorCode::internal, "range beyond the text");
        std::memcpy(out.data(), text_.data() + offset, out.size());
        return {};
    }

private:
    std::string text_;
};

Result<std::string> read_whole(Blob const& blob) {
    std::string text(blob.size(), '\0');
    auto const read = blob.read_at(0, std::as_writable_bytes(std::span{text}));
    return read ? Result<std::string>{std::move(text)} : fail(read.error());
}

struct Place {
    std::size_t at;
    Rewriting const* rewriting;
};

// The first place of any of these texts, from `start` on.
std::optional<Place> next_place(std::string_view text, std::size_t start, std::vector<Rewriting const*> const& wanted) {
    std::optional<Place> first;
    for (auto const* rewriting : wanted) {
        auto const at = text.find(rewriting->from, start);
        if (at != std::string_view::npos && (!first || at < first->at)) first = Place{at, rewriting};
    }
    return first;
}

std::vector<Rewriting const*> rewritings_of(std::string_view path, std::vector<Rewriting> const& rewritings) {
    std::vector<Rewriting const*> mine;
    for (auto const& rewriting : rewritings)
        if (file_type(path).extension == rewriting.extension) mine.push_back(&rewriting);
    return mine;
}

// The file's ranges with what is rewritten between them.
Pieces rewritten(std::shared_ptr<Blob const> const& blob, std::string_view text,
                 std::vector<Rewriting const*> const& wanted) {
    Pieces pieces;
    std::size_t start = 0;
    auto const keep = [&](std::size_t end) {
        if (end > start) pieces.emplace_back(http::BlobPiece{blob, {start, end - start}});
    };
    while (auto const place = next_place(text, start, wanted)) {
        keep(place->at);
        pieces.emplace_back(place->rewriting->to);
        start = place->at + place->rewriting->from.size();
    }
    keep(text.size());
    return pieces;
}

std::string as_sent(Pieces const& pieces, std::string_view text) {
    std::string whole;
    for (auto const& piece : pieces) {
        auto const* const kept = std::get_if<http::BlobPiece>(&piece);
        whole += kept ? text.substr(kept->range.offset, kept->range.length)
                      : std::string_view{*std::get_if<std::string>(&piece)};
    }
    return whole;
}

std::string digits_of_digest(std::string_view text) {
    constexpr std::string_view hexadecimal = "0123456789abcdef";
    constexpr std::size_t digest_bytes = 16;  // of SHA-256's 32: enough to tell files apart
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    if (EVP_Digest(text.data(), text.size(), digest.data(), nullptr, EVP_sha256(), nullptr) != 1) return {};
    std::string digits;
    for (std::size_t i = 0; i < digest_bytes; ++i) {
        digits += hexadecimal[digest[i] >> 4];
        digits += hexadecimal[digest[i] & 15];
    }
    return digits;
}

// nullptr when it does not pay.
std::shared_ptr<Blob const> gzipped(std::string& text) {
    constexpr int gzip_window = 15 + 16;
    z_stream stream{};
    if (text.size() < gzip_bytes_min) return nullptr;
    if (deflateInit2(&stream, gzip_level, Z_DEFLATED, gzip_window, 8, Z_DEFAULT_STRATEGY) != Z_OK) return nullptr;
    std::string packed(deflateBound(&stream, static_cast<uLong>(text.size())), '\0');
    stream.next_in = reinterpret_cast<Bytef*>(text.data());
    stream.avail_in = static_cast<uInt>(text.size());
    stream.next_out = reinterpret_cast<Bytef*>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    bool const done = deflate(&stream, Z_FINISH) == Z_STREAM_END;
    packed.resize(packed.size() - stream.avail_out);
    packed.shrink_to_fit();
    deflateEnd(&stream);
    if (!done || packed.size() >= text.size()) return nullptr;
    return std::make_shared<TextBlob const>(std::move(packed));
}

std::string with_suffix(std::string_view etag, std::string_view suffix) {
    return '"' + std::string{etag} + std::string{suffix} + '"';
}

}  // namespace

Result<StaticContent const*> StaticFile::content(OpenFile open, std::vector<Rewriting> const& rewritings) {
    std::lock_guard const lock{mutex_};
    if (content_) return content_.get();
    std::error_code error;
    if (std::filesystem::canonical(path_, error) != path_) return fail(ErrorCode::not_found, "no such file");
    auto blob = open(path_);
    if (!blob) return fail(blob.error());
    auto const text = read_whole(**blob);
    if (!text) return fail(text.error());
    StaticContent made;
    made.pieces = rewritten(*blob, *text, rewritings_of(path_, rewritings));
    auto whole = as_sent(made.pieces, *text);
    made.etag = digits_of_digest(whole);
    if (file_type(path_).coding == FileType::Coding::gzip) made.gzip = gzipped(whole);
    content_ = std::make_unique<StaticContent const>(std::move(made));
    return content_.get();
}

Result<http::Response> StaticFile::get(http::Request const& request, OpenFile open,
                                       std::vector<Rewriting> const& rewritings) {
    auto const found = content(open, rewritings);
    if (!found) return fail(found.error());
    auto const& made = **found;
    bool const gzip = made.gzip && http::accepts_gzip(request.fields.joined("Accept-Encoding"));
    http::Response response;
    response.status = http_status(Outcome::ok);
    response.fields.set("Content-Type", std::string{file_type(path_).media_type});
    response.fields.set("ETag", with_suffix(made.etag, gzip ? "-gzip" : ""));
    response.fields.set("Last-Modified", http::imf_fixdate(modified_));
    response.fields.set("Cache-Control", names_content(path_) ? "public, max-age=31536000, immutable" : "no-cache");
    if (made.gzip) response.fields.set("Vary", "Accept-Encoding");
    if (gzip) response.fields.set("Content-Encoding", "gzip");
    response.body = body_of(gzip ? whole(made.gzip) : made.pieces);
    return response;
}

}  // namespace cassette::dicomweb
