#include "archive/pixels/jpeg2000/block_count.h"

#include <doctest/doctest.h>

#include <string>

namespace cassette::jpeg2000 {

namespace {

using namespace std::literals;

MainHeader header_of(std::uint32_t columns, std::uint32_t rows, std::uint32_t components) {
    MainHeader header;
    header.columns = columns;
    header.rows = rows;
    header.components = components;
    return header;
}

std::string const start{"\xFF\x4F"};
// Of 64 by 64, without decomposition and precincts.
std::string const plain{"\xFF\x52\0\x0C\0\0\0\1\0\0\4\4\0\1"sv};
// Of 4 by 4, once decomposed, precincts of 1 by 1 and 2 by 4.
std::string const fine{"\xFF\x52\0\x0E\1\0\0\1\0\1\0\0\0\1\0\x21"sv};
std::string const fine_component{"\xFF\x53\0\x0B\0\1\1\0\0\0\1\0\x21"sv};
// With nothing and with the finer style in it, the data of the first looking like that.
std::string const tile_part = "\xFF\x90\0\x0A\0\0\0\0\0\x1E\0\2"s + "\xFF\x93"s + std::string(fine);
std::string const fine_tile_part = "\xFF\x90\0\x0A\0\0\0\0\0\0\1\2"s + fine + "\xFF\x93"s + "data";

}  // namespace

TEST_CASE("code blocks and precincts are counted over all resolutions (ISO/IEC 15444-1 B.6 and B.7)") {
    CHECK(block_count(start + plain, header_of(100, 50, 1)) == 2);
    CHECK(block_count(start + plain, header_of(100, 50, 3)) == 6);
    // 25 by 13 blocks, 50 by 25 precincts of the half, 50 by 13 of the whole.
    CHECK(block_count(start + fine, header_of(100, 50, 1)) == 25 * 13 + 50 * 25 + 50 * 13);
    CHECK(block_count(start + fine, header_of(8000, 8000, 1)) > blocks_max);
    CHECK(block_count(start + plain, header_of(8000, 8000, 3)) < blocks_max);
}

TEST_CASE("the finest style counts, of a component and of a tile, and no data") {
    auto const header = header_of(100, 50, 1);
    auto const least = block_count(start + plain, header);
    auto const most = block_count(start + fine, header);
    CHECK(block_count(start + plain + fine_component, header) == most);
    CHECK(block_count(start + plain + tile_part, header) == least);
    CHECK(block_count(start + plain + tile_part + fine_tile_part, header) == most);
}

TEST_CASE("what ends early or goes round in circles comes to an end") {
    auto const whole = start + plain + tile_part + fine_tile_part;
    for (std::size_t length = 0; length <= whole.size(); ++length)
        CHECK(block_count(whole.substr(0, length), header_of(100, 50, 1)) <= 10'000);
    CHECK(block_count(start + "\xFF\x64\0\0"s + plain, header_of(100, 50, 1)) <= 10'000);
}

}  // namespace cassette::jpeg2000
