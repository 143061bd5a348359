#include "archive/part10/instance_uids.h"

#include <doctest/doctest.h>

namespace cassette {

namespace {

constexpr Tag study_tag{0x0020, 0x000D};
constexpr Tag series_tag{0x0020, 0x000E};
constexpr Tag instance_tag{0x0008, 0x0018};
constexpr Tag class_tag{0x0008, 0x0016};

AttributeValues values_with(std::string study, std::string series, std::string instance,
                            std::string sop_class = "1.2.840") {
    AttributeValues values(attributes().size());
    values[attribute_at(study_tag)] = std::move(study);
    values[attribute_at(series_tag)] = std::move(series);
    values[attribute_at(instance_tag)] = std::move(instance);
    values[attribute_at(class_tag)] = std::move(sop_class);
    return values;
}

InstanceUIDs placed(AttributeValues values) {
    auto const uids = place_instance(values);
    REQUIRE(uids);
    CHECK(values[attribute_at(study_tag)] == uids->study.str());
    CHECK(values[attribute_at(series_tag)] == uids->series.str());
    return *uids;
}

}  // namespace

TEST_CASE("the UIDs of the data set place the instance (PS3.3 C.12.1, C.7.2.1, C.7.3.1)") {
    auto const uids = placed(values_with("1.2", "1.2.3", "1.2.3.4"));
    CHECK(uids.study.str() == "1.2");
    CHECK(uids.series.str() == "1.2.3");
    CHECK(uids.instance.str() == "1.2.3.4");
    CHECK(uids.sop_class.str() == "1.2.840");
    CHECK_FALSE(uids.derived);
    CHECK_FALSE(uids.unconventional);
}

TEST_CASE("nothing identifies an instance without SOP Class and SOP Instance UID") {
    for (std::string const bad : {"", "..", "1..2", ".1", "1.2/../3", "a b", "1.2\\1.3"}) {
        CAPTURE(bad);
        auto no_instance = values_with("1.2", "1.2.3", bad);
        auto const refused = place_instance(no_instance);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().code == ErrorCode::malformed);
        auto no_class = values_with("1.2", "1.2.3", "1.2.3.4", bad);
        CHECK_FALSE(place_instance(no_class));
    }
}

TEST_CASE("a missing Study or Series Instance UID is derived, the same one each time (PS3.5 B.2)") {
    auto const uids = placed(values_with("", "", "1.2.3.4"));
    CHECK(uids.derived);
    CHECK_FALSE(uids.unconventional);
    CHECK(uids.study.str().starts_with("2.25."));
    CHECK(uids.series.str().starts_with("2.25."));
    CHECK(uids.study != placed(values_with("", "", "1.2.3.5")).study);
    CHECK(uids.study.str() != uids.series.str());
    CHECK(is_valid_uid(uids.study.str()));
    // An index that is rebuilt after years must find the study under the name it had: these never change.
    CHECK(uids.study.str() == "2.25.134508241935374477149009196124784669594");
    CHECK(uids.series.str() == "2.25.290882165095002942956169227634430502714");
}

TEST_CASE("instances of one series without a study come into one study, those of one study into one series") {
    CHECK(placed(values_with("", "1.2.3", "1.2.3.4")).study == placed(values_with("", "1.2.3", "1.2.3.5")).study);
    CHECK(placed(values_with("1.2", "", "1.2.3.4")).series == placed(values_with("1.2", "", "1.2.3.5")).series);
    CHECK(placed(values_with("bad uid!", "1.2.3", "1.2.3.4")).study ==
          placed(values_with("", "1.2.3", "1.2.3.4")).study);
}

TEST_CASE("a UID of unconventional form is kept and told (PS3.5 9.1)") {
    auto const uids = placed(values_with("1.02", "1.2.3", "1.2.3-A_4"));
    CHECK(uids.study.str() == "1.02");
    CHECK(uids.unconventional);
    CHECK_FALSE(uids.derived);
}

}  // namespace cassette
