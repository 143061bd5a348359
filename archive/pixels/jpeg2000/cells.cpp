#include "archive/pixels/jpeg2000/cells.h"

#include <cstring>
#include <type_traits>

namespace cassette::jpeg2000 {

namespace {

// Calls use(cell type) with the unsigned type of a cell.
template <class Use>
void with_cell(std::uint32_t bytes, Use use) {
    if (bytes == 1)
        use(std::type_identity<std::uint8_t>{});
    else if (bytes == 2)
        use(std::type_identity<std::uint16_t>{});
    else
        use(std::type_identity<std::uint32_t>{});
}

template <class Cell>
std::int32_t value_of(Cell cell, Sign sign) {
    if (sign == Sign::is_signed) return static_cast<std::make_signed_t<Cell>>(cell);
    return static_cast<std::int32_t>(cell);
}

std::size_t start_of(Cells const& cells, std::uint32_t row, std::uint32_t sample) {
    return (std::size_t{row} * cells.columns * cells.samples + sample) * cells.bytes;
}

}  // namespace

void write_row(Cells const& cells, std::uint32_t row, std::uint32_t sample, std::int32_t const* values) {
    auto* at = cells.all.data() + start_of(cells, row, sample);
    with_cell(cells.bytes, [&]<class Cell>(std::type_identity<Cell>) {
        for (std::uint32_t i = 0; i < cells.columns; ++i, at += cells.samples * sizeof(Cell)) {
            auto const cell = static_cast<Cell>(values[i]);
            std::memcpy(at, &cell, sizeof(Cell));
        }
    });
}

void read_row(Cells const& cells, std::uint32_t row, std::uint32_t sample, Sign sign, std::int32_t* values) {
    auto const* at = cells.all.data() + start_of(cells, row, sample);
    with_cell(cells.bytes, [&]<class Cell>(std::type_identity<Cell>) {
        for (std::uint32_t i = 0; i < cells.columns; ++i, at += cells.samples * sizeof(Cell)) {
            Cell cell;
            std::memcpy(&cell, at, sizeof(Cell));
            values[i] = value_of(cell, sign);
        }
    });
}

std::uint32_t precision_of(Cells const& cells, Sign sign, std::uint32_t bits_stored) {
    auto const whole = cells.bytes * 8;
    if (bits_stored == 0 || bits_stored >= whole) return whole;
    auto const count = std::size_t{cells.columns} * cells.rows * cells.samples;
    std::int64_t const greatest = (std::int64_t{1} << (sign == Sign::is_signed ? bits_stored - 1 : bits_stored)) - 1;
    std::int64_t const least = sign == Sign::is_signed ? -greatest - 1 : 0;
    bool fits = true;
    with_cell(cells.bytes, [&]<class Cell>(std::type_identity<Cell>) {
        for (std::size_t i = 0; i < count && fits; ++i) {
            Cell cell;
            std::memcpy(&cell, cells.all.data() + i * sizeof(Cell), sizeof(Cell));
            auto const value = value_of(cell, sign);
            fits = value >= least && value <= greatest;
        }
    });
    return fits ? bits_stored : whole;
}

void extend_sign(Cells const& cells, std::uint32_t bits) {
    if (bits == 0 || bits >= cells.bytes * 8) return;
    auto const unused = 32 - bits;
    auto const count = std::size_t{cells.columns} * cells.rows * cells.samples;
    with_cell(cells.bytes, [&]<class Cell>(std::type_identity<Cell>) {
        for (std::size_t i = 0; i < count; ++i) {
            Cell cell;
            std::memcpy(&cell, cells.all.data() + i * sizeof(Cell), sizeof(Cell));
            cell = static_cast<Cell>(static_cast<std::int32_t>(std::uint32_t{cell} << unused) >> unused);
            std::memcpy(cells.all.data() + i * sizeof(Cell), &cell, sizeof(Cell));
        }
    });
}

void pack_bits(std::span<std::byte const> bits, std::byte* packed) {
    std::memset(packed, 0, (bits.size() + 7) / 8);
    for (std::size_t i = 0; i < bits.size(); ++i) packed[i / 8] |= (bits[i] & std::byte{1}) << (i % 8);
}

}  // namespace cassette::jpeg2000
