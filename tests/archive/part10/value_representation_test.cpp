#include "archive/part10/value_representation.h"

#include <doctest/doctest.h>

namespace cassette {

using enum PixelRepresentation;

TEST_CASE("the 34 VRs are known (PS3.5 6.2)") {
    for (std::string_view const vr :
         {"AE", "AS", "AT", "CS", "DA", "DS", "DT", "FD", "FL", "IS", "LO", "LT", "OB", "OD", "OF", "OL", "OV",
          "OW", "PN", "SH", "SL", "SQ", "SS", "ST", "SV", "TM", "UC", "UI", "UL", "UN", "UR", "US", "UT", "UV"}) {
        CAPTURE(vr);
        CHECK(is_known_vr(vr));
    }
    for (std::string_view const vr : {"", "  ", "ox", "xs", "ZZ", "U", "USX"}) {
        CAPTURE(vr);
        CHECK_FALSE(is_known_vr(vr));
    }
}

TEST_CASE("these VRs have a length of 32 bits, and so have those of the future (PS3.5 7.1.2, Table 7.1-1)") {
    for (std::string_view const vr :
         {"OB", "OD", "OF", "OL", "OV", "OW", "SQ", "SV", "UC", "UN", "UR", "UT", "UV", "ZZ"}) {
        CAPTURE(vr);
        CHECK(has_long_length(vr));
    }
    for (std::string_view const vr : {"AE", "AT", "DA", "FD", "LT", "PN", "SL", "ST", "UI", "UL", "US"}) {
        CAPTURE(vr);
        CHECK_FALSE(has_long_length(vr));
    }
}

TEST_CASE("dates, names, UIDs and sequences are never bulk data (PS3.18 F.2.2)") {
    for (std::string_view const vr : {"OB", "OW", "UN", "UT", "DS", "FD"}) CHECK(may_be_bulk(vr));
    for (std::string_view const vr : {"DA", "TM", "PN", "UI", "SQ", "CS"}) CHECK_FALSE(may_be_bulk(vr));
}

TEST_CASE("values of characters, whatever they stand for (PS3.5 6.2)") {
    for (std::string_view const vr :
         {"AE", "AS", "CS", "DA", "DS", "DT", "IS", "LO", "LT", "PN", "SH", "ST", "TM", "UC", "UI", "UR", "UT"})
        CHECK(is_text_vr(vr));
    for (std::string_view const vr : {"AT", "US", "FD", "OB", "OW", "UN", "SQ", "", "??"}) CHECK_FALSE(is_text_vr(vr));
    for (std::string_view const vr : {"LT", "ST", "UT", "UR"}) CHECK(is_single_text_vr(vr));
    for (std::string_view const vr : {"LO", "SH", "UC", "PN", "CS", "OB"}) CHECK_FALSE(is_single_text_vr(vr));
}

TEST_CASE("the data dictionary gives the VR where none is written (PS3.5 A.1)") {
    CHECK(implicit_vr({0x0010, 0x0010}, unsigned_integer) == "PN");
    CHECK(implicit_vr({0x0040, 0x0275}, unsigned_integer) == "SQ");
    CHECK(implicit_vr({0x0008, 0x0000}, unsigned_integer) == "UL");
    CHECK(implicit_vr({0x7FE0, 0x0010}, unsigned_integer) == "OW");
    CHECK(implicit_vr({0x0028, 0x0106}, unsigned_integer) == "US");
    CHECK(implicit_vr({0x0028, 0x0106}, signed_integer) == "SS");
    CHECK(implicit_vr({0x0028, 0x3006}, unsigned_integer) == "OW");  // LUT Data
    CHECK(implicit_vr({0x6000, 0x3000}, unsigned_integer) == "OW");  // Overlay Data, a repeating group
    CHECK(implicit_vr({0x0008, 0xFFFE}, unsigned_integer) == "UN");
}

TEST_CASE("private elements are UN but for their creators (PS3.5 6.2.2, 7.8.1)") {
    CHECK(implicit_vr({0x0009, 0x0010}, unsigned_integer) == "LO");
    CHECK(implicit_vr({0x0009, 0x00FF}, unsigned_integer) == "LO");
    CHECK(implicit_vr({0x0009, 0x1001}, unsigned_integer) == "UN");
    CHECK(implicit_vr({0x0009, 0x0100}, unsigned_integer) == "UN");
}

}  // namespace cassette
