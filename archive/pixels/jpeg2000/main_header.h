#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace cassette::jpeg2000 {

// What a code stream says of its picture before its first tile, ISO/IEC 15444-1 A.5.1.
struct MainHeader {
    std::uint32_t columns = 0;
    std::uint32_t rows = 0;
    std::uint32_t components = 0;
    std::uint32_t precision = 0;  // the greatest of the components'
    bool is_signed = false;       // the first component
    bool subsampled = false;      // a component has fewer samples than the picture has pixels
    std::uint64_t tiles = 0;
    std::uint32_t decompositions = 0;  // how often the picture is halved (A.6.1)
};

// nullopt when it is no code stream, or its numbers contradict each other.
[[nodiscard]] std::optional<MainHeader> read_main_header(std::string_view stream);

// What the data set says of the picture, PS3.3 C.7.6.3.
struct Announced {
    std::uint64_t columns = 0;
    std::uint64_t rows = 0;
    std::uint64_t samples = 1;
    std::uint64_t bits_allocated = 8;
};
// Whether the code stream is that picture and decoding it takes no more memory than a picture may: a few bytes can ask for
// any amount.
[[nodiscard]] bool fits(MainHeader const& header, Announced const& announced);

// Where the code stream begins in a JP2 file (ISO/IEC 15444-1 I.5), which DICOM does not want (PS3.5 8.2.4) and which occurs;
// 0 for anything else.
[[nodiscard]] std::size_t start_of_codestream(std::string_view stream);

// Puts a TLM marker segment (ISO/IEC 15444-1 A.7.1) into the main header of a code stream of one tile part, as HTJ2K Lossless
// RPCL wants it (PS3.5 10.18). Unchanged when there is no tile part.
[[nodiscard]] std::string with_tile_part_length(std::string stream);

}  // namespace cassette::jpeg2000
