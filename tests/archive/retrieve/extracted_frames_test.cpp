#include "archive/retrieve/extracted_frames.h"

#include "tests/support/dataset_builder.h"
#include "tests/support/sample_image.h"
#include "tests/support/single_instance_archive.h"
#include "tests/support/transcoded.h"

#include <dcmtk/dcmdata/dcdeftag.h>
#include <dcmtk/dcmdata/dcistrmb.h>
#include <dcmtk/dcmdata/dcpixel.h>
#include <dcmtk/dcmdata/dcpixseq.h>
#include <doctest/doctest.h>

namespace cassette {

namespace {

using testing::part10_of;
using testing::SampleImage;
using testing::SingleInstanceArchive;

constexpr char const* explicit_little = "1.2.840.10008.1.2.1";
constexpr char const* implicit_little = "1.2.840.10008.1.2";
constexpr char const* rle = "1.2.840.10008.1.2.5";

// Frames of four cells: 0 1 2 3, 4 5 6 7, ...
SampleImage frames(std::uint32_t count) {
    SampleImage image{.rows = 2, .columns = 2, .bits_allocated = 16, .bits_stored = 12, .frames = count};
    for (std::uint16_t i = 0; i < 4 * count; ++i) image.words.push_back(i);
    return image;
}

std::unique_ptr<SingleInstanceArchive> holding(std::string_view part10) {
    auto stored = SingleInstanceArchive::holding(part10);
    REQUIRE_MESSAGE(stored, stored.error().detail);
    return std::move(*stored);
}

Result<OutgoingDataset> extract(SingleInstanceArchive const& holder, FrameSelection const& selection,
                                std::vector<std::string> const& accepted) {
    auto const extraction = plan_extraction(holder.archive(), local_operator(), holder.location(), selection);
    if (!extraction) return fail(extraction.error());
    auto const principal = local_operator();
    return extracted_frames({holder.archive(), principal, holder.location()}, *extraction, accepted);
}

std::unique_ptr<DcmDataset> parsed(Result<OutgoingDataset>& dataset) {
    REQUIRE_MESSAGE(dataset, dataset.error().detail);
    auto const bytes = testing::all_of(*dataset->bytes);
    REQUIRE_MESSAGE(bytes, bytes.error().detail);
    auto read = std::make_unique<DcmDataset>();
    DcmInputBufferStream stream;
    stream.setBuffer(bytes->data(), static_cast<offile_off_t>(bytes->size()));
    stream.setEos();
    read->transferInit();
    REQUIRE(read->read(stream, DcmXfer{dataset->transfer_syntax.str().c_str()}.getXfer()).good());
    read->transferEnd();
    return read;
}

std::vector<unsigned> cells_of(DcmDataset& dataset) {
    Uint16 const* cells = nullptr;
    unsigned long count = 0;
    REQUIRE(dataset.findAndGetUint16Array(DCM_PixelData, cells, &count).good());
    return {cells, cells + count};
}

ErrorCode refused(std::string_view part10, FrameSelection const& selection) {
    auto const holder = holding(part10);
    auto const extracted = extract(*holder, selection, {explicit_little});
    REQUIRE_FALSE(extracted);
    return extracted.error().code;
}

}  // namespace

TEST_CASE("frames of an image are an instance of their own, of the same SOP Class (PS3.4 Y.3.3)") {
    auto const holder = holding(part10_of(frames(4)));
    for (auto const* syntax : {explicit_little, implicit_little}) {
        CAPTURE(syntax);
        auto extracted = extract(*holder, {.simple = {2, 4}}, {syntax});
        auto const dataset = parsed(extracted);
        CHECK(cells_of(*dataset) == std::vector<unsigned>{4, 5, 6, 7, 12, 13, 14, 15});
        OFString number, uid;
        dataset->findAndGetOFString(DCM_NumberOfFrames, number);
        CHECK(number == "2");
        dataset->findAndGetOFString(DCM_SOPInstanceUID, uid);
        CHECK(extracted->instance.str() == uid.c_str());
        CHECK(extracted->instance != holder->location().instance);
        CHECK(dataset->tagExists(DCM_FrameExtractionSequence));
    }
    auto const once = extract(*holder, {.simple = {2, 4}}, {explicit_little});
    auto const again = extract(*holder, {.calculated = {2, 4, 2}}, {implicit_little});
    auto const others = extract(*holder, {.simple = {2}}, {explicit_little});
    CHECK(once->instance == again->instance);
    CHECK(once->instance != others->instance);
}

TEST_CASE("compressed frames stay as they are where that is accepted, and are decoded where not (PS3.5 A.4)") {
    auto const holder = holding(part10_of(frames(3), EXS_RLELossless));
    auto decoded = extract(*holder, {.simple = {3}}, {explicit_little});
    CHECK(cells_of(*parsed(decoded)) == std::vector<unsigned>{8, 9, 10, 11});
    auto extracted = extract(*holder, {.simple = {1, 3}}, {explicit_little, rle});
    CHECK(extracted->transfer_syntax.str() == rle);
    auto const dataset = parsed(extracted);
    DcmElement* element = nullptr;
    REQUIRE(dataset->findAndGetElement(DCM_PixelData, element).good());
    DcmPixelSequence* sequence = nullptr;
    REQUIRE(
        dynamic_cast<DcmPixelData&>(*element).getEncapsulatedRepresentation(EXS_RLELossless, nullptr, sequence).good());
    CHECK(sequence->card() == 3);
}

TEST_CASE("frames that do not end on a byte are joined without padding (PS3.5 8.1.1)") {
    // Three frames of 3 x 3 bits: all ones, all zeros, all ones.
    SampleImage const image{
        .rows = 3, .columns = 3, .bits_allocated = 1, .bits_stored = 1, .frames = 3, .bytes = {0xFF, 0x01, 0xFC, 0x07}};
    auto const holder = holding(part10_of(image));
    auto extracted = extract(*holder, {.simple = {1, 3}}, {explicit_little});
    auto const dataset = parsed(extracted);
    Uint8 const* bytes = nullptr;
    unsigned long count = 0;
    REQUIRE(dataset->findAndGetUint8Array(DCM_PixelData, bytes, &count).good());
    REQUIRE(count == 4);
    CHECK((bytes[0] == 0xFF && bytes[1] == 0xFF && bytes[2] == 0x03));
}

TEST_CASE("what no instance can be made of is said so (PS3.4 Table Y.4-1)") {
    CHECK(refused(part10_of(frames(2)), {.simple = {3}}) == ErrorCode::not_found);
    CHECK(refused(part10_of(frames(2)), {}) == ErrorCode::malformed);
    CHECK(refused(part10_of(frames(2)), {.time_range = {0, 1}}) == ErrorCode::nonconformant);
    CHECK(refused(testing::small_image().without({0x7FE0, 0x0010}).part10(), {.simple = {1}}) ==
          ErrorCode::unsupported_sop_class);
    auto tiled = frames(2);
    tiled.more = [](DcmDataset& dataset) { dataset.putAndInsertString(DCM_DimensionOrganizationType, "TILED_FULL"); };
    CHECK(refused(part10_of(tiled), {.simple = {1}}) == ErrorCode::unsupported_sop_class);
}

}  // namespace cassette
