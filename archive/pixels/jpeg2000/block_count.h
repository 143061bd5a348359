#pragma once

#include "archive/pixels/jpeg2000/main_header.h"

namespace cassette::jpeg2000 {

// How many precincts and code blocks a decoder keeps account of for a code stream (ISO/IEC 15444-1 B.6 and B.7), by the finest
// coding style that is anywhere in it: some hundred bytes each, before a single one is decoded. A stream of a few bytes can
// ask for one to every pixel.
[[nodiscard]] std::uint64_t block_count(std::string_view stream, MainHeader const& header);

// More than any encoder makes of the largest picture, and within what a picture may take.
inline constexpr std::uint64_t blocks_max = std::uint64_t{1} << 19;

}  // namespace cassette::jpeg2000
