#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace cassette {

// What a compressed frame says of itself: enough for its transfer syntax and for the Image Pixel Description Macro (PS3.3
// C.7.6.3), which a Store request may leave out (PS3.18 10.5.2).
struct Codestream {
    std::string_view transfer_syntax;  // UID of the coding process
    std::string_view photometric;      // Photometric Interpretation
    std::uint32_t rows = 0;
    std::uint32_t columns = 0;
    std::uint32_t samples = 1;
    std::uint32_t bits = 8;  // stored, per sample
    bool is_signed = false;
};

// Reads the marker segments at the start of a JPEG (ISO/IEC 10918-1), JPEG-LS (14495-1) or JPEG 2000 (15444-1, -15) code
// stream. nullopt for anything else, and where the segments do not fit into `head`.
[[nodiscard]] std::optional<Codestream> read_codestream(std::string_view head);

// Where the code stream of a JP2 file begins (ISO/IEC 15444-1 I.5.4): DICOM wants it without the boxes (PS3.5 8.2.4). 0 for
// what is no JP2 file, and where the boxes do not fit into `head`.
[[nodiscard]] std::uint64_t codestream_offset(std::string_view head);

}  // namespace cassette
