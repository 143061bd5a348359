#include "archive/part10/frame_index.h"

#include "schema/transfer_syntax.h"

#include <algorithm>
#include <numeric>

namespace cassette {

namespace {

constexpr std::uint64_t item_header_size = 8;

// How many fragments each frame takes when frames start at these fragments.
std::vector<std::uint32_t> counts_between(std::vector<std::size_t> const& starts, std::size_t fragments) {
    std::vector<std::uint32_t> counts;
    for (std::size_t i = 0; i < starts.size(); ++i) {
        std::size_t const end = i + 1 < starts.size() ? starts[i + 1] : fragments;
        counts.push_back(static_cast<std::uint32_t>(end - starts[i]));
    }
    return counts;
}

// Offsets count from the first byte of the Item that follows the Basic Offset Table. Empty when they fit no fragment.
std::vector<std::uint32_t> by_offsets(std::vector<ByteRange> const& fragments,
                                      std::vector<std::uint64_t> const& offsets) {
    std::vector<std::size_t> starts;
    std::size_t fragment = 0;
    std::uint64_t const origin = fragments.front().offset - item_header_size;
    for (auto const offset : offsets) {
        while (fragment < fragments.size() && fragments[fragment].offset - item_header_size - origin < offset)
            ++fragment;
        bool const fits =
            fragment < fragments.size() && fragments[fragment].offset - item_header_size - origin == offset;
        if (!fits || (!starts.empty() && starts.back() == fragment)) return {};
        starts.push_back(fragment);
    }
    if (starts.empty() || starts.front() != 0) return {};
    return counts_between(starts, fragments.size());
}

std::vector<std::uint32_t> by_image_starts(std::vector<bool> const& starts_frame) {
    std::vector<std::size_t> starts;
    for (std::size_t i = 0; i < starts_frame.size(); ++i)
        if (starts_frame[i]) starts.push_back(i);
    if (starts.empty() || starts.front() != 0) return {};
    return counts_between(starts, starts_frame.size());
}

std::vector<std::uint32_t> fragments_of_frames(ScannedDataset const& dataset, std::size_t frames) {
    auto const& fragments = dataset.pixels.fragments;
    if (fragments.empty()) return {};
    for (auto const* offsets : {&dataset.extended_offsets, &dataset.basic_offsets}) {
        if (offsets->size() != frames) continue;
        if (auto counts = by_offsets(fragments, *offsets); !counts.empty()) return counts;
    }
    if (fragments.size() == frames) return std::vector<std::uint32_t>(frames, 1);
    if (frames == 1) return {static_cast<std::uint32_t>(fragments.size())};
    if (auto counts = by_image_starts(dataset.fragment_starts_frame); counts.size() == frames) return counts;
    // The description and the stream disagree: fragments are all that is certain.
    std::vector<std::uint32_t> counts(std::min(frames, fragments.size()), 1);
    return counts;
}

bool native_fits(PixelLayout const& pixels) {
    std::uint64_t const bits = pixels.frame_bits * pixels.frames;
    std::uint64_t const bytes = (bits + 7) / 8;
    return pixels.value.length == bytes || pixels.value.length == bytes + 1;
}

// PS3.5 8.2.5 to 8.2.9: the frames of a video are one bit stream, which is cut into fragments anywhere.
bool is_video(std::string_view transfer_syntax) {
    auto const* const syntax = find_transfer_syntax(transfer_syntax);
    return syntax != nullptr && syntax->media_type.starts_with("video/");
}

}  // namespace

ResolvedLayout resolve_layout(ScannedInstance const& scanned, std::uint32_t number_of_frames,
                              std::uint64_t frame_bits) {
    ResolvedLayout resolved;
    auto& layout = resolved.layout;
    layout.deflated = scanned.deflated;
    layout.big_endian = scanned.dataset.order == ByteOrder::big;
    layout.dataset = scanned.range;
    layout.pixels = scanned.dataset.pixels;
    layout.bulk = scanned.dataset.bulk;
    auto& pixels = layout.pixels;
    pixels.frames = pixels.encoding == PixelEncoding::none ? 0 : number_of_frames;
    pixels.frame_bits = pixels.encoding == PixelEncoding::native ? frame_bits : 0;
    if (pixels.encoding == PixelEncoding::native) resolved.pixels_fit = native_fits(pixels);
    if (pixels.encoding == PixelEncoding::encapsulated) {
        pixels.fragments_of_frame = fragments_of_frames(scanned.dataset, number_of_frames);
        auto const& counts = pixels.fragments_of_frame;
        auto const used = std::accumulate(counts.begin(), counts.end(), std::size_t{0});
        bool const fits = counts.size() == number_of_frames && used == pixels.fragments.size();
        resolved.pixels_fit = is_video(scanned.transfer_syntax) ? !pixels.fragments.empty() : fits;
    }
    std::uint64_t const base = scanned.deflated ? 0 : scanned.range.offset;
    pixels.value.offset += base;
    for (auto& fragment : pixels.fragments) fragment.offset += base;
    for (auto& value : layout.bulk) value.range.offset += base;
    return resolved;
}

}  // namespace cassette
