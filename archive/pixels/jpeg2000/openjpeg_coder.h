#pragma once

#include "archive/pixels/jpeg2000/cells.h"

#include <optional>
#include <string>
#include <string_view>

namespace cassette::jpeg2000 {

// Decodes a JPEG 2000 code stream, of Part 1 or with high-throughput blocks (ISO/IEC 15444-15), into cells of its own size
// and number of components, which the caller has compared with the stream's main header; or halved so many times, rounded
// up. False when OpenJPEG refuses, or the picture comes out at another size.
[[nodiscard]] bool decode_with_openjpeg(std::string_view stream, Cells const& cells, std::uint32_t halvings = 0);

// How values are coded without loss: by the reversible wavelet, and for three colours the reversible component transformation.
struct Coding {
    std::uint32_t precision = 8;
    Sign sign = Sign::is_unsigned;
    bool colour_transform = false;
};
[[nodiscard]] std::optional<std::string> encode_with_openjpeg(Cells const& cells, Coding const& coding);

}  // namespace cassette::jpeg2000
