#include "archive/pixels/byte_coding.h"

#include <doctest/doctest.h>

#include <random>

namespace cassette {

namespace {

constexpr std::string_view uncompressed = "1.2.840.10008.1.2.1.98";
constexpr std::string_view deflated_frame = "1.2.840.10008.1.2.8.1";
constexpr std::string_view rle = "1.2.840.10008.1.2.5";

PixelDescription single_bits(std::uint32_t rows, std::uint32_t columns) {
    return {.rows = rows, .columns = columns, .bits_allocated = 1, .bits_stored = 1};
}

}  // namespace

TEST_CASE("which codings are bytes") {
    PixelDescription const bytes{.rows = 1, .columns = 1};
    CHECK(is_byte_coding(uncompressed, bytes));
    CHECK(is_byte_coding(deflated_frame, bytes));
    CHECK_FALSE(is_byte_coding(rle, bytes));
    CHECK(is_byte_coding(rle, single_bits(1, 1)));
    CHECK_FALSE(is_byte_coding("1.2.840.10008.1.2.4.50", bytes));
}

TEST_CASE("frames come back bit by bit (PS3.5 A.4, G)") {
    std::mt19937 random{11};
    for (std::uint32_t const columns : {1U, 7U, 64U, 1000U, 5000U}) {
        Frame frame{single_bits(3, columns), {}};
        while (frame.bytes.size() < native_frame_bytes(frame.description)) {
            bool const run = random() % 2 == 0;
            auto const byte = static_cast<char>(random());
            for (auto i = random() % 200; i > 0; --i) frame.bytes += run ? byte : static_cast<char>(random());
        }
        frame.bytes.resize(native_frame_bytes(frame.description));
        for (auto const syntax : {uncompressed, deflated_frame, rle}) {
            auto const stream = encode_bytes(syntax, frame);
            REQUIRE(stream);
            CHECK(stream->size() % 2 == 0);
            auto const back = decode_bytes(syntax, frame.description, *stream);
            REQUIRE(back);
            CHECK((back->bytes == frame.bytes));
        }
    }
}

TEST_CASE("runs and literals of PS3.5 G.3.1, and 128, which is nothing") {
    std::string stream(64, '\0');
    stream[0] = 1;
    stream[4] = 64;
    stream += std::string{"\x80\xFE\x41\x01\x42\x43\x80", 7};
    CHECK(decode_bytes(rle, single_bits(5, 8), stream)->bytes == "AAABC");
}

TEST_CASE("a stream that is damaged, short or a bomb is not_acceptable, or gives no more than the frame has") {
    auto const description = single_bits(8, 8);
    for (std::string const& stream :
         {std::string{}, std::string(63, '\0'), std::string(64, '\xFF'), std::string(64, '\0') + "abc"})
        CHECK(decode_bytes(rle, description, stream).error().code == ErrorCode::not_acceptable);
    CHECK(decode_bytes(deflated_frame, description, "no deflate stream").error().code == ErrorCode::not_acceptable);
    CHECK(decode_bytes(uncompressed, description, "short").error().code == ErrorCode::not_acceptable);
    auto const large = single_bits(8000, 8000);
    auto const bomb = encode_bytes(deflated_frame, {large, std::string(8'000'000, '\0')});
    REQUIRE(bomb);
    CHECK(decode_bytes(deflated_frame, description, *bomb)->bytes.size() == 8);
    CHECK(encode_bytes(rle, {description, "short"}).error().code == ErrorCode::not_acceptable);
}

}  // namespace cassette
