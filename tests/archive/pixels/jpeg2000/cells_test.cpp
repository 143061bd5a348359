#include "archive/pixels/jpeg2000/cells.h"

#include <doctest/doctest.h>

#include <array>
#include <cstring>
#include <vector>

namespace cassette::jpeg2000 {

namespace {

std::vector<std::byte> bytes_of(std::vector<std::uint16_t> const& words) {
    std::vector<std::byte> bytes(words.size() * 2);
    std::memcpy(bytes.data(), words.data(), bytes.size());
    return bytes;
}

}  // namespace

TEST_CASE("rows of a sample are written and read where the samples of a pixel are beside each other") {
    std::vector<std::byte> all(2 * 2 * 3);
    Cells const cells{2, 2, 3, 1, all};
    std::array<std::int32_t, 2> const values{7, -1};
    write_row(cells, 1, 2, values.data());
    CHECK(all[8] == std::byte{7});
    CHECK(all[11] == std::byte{0xFF});
    std::array<std::int32_t, 2> read{};
    read_row(cells, 1, 2, Sign::is_signed, read.data());
    CHECK(read == values);
    read_row(cells, 1, 2, Sign::is_unsigned, read.data());
    CHECK(read[1] == 255);
}

TEST_CASE("the precision is Bits Stored where that loses nothing, and the whole cell where it would (PS3.5 8.1.1)") {
    auto in_range = bytes_of({0, 4095});
    CHECK(precision_of({2, 1, 1, 2, in_range}, Sign::is_unsigned, 12) == 12);
    auto with_overlay = bytes_of({0, 0x8001});
    CHECK(precision_of({2, 1, 1, 2, with_overlay}, Sign::is_unsigned, 12) == 16);
    auto extended = bytes_of({0xF800, 0x07FF});
    CHECK(precision_of({2, 1, 1, 2, extended}, Sign::is_signed, 12) == 12);
    auto not_extended = bytes_of({0x0800, 0x07FF});
    CHECK(precision_of({2, 1, 1, 2, not_extended}, Sign::is_signed, 12) == 16);
    CHECK(precision_of({2, 1, 1, 2, in_range}, Sign::is_unsigned, 16) == 16);
    CHECK(precision_of({2, 1, 1, 2, in_range}, Sign::is_unsigned, 0) == 16);
}

TEST_CASE("the sign fills the bits above") {
    auto words = bytes_of({0x1800, 0x07FF, 0x1FFF});
    extend_sign({3, 1, 1, 2, words}, 13);
    CHECK(words == bytes_of({0xF800, 0x07FF, 0xFFFF}));
    extend_sign({3, 1, 1, 2, words}, 16);
    CHECK(words == bytes_of({0xF800, 0x07FF, 0xFFFF}));
}

}  // namespace cassette::jpeg2000
