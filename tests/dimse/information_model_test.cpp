#include "dimse/information_model.h"

#include <doctest/doctest.h>

#include <string>

using namespace cassette;
using namespace cassette::dimse;

namespace {

DataElement key(Tag tag, std::string vr, std::string value = {}) {
    return {.tag = tag, .vr = std::move(vr), .value = std::move(value)};
}

}  // namespace

TEST_CASE("the SOP Classes of Query/Retrieve are known by model and operation (PS3.4 C.6, Y.6, Z.6)") {
    CHECK(query_retrieve_sop_classes().size() == 12);
    auto const known = find_query_retrieve_sop_class("1.2.840.10008.5.1.4.1.2.3.2");
    REQUIRE(known);
    CHECK(known->model == InformationModel::patient_study_only);
    CHECK(known->operation == QueryRetrieveOperation::move);
    CHECK_FALSE(find_query_retrieve_sop_class("1.2.840.10008.5.1.4.31"));
}

TEST_CASE("the Query/Retrieve Level is one of the model's (PS3.4 C.6.1.1, C.6.2.1, C.6.3.1, Y.6.1, Z.6.1)") {
    using enum InformationModel;
    auto const level = [](char const* value, InformationModel model) {
        return level_of({key({0x0008, 0x0052}, "CS", value)}, model);
    };
    CHECK(level("PATIENT ", patient_root) == Level::patient);
    CHECK(level("PATIENT", study_root) == std::nullopt);
    CHECK(level("STUDY ", study_root) == Level::study);
    CHECK(level("SERIES", patient_root) == Level::series);
    CHECK(level("IMAGE ", study_root) == Level::instance);
    CHECK(level("INSTANCE", study_root) == std::nullopt);
    CHECK(level("STUDY", patient_study_only) == Level::study);
    CHECK(level("SERIES", patient_study_only) == std::nullopt);
    CHECK(level("IMAGE", composite_instance_root) == Level::instance);
    CHECK(level("STUDY", composite_instance_root) == std::nullopt);
    CHECK(level("IMAGE", without_bulk_data) == Level::instance);
    CHECK(level("FRAME", without_bulk_data) == std::nullopt);
    CHECK(level("", study_root) == std::nullopt);
    CHECK(level_of({}, study_root) == std::nullopt);
}

TEST_CASE("the unique keys above the level are single values (PS3.4 C.4.1.1.3.1)") {
    using enum InformationModel;
    constexpr Tag patient_id{0x0010, 0x0020}, study{0x0020, 0x000D}, series{0x0020, 0x000E};
    auto const p = key(patient_id, "LO", "P1"), s = key(study, "UI", "1.2"), e = key(series, "UI", "1.3");
    CHECK_FALSE(missing_unique_key({}, patient_root, Level::patient));
    CHECK_FALSE(missing_unique_key({}, study_root, Level::study));
    CHECK(missing_unique_key({}, patient_root, Level::study) == patient_id);
    CHECK_FALSE(missing_unique_key({p}, patient_root, Level::study));
    CHECK(missing_unique_key({p}, patient_root, Level::series) == study);
    CHECK_FALSE(missing_unique_key({s}, study_root, Level::series));
    CHECK(missing_unique_key({s}, study_root, Level::instance) == series);
    CHECK_FALSE(missing_unique_key({p, s, e}, patient_root, Level::instance));
    CHECK(missing_unique_key({}, patient_study_only, Level::study) == patient_id);
    CHECK_FALSE(missing_unique_key({}, composite_instance_root, Level::instance));
    for (auto const* value : {"", "  ", "1.2\\1.3", "*", "1.?"}) {
        CAPTURE(value);
        CHECK(missing_unique_key({key(study, "UI", value)}, study_root, Level::series) == study);
    }
}
