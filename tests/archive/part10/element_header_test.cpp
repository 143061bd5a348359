#include "archive/part10/element_header.h"

#include <doctest/doctest.h>

#include <string_view>

namespace cassette {

namespace {

using namespace std::string_view_literals;

constexpr ElementEncoding explicit_little{true, ByteOrder::little};
constexpr ElementEncoding implicit_little{false, ByteOrder::little};
constexpr ElementEncoding explicit_big{true, ByteOrder::big};

std::span<std::byte const> bytes_of(std::string_view text) { return std::as_bytes(std::span{text}); }

}  // namespace

TEST_CASE("numbers are read in the order of their bytes (PS3.5 7.3)") {
    CHECK(read_16(bytes_of("\x12\x34"), ByteOrder::little) == 0x3412);
    CHECK(read_16(bytes_of("\x12\x34"), ByteOrder::big) == 0x1234);
    CHECK(read_32(bytes_of("\x12\x34\x56\xF8"), ByteOrder::little) == 0xF8563412);
    CHECK(read_32(bytes_of("\x12\x34\x56\xF8"), ByteOrder::big) == 0x123456F8);
}

TEST_CASE("a header is tag, VR and length (PS3.5 7.1.2, 7.1.3)") {
    struct Sample {
        std::string_view what;
        std::string_view bytes;
        ElementEncoding encoding;
        Tag tag;
        std::string_view vr;
        std::uint32_t length;
        std::size_t size;
    };
    for (auto const& sample : {
             Sample{"short VR", "\x10\0\x20\0LO\6\1"sv, explicit_little, {0x0010, 0x0020}, "LO", 0x0106, 8},
             Sample{
                 "long VR", "\xE0\x7F\x10\0OW\0\0\1\2\3\4"sv, explicit_little, {0x7FE0, 0x0010}, "OW", 0x04030201, 12},
             Sample{
                 "big endian", "\x7F\xE0\0\x10OW\0\0\1\2\3\4"sv, explicit_big, {0x7FE0, 0x0010}, "OW", 0x01020304, 12},
             Sample{"implicit VR", "\x10\0\x20\0\6\0\1\0"sv, implicit_little, {0x0010, 0x0020}, "", 0x00010006, 8},
             Sample{"letters where no VR is", "\x10\0\x20\0LO\0\0"sv, implicit_little, {0x0010, 0x0020}, "", 0x4F4C, 8},
             Sample{
                 "a VR of the future", "\x10\0\x20\0ZZ\0\0\4\0\0\0"sv, explicit_little, {0x0010, 0x0020}, "ZZ", 4, 12},
             Sample{"an Item", "\xFE\xFF\0\xE0\xFF\xFF\xFF\xFF"sv, explicit_little, item_tag, "", undefined_length, 8},
             Sample{"blank VR", "\x10\0\x20\0  \4\0"sv, explicit_little, {0x0010, 0x0020}, "", 4, 8},
             Sample{"question marks", "\x10\0\x20\0??\4\0"sv, explicit_little, {0x0010, 0x0020}, "", 4, 8},
             Sample{"no letters", "\x10\0\x20\0\4\1\0\0"sv, explicit_little, {0x0010, 0x0020}, "", 0x0104, 8},
         }) {
        CAPTURE(sample.what);
        auto const header = read_element_header(bytes_of(sample.bytes), sample.encoding);
        REQUIRE(header);
        CHECK(header->tag == sample.tag);
        CHECK(header->vr_text() == sample.vr);
        CHECK(header->length == sample.length);
        CHECK(header->size == sample.size);
    }
}

TEST_CASE("a header that has not come whole is waited for, never for more than 12 bytes") {
    auto const whole = "\xE0\x7F\x10\0OW\0\0\1\2\3\4\5"sv;
    for (std::size_t size = 0; size <= whole.size(); ++size) {
        CAPTURE(size);
        CHECK(read_element_header(bytes_of(whole.substr(0, size)), explicit_little).has_value() == (size >= 12));
        CHECK(read_element_header(bytes_of(whole.substr(0, size)), implicit_little).has_value() == (size >= 8));
    }
}

TEST_CASE("the first eight bytes of a data set tell its encoding (PS3.5 A.1 to A.3)") {
    CHECK(guess_encoding(bytes_of("\x08\0\x05\0CS\x0A\0"sv)) == explicit_little);
    CHECK(guess_encoding(bytes_of("\0\x08\0\x05"
                                  "CS\0\x0A"sv)) == explicit_big);
    CHECK(guess_encoding(bytes_of("\x08\0\x05\0\x0A\0\0\0"sv)) == implicit_little);
    CHECK(guess_encoding(bytes_of("\x08\0\0\0\4\0\0\0"sv)) == implicit_little);
    CHECK_FALSE(guess_encoding(bytes_of("GIF89a\x01\0"sv)));
    CHECK_FALSE(guess_encoding(bytes_of("\x08\0\x05\0\0\0\1\0"sv)));  // 64 KiB of Specific Character Set
    CHECK_FALSE(guess_encoding(bytes_of("\x08\0\x05\0CS\x0A"sv)));    // too little
    CHECK_FALSE(guess_encoding({}));
}

}  // namespace cassette
