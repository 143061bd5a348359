#include "archive/part10/header_writer.h"

#include <doctest/doctest.h>

namespace cassette {

using namespace std::string_view_literals;

TEST_CASE("elements are written with explicit VR, short and long (PS3.5 7.1.2)") {
    HeaderWriter writer{ByteOrder::little};
    writer.element({0x0010, 0x0020}, "LO", 2);
    writer.value(std::as_bytes(std::span{"P1"sv}));
    writer.element({0x7FE0, 0x0010}, "OW", 0);
    CHECK(writer.bytes() == "\x10\0\x20\0LO\2\0P1\xE0\x7F\x10\0OW\0\0\0\0\0\0"sv);
}

TEST_CASE("big endian turns tags and lengths around (PS3.5 7.3)") {
    HeaderWriter writer{ByteOrder::big};
    writer.element({0x0010, 0x0020}, "LO", 0x0102);
    writer.element({0x0042, 0x0011}, "OB", 0x01020304);
    CHECK(writer.order() == ByteOrder::big);
    CHECK(writer.take() ==
          "\0\x10\0\x20LO\1\2\0\x42\0\x11"
          "OB\0\0\1\2\3\4"sv);
}

TEST_CASE("sequences and items have undefined lengths (PS3.5 7.5.1)") {
    HeaderWriter writer{ByteOrder::little};
    writer.begin_sequence({0x0040, 0x0275});
    writer.begin_item();
    writer.end_item();
    writer.end_sequence();
    CHECK(writer.bytes() ==
          "\x40\0\x75\x02SQ\0\0\xFF\xFF\xFF\xFF"
          "\xFE\xFF\0\xE0\xFF\xFF\xFF\xFF\xFE\xFF\x0D\xE0\0\0\0\0\xFE\xFF\xDD\xE0\0\0\0\0"sv);
}

TEST_CASE("a value too long for its VR becomes UN (PS3.5 6.2.2)") {
    HeaderWriter writer{ByteOrder::little};
    writer.element({0x0010, 0x0020}, "LO", 0xFFFF);
    writer.element({0x0010, 0x0020}, "LO", 0x10000);
    CHECK(writer.bytes() == "\x10\0\x20\0LO\xFF\xFF\x10\0\x20\0UN\0\0\0\0\1\0"sv);
}

}  // namespace cassette
