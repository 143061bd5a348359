#include "tools/generate/synthetic_study.h"

#include "schema/uid.h"
#include "tests/support/sha256_of.h"
#include "tests/support/temporary_directory.h"

#include <dcmtk/dcmdata/dctk.h>
#include <doctest/doctest.h>

#include <set>

namespace cassette::generate {

namespace {

// SHA-256 of the first instance of seed 42, 64x64.
constexpr std::string_view golden_digest = "df61de83ed0ad2f3025d7336c163fc5d1419865da42fca1db95fdb11a6e9fdf4";

// What an independent reader makes of the file.
std::string value_read_by_dcmtk(std::string const& file, DcmTagKey const& tag) {
    testing::TemporaryDirectory const scratch;
    testing::write_file(scratch / "file", file);
    DcmFileFormat format;
    REQUIRE(format.loadFile((scratch / "file").c_str()).good());
    OFString value;
    CHECK(format.getDataset()->findAndGetOFStringArray(tag, value).good());
    return {value.c_str(), value.size()};
}

}  // namespace

TEST_CASE("the same seed gives the same bytes, on every machine") {
    SyntheticPlan const plan{.seed = 42, .instances = 3};
    CHECK(part10_of(plan, {1, 0, 2}) == part10_of(plan, {1, 0, 2}));
    CHECK(testing::sha256_of(part10_of(plan, {})) == golden_digest);
    CHECK(part10_of(plan, {}) != part10_of({.seed = 43, .instances = 3}, {}));
}

TEST_CASE("DCMTK reads what we write, in every encoding") {
    using enum Encoding;
    for (auto const encoding : {explicit_little_endian, implicit_little_endian, explicit_big_endian}) {
        SyntheticPlan const plan{.rows = 20, .columns = 30, .modality = "MR", .encoding = encoding};
        CAPTURE(transfer_syntax_uid(encoding));
        auto const file = part10_of(plan, {0, 0, 4});
        CHECK(value_read_by_dcmtk(file, DCM_Modality) == "MR");
        CHECK(value_read_by_dcmtk(file, DCM_SOPInstanceUID) == uids_of(plan, {0, 0, 4}).instance);
        CHECK(value_read_by_dcmtk(file, DCM_Columns) == "30");
        CHECK(value_read_by_dcmtk(file, DCM_InstanceNumber) == "5");
    }
}

TEST_CASE("UIDs are valid, under 2.25 and all different (PS3.5 9.1, B.2)") {
    SyntheticPlan const plan{.seed = 9, .series = 3, .instances = 4};
    std::set<std::string> seen;
    for (std::uint32_t study = 0; study < 5; ++study) {
        for (std::uint32_t number = 0; number < 12; ++number) {
            auto const uids = uids_of(plan, {study, number / 4, number % 4});
            CAPTURE(uids.instance);
            CHECK(is_valid_uid(uids.study));
            CHECK(is_valid_uid(uids.series));
            CHECK(is_valid_uid(uids.instance));
            CHECK(uids.instance.starts_with("2.25."));
            seen.insert({uids.study, uids.series, uids.instance});
        }
    }
    CHECK(seen.size() == 5 + 15 + 60);
}

TEST_CASE("frames come one at a time and are all there") {
    SyntheticPlan const plan{.rows = 16, .columns = 16, .frames = 7, .modality = "US"};
    std::size_t pieces = 0;
    std::size_t bytes = 0;
    auto const count = [&](std::string_view piece) -> Result<void> {
        ++pieces;
        bytes += piece.size();
        return {};
    };
    CHECK(write_part10(plan, {}, count));
    CHECK(pieces == 7);
    CHECK(bytes == part10_of(plan, {}).size());
    CHECK(value_read_by_dcmtk(part10_of(plan, {}), DCM_NumberOfFrames) == "7");
}

TEST_CASE("pixel data beyond a 32-bit length is too_large, and the sink's error is returned (PS3.5 7.1)") {
    auto const refuse = [](std::string_view) -> Result<void> { return fail(ErrorCode::out_of_resources, "full"); };
    SyntheticPlan const huge{.rows = 65535, .columns = 65535, .frames = 1};
    CHECK(write_part10(huge, {}, refuse).error().code == ErrorCode::too_large);
    CHECK(write_part10({}, {}, refuse).error().code == ErrorCode::out_of_resources);
}

TEST_CASE("every modality has a SOP Class, and a multi-frame one (PS3.4 B.5)") {
    for (std::string const modality : {"CT", "MR", "CR", "DX", "US", "XA", "NM", "PT", "OT"}) {
        CAPTURE(modality);
        CHECK(is_modality(modality));
        CHECK(modalities().find(modality) != std::string_view::npos);
        CHECK(is_valid_uid(sop_class_of({.modality = modality})));
        CHECK(is_valid_uid(sop_class_of({.frames = 2, .modality = modality})));
    }
    CHECK_FALSE(is_modality("XX"));
}

TEST_CASE("two studies share a patient") {
    SyntheticPlan const plan{.seed = 5};
    CHECK(value_read_by_dcmtk(part10_of(plan, {0, 0, 0}), DCM_PatientID) ==
          value_read_by_dcmtk(part10_of(plan, {1, 0, 0}), DCM_PatientID));
    CHECK(value_read_by_dcmtk(part10_of(plan, {0, 0, 0}), DCM_PatientID) !=
          value_read_by_dcmtk(part10_of(plan, {2, 0, 0}), DCM_PatientID));
}

}  // namespace cassette::generate
