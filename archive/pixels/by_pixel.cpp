#include "archive/pixels/by_pixel.h"

#include <cstring>

namespace cassette {

void arrange_by_pixel(Frame& frame) {
    auto& description = frame.description;
    if (!description.by_plane) return;
    auto const cell = std::size_t{description.bits_allocated} / 8;
    auto const samples = std::size_t{description.samples};
    auto const pixels = static_cast<std::size_t>(description.pixels());
    std::string arranged(frame.bytes.size(), '\0');
    for (std::size_t sample = 0; sample < samples; ++sample) {
        auto const* from = frame.bytes.data() + sample * pixels * cell;
        auto* to = arranged.data() + sample * cell;
        for (std::size_t i = 0; i < pixels; ++i, from += cell, to += samples * cell) std::memcpy(to, from, cell);
    }
    frame.bytes = std::move(arranged);
    description.by_plane = false;
}

}  // namespace cassette
