#include "archive/pixels/overlay.h"

#include <dcmtk/dcmdata/dcdeftag.h>
#include <dcmtk/dcmdata/dcelem.h>

#include <algorithm>

namespace cassette {

namespace {

constexpr std::uint16_t last_group = 0x601E;

std::uint32_t number_at(DcmItem& attributes, DcmTagKey const& key, std::uint32_t fallback) {
    Uint16 value = 0;
    return attributes.findAndGetUint16(key, value).good() ? value : fallback;
}

std::uint32_t count_at(DcmItem& attributes, DcmTagKey const& key, std::uint32_t fallback) {
    Sint32 value = 0;
    return attributes.findAndGetSint32(key, value).good() && value > 0 ? static_cast<std::uint32_t>(value) : fallback;
}

// The position of the plane for a frame among those in the overlay data, PS3.3 C.9.3; nullopt when it covers other frames.
std::optional<std::uint64_t> plane_of_frame(DcmItem& attributes, std::uint16_t group, std::uint32_t number) {
    if (!attributes.tagExists(DcmTagKey{group, 0x0015})) return 0;
    auto const planes = count_at(attributes, {group, 0x0015}, 1);
    auto const origin = number_at(attributes, {group, 0x0051}, 1);
    if (number < origin || number - origin >= planes) return std::nullopt;
    return number - origin;
}

// PS3.5 8.1.2: bits from the least significant on. In words where the object was big endian, which DCMTK has put right.
std::vector<std::uint8_t> bytes_at(DcmItem& attributes, DcmTagKey const& key) {
    DcmElement* element = nullptr;
    if (attributes.findAndGetElement(key, element).bad() || element == nullptr) return {};
    Uint16* words = nullptr;
    Uint8* bytes = nullptr;
    if (element->getUint16Array(words).good() && words != nullptr) {
        auto const* const begin = reinterpret_cast<std::uint8_t const*>(words);
        return {begin, begin + element->getLength()};
    }
    if (element->getUint8Array(bytes).good() && bytes != nullptr) return {bytes, bytes + element->getLength()};
    return {};
}

bool read_dots(DcmItem& attributes, std::uint64_t position, OverlayPlane& plane) {
    auto const bytes = bytes_at(attributes, {plane.group, 0x3000});
    auto const dots = std::uint64_t{plane.width} * plane.height;
    auto const first = position * dots;
    if (bytes.empty() || first >= bytes.size() * 8) return false;
    // What is missing at the end is taken as empty.
    auto const there = std::min<std::uint64_t>(dots, bytes.size() * 8 - first);
    plane.dots.resize(static_cast<std::size_t>(dots));
    for (std::uint64_t i = 0; i < there; ++i) {
        auto const bit = first + i;
        plane.dots[static_cast<std::size_t>(i)] = (bytes[static_cast<std::size_t>(bit / 8)] >> (bit % 8) & 1U) != 0;
    }
    return true;
}

bool read_unused_bits(DcmItem& attributes, Frame const& frame, OverlayPlane& plane) {
    auto const& description = frame.description;
    auto const bit = number_at(attributes, {plane.group, 0x0102}, 0);
    bool const of_this_size = plane.width == description.columns && plane.height == description.rows;
    bool const is_unused = bit < 16 && (bit < description.shift || bit >= description.shift + description.bits_stored);
    if (!of_this_size || !is_unused || description.bits_allocated != 16 || description.samples != 1) return false;
    plane.dots.resize(static_cast<std::size_t>(description.pixels()));
    for (std::size_t i = 0; i < plane.dots.size(); ++i)
        plane.dots[i] = (cell_at<std::uint16_t>(frame, i) >> bit & 1U) != 0;
    return true;
}

std::optional<OverlayPlane> plane_of(DcmItem& attributes, Frame const& frame, std::uint16_t group,
                                     std::uint32_t number) {
    OverlayPlane plane;
    plane.group = group;
    plane.height = number_at(attributes, {group, 0x0010}, 0);
    plane.width = number_at(attributes, {group, 0x0011}, 0);
    if (plane.width == 0 || plane.height == 0) return std::nullopt;
    auto const position = plane_of_frame(attributes, group, number);
    if (!position) return std::nullopt;
    Sint16 top = 0;
    Sint16 left = 0;
    if (attributes.findAndGetSint16({group, 0x0050}, top, 0).bad()) top = 1;
    if (attributes.findAndGetSint16({group, 0x0050}, left, 1).bad()) left = 1;
    plane.top = top - 1;
    plane.left = left - 1;
    OFString layer;
    (void)attributes.findAndGetOFString({group, 0x1001}, layer);
    plane.layer.assign(layer.data(), layer.size());
    bool const has_data = attributes.tagExists(DcmTagKey{group, 0x3000});
    bool const read = has_data ? read_dots(attributes, *position, plane) : read_unused_bits(attributes, frame, plane);
    if (!read) return std::nullopt;
    return plane;
}

bool is_dot(OverlayPlane const& plane, std::int64_t x, std::int64_t y) {
    auto const column = x - plane.left;
    auto const row = y - plane.top;
    if (column < 0 || row < 0 || column >= plane.width || row >= plane.height) return false;
    return plane.dots[static_cast<std::size_t>(row) * plane.width + static_cast<std::size_t>(column)];
}

}  // namespace

std::vector<OverlayPlane> overlay_planes(DcmItem& attributes, Frame const& frame, std::uint32_t number) {
    std::vector<OverlayPlane> planes;
    for (std::uint16_t group = 0x6000; group <= last_group; group = static_cast<std::uint16_t>(group + 2)) {
        if (auto plane = plane_of(attributes, frame, group, number)) planes.push_back(std::move(*plane));
    }
    return planes;
}

void paint(OverlayPlane const& plane, Colour colour, Raster& raster) {
    for (std::uint32_t y = 0; y < raster.height; ++y) {
        for (std::uint32_t x = 0; x < raster.width; ++x) {
            if (is_dot(plane, x, y)) blend(raster, x, y, colour, 1);
        }
    }
}

}  // namespace cassette
