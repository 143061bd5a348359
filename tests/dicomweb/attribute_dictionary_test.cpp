#include "dicomweb/attribute_dictionary.h"

#include <doctest/doctest.h>

namespace cassette::dicomweb {

TEST_CASE("keywords and tags beyond the index come from the dictionary (PS3.6 6)") {
    CHECK((find_tag("PatientName") == Tag{0x0010, 0x0010}));
    CHECK((find_tag("SliceThickness") == Tag{0x0018, 0x0050}));
    CHECK(keyword_of({0x0018, 0x0050}) == "SliceThickness");
    CHECK(keyword_of({0x0008, 0x0060}) == "Modality");
    CHECK(vr_of({0x0018, 0x0050}) == "DS");
    CHECK(vr_of({0x0008, 0x1140}) == "SQ");
    CHECK(vr_of({0x0010, 0x0010}) == "PN");
}

TEST_CASE("retired attributes go by the keywords that they had (PS3.6)") {
    CHECK((find_tag("StudyVerifiedDate") == Tag{0x0032, 0x0032}));
    CHECK(keyword_of({0x0032, 0x0032}) == "StudyVerifiedDate");
    CHECK_FALSE(find_tag("RETIRED_StudyVerifiedDate"));
}

TEST_CASE("what the dictionary does not have is unknown") {
    CHECK_FALSE(find_tag("limit"));
    CHECK_FALSE(find_tag(""));
    CHECK_FALSE(find_tag("patientname"));
    CHECK(keyword_of({0x0009, 0x1001}).empty());
    CHECK(vr_of({0x0009, 0x1001}) == "UN");
}

}  // namespace cassette::dicomweb
