#include "dicomweb/text_encoder.h"

#include <doctest/doctest.h>
#include <zlib.h>
#include <zstd.h>

#include <string>

namespace cassette::dicomweb {

namespace {

std::string encoded(http::ContentCoding coding, std::string const& text) {
    auto const encoder = make_text_encoder(coding);
    auto body = encoder->begin();
    for (auto const& piece :
         {encoder->literal("["), encoder->append(deflate_text(text)), encoder->literal("]"), encoder->end()}) {
        REQUIRE(piece);
        body += *piece;
    }
    return body;
}

std::string gunzip(std::string packed) {
    z_stream stream{};
    REQUIRE(inflateInit2(&stream, 15 + 16) == Z_OK);
    std::string plain(1 << 20, '\0');
    stream.next_in = reinterpret_cast<Bytef*>(packed.data());
    stream.avail_in = static_cast<uInt>(packed.size());
    stream.next_out = reinterpret_cast<Bytef*>(plain.data());
    stream.avail_out = static_cast<uInt>(plain.size());
    CHECK(inflate(&stream, Z_FINISH) == Z_STREAM_END);
    plain.resize(stream.total_out);
    inflateEnd(&stream);
    return plain;
}

// Streamed frames do not tell their length.
std::string unzstd(std::string const& packed) {
    std::string plain(1 << 20, '\0');
    auto const size = ZSTD_decompress(plain.data(), plain.size(), packed.data(), packed.size());
    REQUIRE(ZSTD_isError(size) == 0U);
    plain.resize(size);
    return plain;
}

}  // namespace

TEST_CASE("every content coding decodes to the same text (RFC 1952, RFC 8878)") {
    for (std::string const& text : {std::string{}, std::string{"text"}, std::string(300'000, 'x')}) {
        CHECK(encoded(http::ContentCoding::identity, text) == "[" + text + "]");
        CHECK(gunzip(encoded(http::ContentCoding::gzip, text)) == "[" + text + "]");
        CHECK(unzstd(encoded(http::ContentCoding::zstd, text)) == "[" + text + "]");
    }
}

TEST_CASE("a damaged text is an error where it has to be inflated") {
    auto damaged = deflate_text("some text");
    damaged.crc32 ^= 1U;
    for (auto const coding : {http::ContentCoding::identity, http::ContentCoding::zstd}) {
        auto const piece = make_text_encoder(coding)->append(damaged);
        REQUIRE_FALSE(piece);
        CHECK(piece.error().code == ErrorCode::internal);
    }
}

}  // namespace cassette::dicomweb
