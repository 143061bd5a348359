#include "archive/retrieve/extracted_header.h"

#include <dcmtk/dcmdata/dcdeftag.h>
#include <dcmtk/dcmdata/dcsequen.h>

#include <algorithm>
#include <array>
#include <memory>

namespace cassette {

namespace {

Failure refused() { return fail(ErrorCode::internal, "DCMTK refuses an attribute"); }

// What says something about frames by their numbers and may be absent.
std::vector<DcmTagKey> frame_references() {
    return {DCM_RepresentativeFrameNumber,
            DCM_FrameNumbersOfInterest,
            DCM_FrameOfInterestDescription,
            DCM_FrameOfInterestType,
            DCM_MaskSubtractionSequence,
            DCM_RWavePointer,
            DCM_StartTrim,
            DCM_StopTrim,
            DCM_ConcatenationUID,
            DCM_InConcatenationNumber,
            DCM_InConcatenationTotalNumber,
            DCM_ConcatenationFrameOffsetNumber,
            DCM_SOPInstanceUIDOfConcatenationSource};
}

void keep_functional_groups(DcmDataset& header, std::vector<std::uint32_t> const& frames) {
    DcmSequenceOfItems* groups = nullptr;
    if (header.findAndGetSequence(DCM_PerFrameFunctionalGroupsSequence, groups).bad() || groups == nullptr) return;
    for (auto number = groups->card(); number > 0; --number)
        if (!std::ranges::binary_search(frames, number))
            std::unique_ptr<DcmItem> const gone{groups->remove(number - 1)};
}

// The values of some frames, of an element that has one for each.
Result<void> keep_values(DcmDataset& header, DcmTagKey const& key, std::vector<std::uint32_t> const& frames) {
    DcmElement* element = nullptr;
    if (header.findAndGetElement(key, element).bad() || element == nullptr) return {};
    if (element->getVR() == EVR_US) {
        std::vector<Uint16> kept;
        for (auto const number : frames)
            if (Uint16 value = 0; element->getUint16(value, number - 1).good()) kept.push_back(value);
        auto const put = header.putAndInsertUint16Array(key, kept.data(), static_cast<unsigned long>(kept.size()));
        return put.good() ? Result<void>{} : refused();
    }
    OFString all;
    for (auto const number : frames) {
        OFString value;
        if (element->getOFString(value, number - 1).bad()) return refused();
        if (!all.empty()) all += '\\';
        all += value;
    }
    return header.putAndInsertOFStringArray(key, all).good() ? Result<void>{} : refused();
}

// PS3.3 C.7.6.6.1.1: the Frame Increment Pointer names the attributes that have a value for each frame.
Result<void> keep_vectors(DcmDataset& header, ExtractedInstance const& extracted, FrameExtraction const& extraction) {
    DcmElement* pointers = nullptr;
    if (header.findAndGetElement(DCM_FrameIncrementPointer, pointers).bad() || pointers == nullptr) return {};
    for (unsigned long i = 0; i < pointers->getVM(); ++i) {
        DcmTagKey key;
        if (pointers->getTagVal(key, i).bad()) continue;
        DcmElement* vector = nullptr;
        bool const there = header.findAndGetElement(key, vector).good() && vector != nullptr;
        if (!there || vector->getVM() != extracted.source_frames || extracted.source_frames == 1) continue;
        if (auto kept = keep_values(header, key, extraction.frames); !kept) return kept;
    }
    return {};
}

bool put_request(DcmItem& item, FrameSelection const& selection) {
    auto const put_list = [&](DcmTagKey const& key, std::vector<std::uint32_t> const& list) {
        std::vector<Uint32> const values{list.begin(), list.end()};
        return item.putAndInsertUint32Array(key, values.data(), static_cast<unsigned long>(values.size())).good();
    };
    if (!selection.simple.empty()) return put_list(DCM_SimpleFrameList, selection.simple);
    if (!selection.calculated.empty()) return put_list(DCM_CalculatedFrameList, selection.calculated);
    return item
        .putAndInsertFloat64Array(DCM_TimeRange, selection.time_range.data(),
                                  static_cast<unsigned long>(selection.time_range.size()))
        .good();
}

// PS3.3 C.12.3: an item more than the source has.
Result<void> add_frame_extraction(DcmDataset& header, SOPInstanceUID const& source, FrameSelection const& selection) {
    DcmItem* item = nullptr;
    constexpr signed long append = -2;
    if (header.findOrCreateSequenceItem(DCM_FrameExtractionSequence, item, append).bad()) return refused();
    bool const put = item->putAndInsertString(DCM_MultiFrameSourceSOPInstanceUID, source.str().c_str()).good() &&
        put_request(*item, selection);
    return put ? Result<void>{} : refused();
}

// PS3.3 C.12.1 and PS3.16 CID 7005.
Result<void> add_contributing_equipment(DcmDataset& header) {
    DcmItem* item = nullptr;
    DcmItem* purpose = nullptr;
    constexpr signed long append = -2;
    bool const put = header.findOrCreateSequenceItem(DCM_ContributingEquipmentSequence, item, append).good() &&
        item->findOrCreateSequenceItem(DCM_PurposeOfReferenceCodeSequence, purpose, append).good() &&
        purpose->putAndInsertString(DCM_CodeValue, "109105").good() &&
        purpose->putAndInsertString(DCM_CodingSchemeDesignator, "DCM").good() &&
        purpose->putAndInsertString(DCM_CodeMeaning, "Frame Extracting Equipment").good() &&
        item->putAndInsertString(DCM_Manufacturer, "Cassette").good();
    return put ? Result<void>{} : refused();
}

}  // namespace

std::vector<double> frame_times(DcmDataset& header, std::uint32_t frames) {
    constexpr double milliseconds = 1000;
    std::vector<double> times;
    Float64 step = 0;
    DcmElement* vector = nullptr;
    bool const has_vector =
        header.findAndGetElement(DCM_FrameTimeVector, vector).good() && vector != nullptr && vector->getVM() == frames;
    if (!has_vector && header.findAndGetFloat64(DCM_FrameTime, step).bad()) return times;
    double time = 0;
    for (std::uint32_t i = 0; i < frames; ++i) {
        if (has_vector && vector->getFloat64(step, i).bad()) return {};
        // The vector has the time since the frame before, of which the first has none.
        if (i > 0) time += step / milliseconds;
        times.push_back(time);
    }
    return times;
}

Result<void> describe_extraction(DcmDataset& header, ExtractedInstance const& extracted,
                                 FrameExtraction const& extraction) {
    auto const count = std::to_string(extraction.frames.size());
    bool const put = header.putAndInsertString(DCM_SOPInstanceUID, extracted.instance.str().c_str()).good() &&
        header.putAndInsertString(DCM_NumberOfFrames, count.c_str()).good();
    if (!put) return refused();
    keep_functional_groups(header, extraction.frames);
    if (auto kept = keep_vectors(header, extracted, extraction); !kept) return kept;
    for (auto const& key : frame_references()) (void)header.findAndDeleteElement(key);
    if (auto added = add_frame_extraction(header, extracted.source, extraction.selection); !added) return added;
    return add_contributing_equipment(header);
}

}  // namespace cassette
