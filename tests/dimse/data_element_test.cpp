#include "dimse/data_element.h"

#include "tests/dimse/scripted_peer.h"

#include <doctest/doctest.h>

using namespace cassette::dimse;
using namespace cassette::testing;
using cassette::ElementEncoding;
using cassette::ErrorCode;
using cassette::Tag;

namespace {

auto read(std::string const& bytes, ElementEncoding encoding) {
    return read_elements(std::as_bytes(std::span{bytes}), encoding);
}

std::string written(DataElements const& elements, ElementEncoding encoding) {
    std::string bytes;
    for (auto const& element : elements) append_element(bytes, element, encoding);
    return bytes;
}

constexpr Tag request_attributes_sequence{0x0040, 0x0275};
DataElements const some{
    {.tag = {0x0008, 0x0052}, .vr = "CS", .value = "STUDY "},
    {.tag = {0x0010, 0x0010}, .vr = "PN", .value = ""},
    {.tag = {0x0028, 0x0010}, .vr = "US", .value = std::string{"\x00\x02", 2}},
    {.tag = request_attributes_sequence,
     .vr = "SQ",
     .value = "",
     .items = {{{.tag = {0x0040, 0x0009}, .vr = "SH", .value = "S1"}}, {}}},
    {.tag = {0x0042, 0x0011}, .vr = "OB", .value = "ab"},
};

}  // namespace

TEST_CASE("what is written in either VR encoding is read again (PS3.5 7.1)") {
    for (auto const encoding : {implicit_vr_little_endian, explicit_vr_little_endian}) {
        auto const elements = read(written(some, encoding), encoding);
        REQUIRE(elements);
        CHECK(*elements == some);
    }
}

TEST_CASE("the bytes are those of the standard (PS3.5 7.1.2, 7.1.3)") {
    DataElement const name{.tag = {0x0010, 0x0010}, .vr = "PN", .value = "A^B"};
    CHECK(written({name}, implicit_vr_little_endian) == std::string{"\x10\0\x10\0\4\0\0\0A^B ", 12});
    CHECK(written({name}, explicit_vr_little_endian) == std::string{"\x10\0\x10\0PN\4\0A^B ", 12});
    DataElement const uid{.tag = {0x0008, 0x0018}, .vr = "UI", .value = "1.2"};
    CHECK(written({uid}, explicit_vr_little_endian) == std::string{"\x08\0\x18\0UI\4\0001.2\0", 12});
    DataElement const text{.tag = {0x0040, 0xA160}, .vr = "UT", .value = "ab"};
    CHECK(written({text}, explicit_vr_little_endian) == std::string{"\x40\0\x60\xA1UT\0\0\2\0\0\0ab", 14});
}

TEST_CASE("sequences and items of undefined length end at their delimiters (PS3.5 7.5)") {
    auto const undefined = little_endian(0xFFFFFFFF, 4);
    auto const inner = element(0x0040, 0x0009, "S1") + element(0xFFFE, 0xE00D, "");
    auto const bytes = little_endian(0x0040, 2) + little_endian(0x0275, 2) + undefined + little_endian(0xFFFE, 2) +
        little_endian(0xE000, 2) + undefined + inner + element(0xFFFE, 0xE0DD, "") + element(0x0040, 0x1001, "R1");
    auto const elements = read(bytes, implicit_vr_little_endian);
    REQUIRE(elements);
    REQUIRE(elements->size() == 2);
    CHECK((*elements)[0].items == std::vector<DataElements>{{{.tag = {0x0040, 0x0009}, .vr = "SH", .value = "S1"}}});
    CHECK((*elements)[1].value == "R1");
}

TEST_CASE("a data set cut anywhere inside an element is malformed") {
    for (auto const encoding : {implicit_vr_little_endian, explicit_vr_little_endian}) {
        auto const whole = written({some[3]}, encoding);
        for (std::size_t size = 1; size < whole.size(); ++size) {
            CAPTURE(size);
            auto const cut = read(whole.substr(0, size), encoding);
            REQUIRE_FALSE(cut);
            CHECK(cut.error().code == ErrorCode::malformed);
        }
    }
}

TEST_CASE("a length beyond the end, a stray item and too deep a nesting are malformed") {
    CHECK_FALSE(read(little_endian(0x00100010, 4) + little_endian(0xFFFFFFF0, 4), implicit_vr_little_endian));
    CHECK_FALSE(read(element(0xFFFE, 0xE000, ""), implicit_vr_little_endian));
    std::string nested;
    for (int depth = 0; depth < 8; ++depth) nested = element(0x0040, 0x0275, element(0xFFFE, 0xE000, nested));
    CHECK(read(nested, implicit_vr_little_endian));
    nested = element(0x0040, 0x0275, element(0xFFFE, 0xE000, nested));
    CHECK_FALSE(read(nested, implicit_vr_little_endian));
    std::string endless;
    for (int depth = 0; depth < 100'000; ++depth)
        endless += little_endian(0x02750040, 4) + little_endian(0xFFFFFFFF, 4);
    CHECK_FALSE(read(endless, implicit_vr_little_endian));
}

TEST_CASE("a value too long for a 16-bit length is left empty rather than written wrong") {
    DataElement const text{.tag = {0x0010, 0x4000}, .vr = "LT", .value = std::string(70'000, 'x')};
    CHECK(written({text}, explicit_vr_little_endian).size() == 8);
    CHECK(written({text}, implicit_vr_little_endian).size() == 70'008);
}

TEST_CASE("padding is trailing spaces and NULs (PS3.5 6.2)") {
    CHECK(without_padding(std::string_view{"1.2\0", 4}) == "1.2");
    CHECK(without_padding(" A ") == " A");
    CHECK(without_padding("   ") == "");
}
