#include "schema/attribute.h"

#include <doctest/doctest.h>

#include <set>
#include <string>

using namespace cassette;

TEST_CASE("each tag and each keyword is in the table once, ordered by level") {
    std::set<Tag> tags;
    std::set<std::string_view> keywords;
    Level level = Level::patient;
    for (auto const& attribute : attributes()) {
        CAPTURE(attribute.keyword);
        CHECK(tags.insert(attribute.tag).second);
        CHECK(keywords.insert(attribute.keyword).second);
        CHECK(attribute.level >= level);
        level = attribute.level;
        CHECK(attribute.vr.size() == 2);
    }
}

TEST_CASE("the required and unique keys of the Patient Root are matched (PS3.4 C.6.1.1)") {
    for (std::string_view keyword :
         {"PatientName", "PatientID", "StudyDate", "StudyTime", "AccessionNumber", "StudyID", "StudyInstanceUID",
          "Modality", "SeriesNumber", "SeriesInstanceUID", "InstanceNumber", "SOPInstanceUID", "ModalitiesInStudy"}) {
        CAPTURE(keyword);
        auto const position = find_attribute(keyword);
        REQUIRE(position);
        CHECK(attributes()[*position].matching != Matching::none);
    }
}

TEST_CASE("what viewers ask of the study list is an index column (CLIENTS 1.1, 1.5)") {
    for (std::string_view hex : {"00080020", "00080030", "00080050", "00080061", "00080090", "00081030", "00100010",
                                 "00100020", "00100021", "00100030", "00100032", "00100040", "0020000D", "00200010",
                                 "00201206", "00201208", "00080060", "0008103E", "00080021", "0020000E", "00200011",
                                 "00201209", "00080016", "00080018", "00200013", "00280010", "00280011", "00280008"}) {
        CAPTURE(hex);
        CHECK(find_attribute(*parse_tag(hex)));
    }
}

TEST_CASE("an unknown tag or keyword is not found") {
    CHECK_FALSE(find_attribute(Tag{0x0009, 0x0001}));
    CHECK_FALSE(find_attribute("NoSuchKeyword"));
}
