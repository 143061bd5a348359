#pragma once

#include "archive/pixels/pixel_description.h"

#include <bit>
#include <cstdint>
#include <cstring>
#include <string>
#include <type_traits>

namespace cassette {

// One frame's native pixel cells, little endian. `bytes` has at least native_frame_bytes(description).
struct Frame {
    PixelDescription description;
    std::string bytes;
};

// Cell `index` of a frame whose cells have type Cell.
template <class Cell>
Cell cell_at(Frame const& frame, std::uint64_t index) {
    static_assert(std::endian::native == std::endian::little);
    Cell cell;
    std::memcpy(&cell, frame.bytes.data() + index * sizeof(Cell), sizeof(Cell));
    return cell;
}

// The value that an integer cell stores, PS3.5 8.1.1: Bits Stored of it, sign extended where they are signed.
template <class Cell>
std::int64_t stored_value(Cell cell, PixelDescription const& description) {
    unsigned const unused = 64U - description.bits_stored;
    auto const bits = (std::uint64_t{cell} >> description.shift) << unused;
    return description.is_signed ? static_cast<std::int64_t>(bits) >> unused
                                 : static_cast<std::int64_t>(bits >> unused);
}

// Calls visit(index, value) for each cell in order; the value is a std::int64_t, or a double for floating point cells.
template <class Visit>
void visit_cells(Frame const& frame, std::uint64_t cells, Visit visit) {
    auto const& description = frame.description;
    auto const integers = [&]<class Cell>(std::type_identity<Cell>) {
        auto const local = description;
        for (std::uint64_t i = 0; i < cells; ++i) visit(i, stored_value(cell_at<Cell>(frame, i), local));
    };
    if (description.kind == SampleKind::float32) {
        for (std::uint64_t i = 0; i < cells; ++i) visit(i, double{cell_at<float>(frame, i)});
    } else if (description.kind == SampleKind::float64) {
        for (std::uint64_t i = 0; i < cells; ++i) visit(i, cell_at<double>(frame, i));
    } else if (description.bits_allocated == 1) {
        for (std::uint64_t i = 0; i < cells; ++i) {
            auto const byte = static_cast<unsigned char>(frame.bytes[i / 8]);
            visit(i, static_cast<std::int64_t>(byte >> (i % 8) & 1U));
        }
    } else if (description.bits_allocated == 8) {
        integers(std::type_identity<std::uint8_t>{});
    } else if (description.bits_allocated == 16) {
        integers(std::type_identity<std::uint16_t>{});
    } else {
        integers(std::type_identity<std::uint32_t>{});
    }
}

}  // namespace cassette
