#include "archive/pixels/mask_subtraction.h"

#include "archive/pixels/between_samples.h"
#include "archive/pixels/raster.h"

#include <dcmtk/dcmdata/dcdeftag.h>
#include <dcmtk/dcmdata/dcsequen.h>

#include <algorithm>
#include <cmath>
#include <string_view>

namespace cassette {

namespace {

constexpr unsigned long items_max = 256;
constexpr unsigned long frames_averaged_max = 64;
// Two means, the number of a region, and the difference.
constexpr std::uint64_t bytes_of_pixel = 2 * sizeof(double) + 1 + sizeof(std::int32_t);

bool has_text(DcmItem& item, DcmTagKey const& key, std::string_view wanted) {
    OFString text;
    return item.findAndGetOFString(key, text).good() && std::string_view{text.data(), text.size()} == wanted;
}

std::vector<std::uint32_t> mask_frames(DcmItem& item) {
    std::vector<std::uint32_t> frames;
    Uint16 number = 0;
    for (unsigned long i = 0; i < frames_averaged_max; ++i) {
        if (item.findAndGetUint16(DCM_MaskFrameNumbers, number, i).bad()) break;
        frames.push_back(number);
    }
    return frames;
}

// The mask of time interval differencing; REV_TID counts back from the first frame of the range as the contrast goes on.
std::int64_t differenced_frame(DcmItem& item, std::uint32_t frame) {
    Sint16 offset = 0;
    if (item.findAndGetSint16(DCM_TIDOffset, offset).bad()) offset = 1;
    std::int64_t const current = frame;
    if (!has_text(item, DCM_MaskOperation, "REV_TID")) return current - offset;
    Uint16 first = 0;
    (void)item.findAndGetUint16(DCM_ApplicableFrameRange, first, 0);
    return (first - offset) - (current - first);
}

std::optional<MaskOperation> operation_of(DcmItem& item, std::uint32_t frame, std::uint32_t frames) {
    MaskOperation operation;
    if (has_text(item, DCM_MaskOperation, "AVG_SUB")) {
        operation.mask = mask_frames(item);
    } else if (has_text(item, DCM_MaskOperation, "TID") || has_text(item, DCM_MaskOperation, "REV_TID")) {
        auto const number = differenced_frame(item, frame);
        if (number > 0 && number <= frames) operation.mask = {static_cast<std::uint32_t>(number)};
    }
    Uint16 averaged = 1;
    (void)item.findAndGetUint16(DCM_ContrastFrameAveraging, averaged);
    auto const count = std::clamp<std::uint32_t>(averaged, 1, frames_averaged_max);
    for (std::uint32_t i = 0; i < count; ++i) operation.contrast.push_back(frame + i);
    operation.shifts = mask_shifts(item, frame);
    auto const is_there = [frames](std::uint32_t number) { return number >= 1 && number <= frames; };
    bool const possible = !operation.mask.empty() && std::ranges::all_of(operation.mask, is_there) &&
        std::ranges::all_of(operation.contrast, is_there);
    return possible ? std::optional{std::move(operation)} : std::nullopt;
}

}  // namespace

std::optional<MaskOperation> mask_operation(DcmItem& state, PresentedFrame const& frame, std::uint32_t frames) {
    // PS3.3 C.7.6.10: NAT is without subtraction.
    if (has_text(state, DCM_RecommendedViewingMode, "NAT")) return std::nullopt;
    DcmSequenceOfItems* sequence = nullptr;
    if (state.findAndGetSequence(DCM_MaskSubtractionSequence, sequence).bad() || sequence == nullptr)
        return std::nullopt;
    auto const count = std::min(sequence->card(), items_max);
    for (unsigned long i = 0; i < count; ++i) {
        auto* const item = sequence->getItem(i);
        if (item == nullptr || !applies_to(*item, frame) ||
            !covers_frame(*item, DCM_ApplicableFrameRange, frame.number))
            continue;
        if (auto operation = operation_of(*item, frame.number, frames)) return operation;
    }
    return std::nullopt;
}

Result<void> MeanOfFrames::add(Frame const& frame) {
    auto const& description = frame.description;
    bool const is_first = count_ == 0;
    bool const is_grey = description.samples == 1 && description.kind == SampleKind::integer &&
        (description.photometric == Photometric::monochrome1 || description.photometric == Photometric::monochrome2);
    if (!is_grey || (!is_first && !(description == description_)) ||
        frame.bytes.size() < native_frame_bytes(description))
        return fail(ErrorCode::not_acceptable, "mask subtraction is for grey frames of one kind");
    if (description.pixels() * bytes_of_pixel > raster_bytes_max)
        return fail(ErrorCode::too_large, "mask subtraction is beyond the memory budget");
    if (is_first) {
        description_ = description;
        sums_.assign(static_cast<std::size_t>(description.pixels()), 0);
    }
    visit_cells(frame, description.pixels(), [this](std::uint64_t i, auto cell) {
        sums_[static_cast<std::size_t>(i)] += modality_value(transform_, static_cast<double>(cell));
    });
    count_ += 1;
    return {};
}

double MeanOfFrames::at(double x, double y) const {
    auto const sum = [this](std::size_t index) { return sums_[index]; };
    return between_samples(description_.columns, description_.rows, x, y, sum) / count_;
}

Frame difference(MeanOfFrames const& contrast, MeanOfFrames const& mask, MaskOperation const& operation) {
    Frame result{contrast.description(), {}};
    auto& description = result.description;
    description.is_signed = true;
    description.bits_allocated = 32;
    description.shift = 0;
    description.bits_stored = std::min(description.bits_stored + 1, 32U);
    auto const largest = std::ldexp(1.0, static_cast<int>(description.bits_stored) - 1) - 1;
    auto const regions = region_map(operation.shifts, description.rows, description.columns);
    std::vector<std::int32_t> cells;
    cells.reserve(static_cast<std::size_t>(description.pixels()));
    for (std::uint32_t y = 0; y < description.rows; ++y) {
        for (std::uint32_t x = 0; x < description.columns; ++x) {
            auto const number = regions.numbers[cells.size()];
            auto const& shift = number == 0 ? operation.shifts.elsewhere : operation.shifts.regions[number - 1U].shift;
            double const less = contrast.at(x, y) - mask.at(x + shift.left, y - shift.down);
            double const kept = std::isfinite(less) ? std::clamp(less, -largest, largest) : 0;
            cells.push_back(static_cast<std::int32_t>(std::lround(kept)));
        }
    }
    result.bytes.assign(reinterpret_cast<char const*>(cells.data()), cells.size() * sizeof(std::int32_t));
    return result;
}

}  // namespace cassette
