#include "schema/uid.h"

#include <doctest/doctest.h>

using namespace cassette;

TEST_CASE("a UID is digits and dots, at most 64 characters (PS3.5 9.1)") {
    CHECK(SOPInstanceUID::parse("1.2.840.10008"));
    CHECK(SOPInstanceUID::parse(std::string(64, '1')));
    for (std::string_view bad : {"", "1..2", "1.02", "1.2a", "../etc/passwd", ".1", "1.", "1.2.840.10008/", " "}) {
        CAPTURE(bad);
        CHECK(SOPInstanceUID::parse(bad).error().code == ErrorCode::malformed);
    }
    CHECK_FALSE(SOPInstanceUID::parse(std::string(65, '1')));
}

TEST_CASE("a component may be a single zero (PS3.5 9.1)") { CHECK(SOPInstanceUID::parse("1.0.2")); }

TEST_CASE("the padding of a UI value is dropped (PS3.5 6.2)") {
    auto const uid = StudyInstanceUID::parse(std::string_view{"1.2.3\0", 6});
    REQUIRE(uid);
    CHECK(uid->str() == "1.2.3");
    CHECK(StudyInstanceUID::parse(" 1.2.3 ")->str() == "1.2.3");
}

TEST_CASE("a received UID may have an unconventional form, but never one that means something to a path") {
    for (std::string_view odd : {"1.02.3", "dccc9599087131742838cc1162a630fe", "A-1_b"}) {
        CAPTURE(odd);
        CHECK(SOPInstanceUID::received(odd));
    }
    for (std::string_view bad : {"", ".", "..", "../etc", "a/b", "a\\b", "1..2", "1 2", "1.2.", "a%2f", "a\nb"}) {
        CAPTURE(bad);
        CHECK(SOPInstanceUID::received(bad).error().code == ErrorCode::malformed);
    }
}
