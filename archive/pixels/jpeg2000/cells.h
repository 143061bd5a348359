#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace cassette::jpeg2000 {

// Native pixel cells, little endian, the samples of a pixel beside each other. Borrows the cells.
struct Cells {
    std::uint32_t columns = 0;
    std::uint32_t rows = 0;
    std::uint32_t samples = 1;
    std::uint32_t bytes = 1;  // of a cell: 1, 2 or 4
    std::span<std::byte> all;
};

// One row of one sample's values. Writing keeps the lowest bits, in two's complement.
void write_row(Cells const& cells, std::uint32_t row, std::uint32_t sample, std::int32_t const* values);
enum class Sign { is_unsigned, is_signed };
void read_row(Cells const& cells, std::uint32_t row, std::uint32_t sample, Sign sign, std::int32_t* values);

// What a coder is to know of the values: so many bits that every cell comes back as it was. That is Bits Stored where the
// bits beside them follow from these, and the whole cell where they hold something else (PS3.5 8.1.1).
[[nodiscard]] std::uint32_t precision_of(Cells const& cells, Sign sign, std::uint32_t bits_stored);

// Fills the bits above the lowest `bits` of each cell with the sign, which is the highest of these.
void extend_sign(Cells const& cells, std::uint32_t bits);

// Puts the lowest bit of each byte beside the others, eight into a byte, the first one lowest (PS3.5 8.1.1).
void pack_bits(std::span<std::byte const> bits, std::byte* packed);

}  // namespace cassette::jpeg2000
