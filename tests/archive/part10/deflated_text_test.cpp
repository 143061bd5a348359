#include "archive/part10/deflated_text.h"

#include <doctest/doctest.h>

#include <zlib.h>

#include <random>
#include <vector>

namespace cassette {

namespace {

std::string little_endian_32(std::uint64_t value) {
    std::string bytes;
    for (int i = 0; i < 4; ++i) bytes += static_cast<char>(value >> 8 * i & 0xFFU);
    return bytes;
}

// RFC 1952, by zlib's own reader of it.
std::string gunzipped(std::string const& member) {
    z_stream z{};
    REQUIRE(inflateInit2(&z, 16 + MAX_WBITS) == Z_OK);
    std::string out(1 << 16, '\0');
    z.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(member.data()));
    z.avail_in = static_cast<uInt>(member.size());
    z.next_out = reinterpret_cast<Bytef*>(out.data());
    z.avail_out = static_cast<uInt>(out.size());
    int const status = inflate(&z, Z_FINISH);
    out.resize(out.size() - z.avail_out);
    inflateEnd(&z);
    CHECK(status == Z_STREAM_END);
    return out;
}

}  // namespace

TEST_CASE("a text comes back, the empty one too") {
    for (auto const& text : {std::string{}, std::string{"{}"}, std::string(100'000, 'x')}) {
        auto const deflated = deflate_text(text);
        CHECK(deflated.length == text.size());
        auto const again = inflate_text(deflated);
        REQUIRE(again);
        CHECK((*again == text));
    }
}

TEST_CASE("a text that cannot be deflated comes back, on either side of the length up to which less memory does") {
    std::minstd_rand random;
    std::string noise;
    for (int i = 0; i < 20'000; ++i) noise += static_cast<char>(random() >> 8U & 0xFFU);
    for (std::size_t const length : {1U, 100U, 8191U, 8192U, 8193U, 20'000U}) {
        CAPTURE(length);
        auto const again = inflate_text(deflate_text(noise.substr(0, length)));
        REQUIRE(again);
        CHECK((*again == noise.substr(0, length)));
    }
}

TEST_CASE("deflating is a function of the text: a thread's state does not leak from one to the next") {
    auto const first = deflate_text("one text");
    (void)deflate_text(std::string(10'000, 'y'));
    CHECK(deflate_text("one text").deflated == first.deflated);
}

TEST_CASE("sync-flushed pieces and a trailer make one gzip member (RFC 1951 3.2.4, RFC 1952 2.2)") {
    std::vector<std::string> const texts{"[", "{\"00080018\":{}}", ",", "{}", "", "]"};
    //                              magic, deflate, no flags, no time, no extra flags, Unix
    std::string member = std::string{"\x1F\x8B\x08\0\0\0\0\0\0\3", 10};
    std::string all;
    uLong checksum = crc32(0, nullptr, 0);
    for (auto const& text : texts) {
        auto const piece = deflate_text(text);
        member += piece.deflated;
        checksum = crc32_combine(checksum, piece.crc32, static_cast<z_off_t>(piece.length));
        all += text;
    }
    member += std::string{"\3\0", 2};  // an empty final block
    member += little_endian_32(checksum) + little_endian_32(all.size());
    CHECK(gunzipped(member) == all);
}

TEST_CASE("damage is found by length and checksum") {
    auto const sound = deflate_text("the text of metadata");
    auto const refused = [](DeflatedText const& text) {
        auto const again = inflate_text(text);
        return !again && again.error().code == ErrorCode::internal;
    };
    CHECK_FALSE(refused(sound));
    auto damaged = sound;
    damaged.crc32 ^= 1U;
    CHECK(refused(damaged));
    damaged = sound;
    ++damaged.length;
    CHECK(refused(damaged));
    damaged = sound;
    --damaged.length;
    CHECK(refused(damaged));
    damaged = sound;
    damaged.deflated.resize(damaged.deflated.size() / 2);
    CHECK(refused(damaged));
    damaged = sound;
    damaged.deflated[3] = static_cast<char>(damaged.deflated[3] ^ 0x10);
    CHECK(refused(damaged));
    damaged = sound;
    damaged.length = std::uint64_t{1} << 60;  // nobody gets that much memory
    CHECK(refused(damaged));
}

}  // namespace cassette
