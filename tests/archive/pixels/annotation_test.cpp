#include "archive/pixels/annotation.h"

#include "tests/support/rendered_picture.h"

#include <dcmtk/dcmdata/dcdeftag.h>
#include <doctest/doctest.h>

#include <algorithm>

namespace cassette {

using testing::png_of;
using testing::put;
using testing::SampleImage;

namespace {

using Lines = std::vector<std::string>;

void fill(DcmDataset& dataset) {
    put(dataset, DCM_SpecificCharacterSet, "ISO_IR 100");
    put(dataset, DCM_PatientName, "M\xFCller^Anna^B=\xE9");
    put(dataset, DCM_PatientID, "P-1");
    put(dataset, DCM_PatientBirthDate, "19500301");
    put(dataset, DCM_PatientSex, "F");
    put(dataset, DCM_Modality, "CT");
    put(dataset, DCM_StudyDate, "20261121");
    put(dataset, DCM_StudyTime, "105419.5");
    put(dataset, DCM_KVP, "120");
    put(dataset, DCM_WindowCenter, "40");
    put(dataset, DCM_WindowWidth, "400");
}

}  // namespace

TEST_CASE("patient: name, ID, birth date and sex in UTF-8 (PS3.18 8.3.5.1.1)") {
    DcmDataset dataset;
    fill(dataset);
    CHECK(patient_annotation(dataset) == Lines{"M\xC3\xBCller, Anna B", "ID P-1", "*1950-03-01  F"});
}

TEST_CASE("technique: what, when, how and the window in use (PS3.18 8.3.5.1.1)") {
    DcmDataset dataset;
    fill(dataset);
    CHECK(technique_annotation(dataset, {}) == Lines{"CT", "2026-11-21  10:54:19", "120 kV", "C 40  W 400"});
    CHECK(technique_annotation(dataset, {.window = Window{50.5, 350}}).back() == "C 50.5  W 350");
    DcmDataset empty;
    CHECK(technique_annotation(empty, {}).empty());
    CHECK(patient_annotation(empty).empty());
}

TEST_CASE("text is burned in where it was asked for, and never into a thumbnail (PS3.18 10.4.1.1.4)") {
    SampleImage image{.rows = 100, .columns = 160, .bytes = testing::Samples(16000, 60), .more = fill};
    image.more = [](DcmDataset& dataset) {
        fill(dataset);
        put(dataset, DCM_WindowCenter, "127");
        put(dataset, DCM_WindowWidth, "256");
    };
    auto const part10 = testing::part10_of(image);
    auto const changed = [](testing::DecodedPicture const& picture, std::uint32_t from, std::uint32_t to) {
        return std::count_if(picture.samples.begin() + from * 160, picture.samples.begin() + to * 160,
                             [&](std::uint8_t sample) { return sample > 200; });
    };
    auto const patient = png_of(part10, {.annotations = {.patient = true}});
    CHECK(changed(patient, 0, 50) > 100);
    CHECK(changed(patient, 50, 100) == 0);
    auto const technique = png_of(part10, {.annotations = {.technique = true}});
    CHECK(changed(technique, 0, 50) == 0);
    CHECK(changed(technique, 50, 100) > 100);
    auto const thumbnail = png_of(part10, {.annotations = {true, true}, .purpose = Purpose::thumbnail});
    CHECK(changed(thumbnail, 0, 100) == 0);
    CHECK(changed(png_of(part10), 0, 100) == 0);
}

}  // namespace cassette
