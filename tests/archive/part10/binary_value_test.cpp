#include "archive/part10/binary_value.h"

#include <doctest/doctest.h>

#include <limits>

namespace cassette {

namespace {

using namespace std::string_view_literals;

BinaryValue value(std::string_view vr, std::string_view bytes, ByteOrder order = ByteOrder::little) {
    auto const* const known = binary_vr(vr);
    REQUIRE(known != nullptr);
    REQUIRE(bytes.size() == known->size);
    return {*known, bytes, order};
}

}  // namespace

TEST_CASE("each binary VR in decimal, little and big endian (PS3.5 6.2, 7.3)") {
    struct Sample {
        std::string_view vr, little, big, text;
    };
    for (auto const& [vr, little, big, text] :
         {Sample{"US", "\xFE\xFF"sv, "\xFF\xFE"sv, "65534"}, Sample{"SS", "\xFE\xFF"sv, "\xFF\xFE"sv, "-2"},
          Sample{"UL", "\1\0\0\x80"sv, "\x80\0\0\1"sv, "2147483649"},
          Sample{"SL", "\1\0\0\x80"sv, "\x80\0\0\1"sv, "-2147483647"},
          Sample{"UV", "\0\0\0\0\0\0\0\x80"sv, "\x80\0\0\0\0\0\0\0"sv, "9223372036854775808"},
          Sample{"SV", "\0\0\0\0\0\0\0\x80"sv, "\x80\0\0\0\0\0\0\0"sv, "-9223372036854775808"},
          Sample{"FL", "\0\0\xC0\x3F"sv, "\x3F\xC0\0\0"sv, "1.5"},
          Sample{"FD", "\x9A\x99\x99\x99\x99\x99\xB9\x3F"sv, "\x3F\xB9\x99\x99\x99\x99\x99\x9A"sv, "0.1"},
          Sample{"AT", "\x18\0\x63\x10"sv, "\0\x18\x10\x63"sv, "00181063"}}) {
        CAPTURE(vr);
        CHECK(value(vr, little).text() == text);
        CHECK(value(vr, big, ByteOrder::big).text() == text);
    }
}

TEST_CASE("a value as the number that it is") {
    CHECK(value("US", "\1\2"sv).as_unsigned() == 513);
    CHECK(value("SL", "\xFF\xFF\xFF\xFF"sv).as_signed() == -1);
    CHECK(value("FL", "\0\0\x80\x7F"sv).as_float() == std::numeric_limits<float>::infinity());
    CHECK(value("FD", "\0\0\0\0\0\0\xF0\x3F"sv).as_double() == 1.0);
    CHECK((value("AT", "\x18\0\x63\x10"sv).as_tag() == Tag{0x0018, 0x1063}));
}

TEST_CASE("text, opaque bytes and what is no VR have no binary values") {
    for (auto const vr : {"LO", "IS", "OB", "OW", "UN", "SQ", "??", ""}) CHECK(binary_vr(vr) == nullptr);
}

}  // namespace cassette
