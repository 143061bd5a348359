#include "dicomweb/gzip.h"

#include "archive/part10/deflated_text.h"

#include <doctest/doctest.h>
#include <zlib.h>

#include <string>
#include <vector>

namespace cassette::dicomweb {

namespace {

// The text of exactly one gzip member that fills `packed`; checksum and length are verified by zlib.
std::string gunzip(std::string packed) {
    z_stream stream{};
    REQUIRE(inflateInit2(&stream, 15 + 16) == Z_OK);
    std::string text(16 << 20, '\0');
    stream.next_in = reinterpret_cast<Bytef*>(packed.data());
    stream.avail_in = static_cast<uInt>(packed.size());
    stream.next_out = reinterpret_cast<Bytef*>(text.data());
    stream.avail_out = static_cast<uInt>(text.size());
    int const code = ::inflate(&stream, Z_FINISH);
    CHECK(code == Z_STREAM_END);
    CHECK(stream.avail_in == 0);
    text.resize(text.size() - stream.avail_out);
    inflateEnd(&stream);
    return text;
}

}  // namespace

TEST_CASE("deflated texts and literals make one gzip member that inflates to all of them (RFC 1951, RFC 1952)") {
    for (std::size_t const count : {std::size_t{0}, std::size_t{1}, std::size_t{2}, std::size_t{500}}) {
        CAPTURE(count);
        GzipComposer composer;
        auto packed = GzipComposer::begin();
        packed += composer.literal("[");
        std::string expected = "[";
        for (std::size_t i = 0; i < count; ++i) {
            auto const text = "{\"00080018\":\"1.2.3." + std::to_string(i) + std::string(i * 37, 'x') + "\"}";
            if (i > 0) {
                packed += composer.literal(",\n");
                expected += ",\n";
            }
            packed += composer.append(deflate_text(text));
            expected += text;
        }
        packed += composer.literal("]");
        packed += composer.end();
        CHECK(gunzip(packed) == expected + "]");
    }
}

TEST_CASE("an empty text and a literal of the greatest length go in too") {
    GzipComposer composer;
    std::string const longest(65'535, 'y');
    auto packed = GzipComposer::begin();
    packed += composer.append(deflate_text(""));
    packed += composer.literal(longest);
    packed += composer.literal("");
    packed += composer.end();
    CHECK(gunzip(packed) == longest);
}

}  // namespace cassette::dicomweb
