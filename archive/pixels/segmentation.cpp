#include "archive/pixels/segmentation.h"

#include "archive/pixels/cielab.h"
#include "archive/pixels/palette.h"
#include "archive/pixels/value_range.h"

#include <dcmtk/dcmdata/dcdeftag.h>
#include <dcmtk/dcmdata/dcsequen.h>
#include <dcmtk/dcmdata/dcuid.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace cassette {

namespace {

constexpr std::string_view label_map_segmentation = "1.2.840.10008.5.1.4.1.1.66.7";
constexpr unsigned long segments_max = 65535;
constexpr std::uint64_t bytes_of_pixel = 2 + 1 + 3;  // its segment, how much of it, and its colour

enum class SegmentationType { binary, fractional, label_map };

SegmentationType type_of(DcmItem& attributes) {
    OFString term;
    (void)attributes.findAndGetOFString(DCM_SegmentationType, term);
    if (term == "FRACTIONAL") return SegmentationType::fractional;
    return term == "LABELMAP" ? SegmentationType::label_map : SegmentationType::binary;
}

// Colours that are told apart from their neighbours: of one brightness, hues a golden angle apart.
Colour distinct_colour(std::uint16_t segment) {
    double const hue = std::fmod((segment - 1) * 0.618034, 1.0) * 6;
    auto const channel = [hue](double peak) {
        double const distance = std::abs(std::fmod(hue - peak + 9, 6.0) - 3);
        return static_cast<std::uint8_t>(std::clamp(2 - distance, 0.0, 1.0) * 195 + 60);
    };
    return {channel(0), channel(2), channel(4)};
}

std::map<std::uint16_t, Colour> described_colours(DcmItem& attributes) {
    std::map<std::uint16_t, Colour> colours;
    DcmSequenceOfItems* sequence = nullptr;
    if (attributes.findAndGetSequence(DCM_SegmentSequence, sequence).bad() || sequence == nullptr) return colours;
    auto const count = std::min(sequence->card(), segments_max);
    for (unsigned long i = 0; i < count; ++i) {
        auto* const item = sequence->getItem(i);
        Uint16 number = 0;
        if (item == nullptr || item->findAndGetUint16(DCM_SegmentNumber, number).bad()) continue;
        if (auto const colour = cielab_colour(*item, DCM_RecommendedDisplayCIELabValue))
            colours.emplace(number, *colour);
    }
    return colours;
}

// Of a label map in PALETTE COLOR the palette's, PS3.3 C.8.20.2.
Result<void> add_colours(SegmentedFrame& segmented, Frame const& frame, DcmItem& attributes) {
    segmented.colours = described_colours(attributes);
    std::optional<Palette> palette;
    if (frame.description.photometric == Photometric::palette_color) {
        auto read = read_palette(attributes, Signedness::unsigned_values);
        if (!read) return fail(read.error());
        palette = *std::move(read);
    }
    std::vector<bool> seen(segments_max + 1);
    for (auto const segment : segmented.segments) {
        if (segment == 0 || seen[segment]) continue;
        seen[segment] = true;
        if (palette)
            segmented.colours.insert_or_assign(segment, palette->at(segment));
        else
            segmented.colours.try_emplace(segment, distinct_colour(segment));
    }
    return {};
}

void fill_fractions(Frame const& frame, DcmItem& attributes, SegmentedFrame& segmented) {
    Uint16 segment = 0;
    if (attributes.findAndGetUint16(DCM_ReferencedSegmentNumber, segment).bad() || segment == 0) segment = 1;
    double whole = 1;
    if (type_of(attributes) == SegmentationType::fractional) {
        Uint16 maximum = 0;
        if (attributes.findAndGetUint16(DCM_MaximumFractionalValue, maximum).bad()) maximum = 255;
        whole = std::max<double>(maximum, 1);
    }
    visit_cells(frame, frame.description.pixels(), [&](std::uint64_t i, auto cell) {
        auto const at = static_cast<std::size_t>(i);
        double const part = std::clamp(static_cast<double>(cell) / whole, 0.0, 1.0);
        segmented.parts[at] = static_cast<std::uint8_t>(part * 255 + 0.5);
        segmented.segments[at] = segmented.parts[at] == 0 ? 0 : segment;
    });
}

// PS3.3 C.8.20.2: a pixel's value is the number of its segment; background is what Pixel Padding Value says, or 0.
void fill_labels(Frame const& frame, DcmItem& attributes, SegmentedFrame& segmented) {
    auto const background = padding_of(attributes, frame.description).value_or(ValueInterval{0, 0});
    visit_cells(frame, frame.description.pixels(), [&](std::uint64_t i, auto cell) {
        auto const value = static_cast<double>(cell);
        bool const is_segment = value >= 1 && value <= segments_max && !background.contains(value);
        segmented.segments[static_cast<std::size_t>(i)] = is_segment ? static_cast<std::uint16_t>(value) : 0;
        segmented.parts[static_cast<std::size_t>(i)] = is_segment ? 255 : 0;
    });
}

}  // namespace

bool is_segmentation(std::string_view sop_class) {
    return sop_class == UID_SegmentationStorage || sop_class == label_map_segmentation;
}

Result<SegmentedFrame> segmented_frame(Frame const& frame, DcmItem& attributes) {
    auto const& description = frame.description;
    bool const possible = description.samples == 1 && description.kind == SampleKind::integer &&
        frame.bytes.size() >= native_frame_bytes(description);
    if (!possible) return fail(ErrorCode::not_acceptable, "pixels that are no segmentation's");
    if (description.pixels() * bytes_of_pixel > raster_bytes_max)
        return fail(ErrorCode::too_large, "the segmentation is beyond the memory budget");
    SegmentedFrame segmented{description.columns, description.rows};
    segmented.segments.resize(static_cast<std::size_t>(description.pixels()));
    segmented.parts.resize(segmented.segments.size());
    if (type_of(attributes) == SegmentationType::label_map)
        fill_labels(frame, attributes, segmented);
    else
        fill_fractions(frame, attributes, segmented);
    if (auto added = add_colours(segmented, frame, attributes); !added) return fail(added.error());
    return segmented;
}

void blend_segments(SegmentedFrame const& segmented, Placement const& where, double opacity, Raster& raster) {
    for (std::uint32_t y = 0; y < raster.height; ++y) {
        for (std::uint32_t x = 0; x < raster.width; ++x) {
            auto const [column, row] = where({x + 0.5, y + 0.5});
            if (!(column >= 0 && row >= 0 && column < segmented.columns && row < segmented.rows)) continue;
            auto const at = static_cast<std::size_t>(row) * segmented.columns + static_cast<std::size_t>(column);
            auto const segment = segmented.segments[at];
            if (segment == 0) continue;
            blend(raster, x, y, segmented.colours.at(segment), opacity * segmented.parts[at] / 255);
        }
    }
}

}  // namespace cassette
