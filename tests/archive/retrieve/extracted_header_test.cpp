#include "archive/retrieve/extracted_header.h"

#include <dcmtk/dcmdata/dcdeftag.h>
#include <dcmtk/dcmdata/dcsequen.h>
#include <doctest/doctest.h>

namespace cassette {

namespace {

SOPInstanceUID uid(char const* text) { return *SOPInstanceUID::parse(text); }

std::string text_of(DcmItem& item, DcmTagKey const& key) {
    OFString text;
    (void)item.findAndGetOFStringArray(key, text);
    return text.c_str();
}

void describe(DcmDataset& header, FrameExtraction const& extraction, std::uint32_t source_frames) {
    auto const source = uid("1.2"), instance = uid("1.3");
    auto const described = describe_extraction(header, {source, instance, source_frames}, extraction);
    REQUIRE_MESSAGE(described, described.error().detail);
}

}  // namespace

TEST_CASE("frame times come from Frame Time or Frame Time Vector (PS3.3 C.7.6.5)") {
    DcmDataset header;
    CHECK(frame_times(header, 3).empty());
    header.putAndInsertString(DCM_FrameTime, "500");
    CHECK(frame_times(header, 3) == std::vector<double>{0, 0.5, 1});
    header.putAndInsertString(DCM_FrameTimeVector, "0\\100\\150");
    CHECK(frame_times(header, 3) == std::vector<double>{0, 0.1, 0.25});
}

TEST_CASE("functional groups and vectors are those of the frames (PS3.4 Y.3.3)") {
    DcmDataset header;
    for (int i = 1; i <= 4; ++i) {
        DcmItem* group = nullptr;
        header.findOrCreateSequenceItem(DCM_PerFrameFunctionalGroupsSequence, group, -2);
        group->putAndInsertString(DCM_FrameLabel, std::to_string(i).c_str());
    }
    header.putAndInsertTagKey(DCM_FrameIncrementPointer, DCM_FrameTimeVector);
    header.putAndInsertString(DCM_FrameTimeVector, "0\\1\\2\\3");
    header.putAndInsertUint16(DCM_RepresentativeFrameNumber, 4);
    describe(header, {{.simple = {2, 4}}, {2, 4}}, 4);
    CHECK(text_of(header, DCM_SOPInstanceUID) == "1.3");
    CHECK(text_of(header, DCM_NumberOfFrames) == "2");
    CHECK(text_of(header, DCM_FrameTimeVector) == "1\\3");
    CHECK_FALSE(header.tagExists(DCM_RepresentativeFrameNumber));
    DcmSequenceOfItems* groups = nullptr;
    REQUIRE(header.findAndGetSequence(DCM_PerFrameFunctionalGroupsSequence, groups).good());
    REQUIRE(groups->card() == 2);
    CHECK(text_of(*groups->getItem(0), DCM_FrameLabel) == "2");
    CHECK(text_of(*groups->getItem(1), DCM_FrameLabel) == "4");
}

TEST_CASE("vectors of numbers are those of the frames too (PS3.3 C.8.4.8)") {
    DcmDataset header;
    std::vector<Uint16> const detectors{1, 1, 2};
    header.putAndInsertTagKey(DCM_FrameIncrementPointer, DCM_DetectorVector);
    header.putAndInsertUint16Array(DCM_DetectorVector, detectors.data(), 3);
    describe(header, {{.simple = {1, 3}}, {1, 3}}, 3);
    Uint16 const* kept = nullptr;
    unsigned long count = 0;
    REQUIRE(header.findAndGetUint16Array(DCM_DetectorVector, kept, &count).good());
    REQUIRE(count == 2);
    CHECK((kept[0] == 1 && kept[1] == 2));
}

TEST_CASE("an extracted instance says of what it is, and by whom it was made (PS3.3 C.12.3, PS3.16 CID 7005)") {
    DcmDataset header;
    describe(header, {{.calculated = {1, 3, 2}}, {1, 3}}, 3);
    describe(header, {{.time_range = {0, 1}}, {1}}, 2);
    DcmSequenceOfItems* extractions = nullptr;
    REQUIRE(header.findAndGetSequence(DCM_FrameExtractionSequence, extractions).good());
    REQUIRE(extractions->card() == 2);
    CHECK(text_of(*extractions->getItem(0), DCM_MultiFrameSourceSOPInstanceUID) == "1.2");
    CHECK(text_of(*extractions->getItem(0), DCM_CalculatedFrameList) == "1\\3\\2");
    CHECK(extractions->getItem(1)->tagExists(DCM_TimeRange));
    DcmSequenceOfItems* equipment = nullptr;
    REQUIRE(header.findAndGetSequence(DCM_ContributingEquipmentSequence, equipment).good());
    REQUIRE(equipment->card() == 2);
    DcmItem* purpose = nullptr;
    REQUIRE(equipment->getItem(1)->findAndGetSequenceItem(DCM_PurposeOfReferenceCodeSequence, purpose).good());
    CHECK(text_of(*purpose, DCM_CodeValue) == "109105");
}

}  // namespace cassette
