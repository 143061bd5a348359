#include "archive/pixels/mask_subtraction.h"

#include "tests/support/rendered_picture.h"

#include <dcmtk/dcmdata/dcdatset.h>
#include <dcmtk/dcmdata/dcdeftag.h>
#include <doctest/doctest.h>

#include <array>
#include <vector>

namespace cassette {

using testing::item_of;
using testing::put;

namespace {

using Numbers = std::vector<std::uint32_t>;

DcmItem& operation_in(DcmDataset& state, char const* operation) {
    auto& item = item_of(state, DCM_MaskSubtractionSequence);
    put(item, DCM_MaskOperation, operation);
    return item;
}

void put_numbers(DcmItem& item, DcmTagKey const& key, std::vector<Uint16> const& numbers) {
    REQUIRE(
        item.putAndInsertUint16Array(DcmTag{key, EVR_US}, numbers.data(), static_cast<unsigned long>(numbers.size()))
            .good());
}

std::optional<MaskOperation> operation_for(DcmDataset& state, std::uint32_t frame) {
    return mask_operation(state, {"1.2", frame}, 10);
}

Frame words(std::uint32_t columns, std::vector<std::uint16_t> const& values) {
    Frame frame;
    frame.description.rows = static_cast<std::uint32_t>(values.size()) / columns;
    frame.description.columns = columns;
    frame.description.bits_allocated = 16;
    frame.description.bits_stored = 12;
    frame.bytes.assign(reinterpret_cast<char const*>(values.data()), values.size() * 2);
    return frame;
}

std::vector<std::int32_t> cells_of(Frame const& frame) {
    std::vector<std::int32_t> cells;
    visit_cells(frame, frame.description.pixels(),
                [&](std::uint64_t, auto cell) { cells.push_back(static_cast<std::int32_t>(cell)); });
    return cells;
}

}  // namespace

TEST_CASE("AVG_SUB takes the mean of the frames it names, and of the contrast frames (PS3.3 C.7.6.10.1)") {
    DcmDataset state;
    auto& item = operation_in(state, "AVG_SUB");
    put_numbers(item, DCM_MaskFrameNumbers, {1, 2});
    put_numbers(item, DCM_ApplicableFrameRange, {3, 5, 8, 10});
    put(item, DCM_ContrastFrameAveraging, std::uint16_t{2});
    auto const operation = operation_for(state, 4);
    REQUIRE(operation);
    CHECK(operation->mask == Numbers{1, 2});
    CHECK(operation->contrast == Numbers{4, 5});
    CHECK(operation_for(state, 8));
    CHECK_FALSE(operation_for(state, 6));
    // The frame after the last is not there to be averaged.
    CHECK_FALSE(operation_for(state, 10));
    put_numbers(item, DCM_MaskFrameNumbers, {11});
    CHECK_FALSE(operation_for(state, 4));
}

TEST_CASE("TID counts back from the frame, REV_TID back from the first (PS3.3 C.7.6.10.1)") {
    DcmDataset state;
    auto& item = operation_in(state, "TID");
    REQUIRE(item.putAndInsertSint16(DCM_TIDOffset, 2).good());
    CHECK(operation_for(state, 5)->mask == Numbers{3});
    CHECK_FALSE(operation_for(state, 2));
    put(item, DCM_MaskOperation, "REV_TID");
    put_numbers(item, DCM_ApplicableFrameRange, {6, 9});
    CHECK(operation_for(state, 6)->mask == Numbers{4});
    CHECK(operation_for(state, 8)->mask == Numbers{2});
    put(item, DCM_MaskOperation, "NONE");
    CHECK_FALSE(operation_for(state, 6));
}

TEST_CASE("an item is for the images that it names") {
    DcmDataset state;
    auto& item = operation_in(state, "TID");
    put(item_of(item, DCM_ReferencedImageSequence), DCM_ReferencedSOPInstanceUID, "9.9");
    CHECK_FALSE(operation_for(state, 5));
    put(item_of(item, DCM_ReferencedImageSequence), DCM_ReferencedSOPInstanceUID, "1.2");
    CHECK(operation_for(state, 5));
}

TEST_CASE("means are subtracted in modality values, the mask moved before (PS3.3 C.7.6.10.1.2)") {
    MeanOfFrames contrast{Rescale{2, -5}};
    MeanOfFrames mask{Rescale{2, -5}};
    REQUIRE(contrast.add(words(3, {100, 200, 300})));
    REQUIRE(contrast.add(words(3, {200, 200, 300})));
    REQUIRE(mask.add(words(3, {10, 20, 40})));
    CHECK(cells_of(difference(contrast, mask, {})) == std::vector<std::int32_t>{280, 360, 520});
    // Half a pixel to the left: 15, 30 and 40.
    auto const moved = difference(contrast, mask, {.contrast = {}, .mask = {}, .shifts = {{0, 0.5}, {}}});
    CHECK(cells_of(moved) == std::vector<std::int32_t>{270, 340, 520});
    // The last pixel alone a whole pixel to the right, so that it is 20.
    RegionShift const last{{{1, 3}, {1, 3}, {1, 3}}, {0, -1}};
    auto const in_region = difference(contrast, mask, {.contrast = {}, .mask = {}, .shifts = {{}, {last}}});
    CHECK(cells_of(in_region) == std::vector<std::int32_t>{280, 360, 560});
    CHECK(moved.description.is_signed);
    CHECK(moved.description.bits_stored == 13);
    CHECK(cells_of(difference(mask, contrast, {}))[0] == -280);
}

TEST_CASE("a positive row offset moves the mask down (PS3.3 C.7.6.10.1.2)") {
    MeanOfFrames contrast{Rescale{}};
    MeanOfFrames mask{Rescale{}};
    REQUIRE(contrast.add(words(1, {100, 100, 100})));
    REQUIRE(mask.add(words(1, {10, 20, 40})));
    auto const moved = difference(contrast, mask, {.contrast = {}, .mask = {}, .shifts = {{1, 0}, {}}});
    CHECK(cells_of(moved) == std::vector<std::int32_t>{90, 90, 80});
}

TEST_CASE("frames that are not alike, or no grey, are refused") {
    MeanOfFrames mean{Rescale{}};
    REQUIRE(mean.add(words(3, {1, 2, 3})));
    CHECK(mean.add(words(1, {1, 2, 3})).error().code == ErrorCode::not_acceptable);
    auto coloured = words(3, {1, 2, 3});
    coloured.description.photometric = Photometric::palette_color;
    CHECK(MeanOfFrames{Rescale{}}.add(coloured).error().code == ErrorCode::not_acceptable);
    auto short_one = words(3, {1, 2, 3});
    short_one.bytes.resize(4);
    CHECK(mean.add(short_one).error().code == ErrorCode::not_acceptable);
    auto huge = words(1, {1});
    huge.description.rows = huge.description.columns = 6000;
    huge.bytes.resize(72'000'000);
    CHECK(MeanOfFrames{Rescale{}}.add(huge).error().code == ErrorCode::too_large);
}

}  // namespace cassette
