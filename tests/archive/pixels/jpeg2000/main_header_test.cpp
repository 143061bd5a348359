#include "archive/pixels/jpeg2000/main_header.h"

#include <doctest/doctest.h>

namespace cassette::jpeg2000 {

namespace {

using namespace std::string_view_literals;

// SOC and SIZ of a picture of 5 columns and 3 rows in tiles of 4 by 4: two components of 12 bits, signed, and 8 bits.
std::string const start{
    "\xFF\x4F\xFF\x51\x00\x2C\x00\x00"
    "\x00\x00\x00\x05\x00\x00\x00\x03\x00\x00\x00\x00\x00\x00\x00\x00"
    "\x00\x00\x00\x04\x00\x00\x00\x04\x00\x00\x00\x00\x00\x00\x00\x00"
    "\x00\x02\x8B\x01\x01\x07\x01\x01"sv};
std::string const tile_part{"\xFF\x90\x00\x0A\x00\x00\x00\x00\x01\x23\x00\x01"sv};

}  // namespace

TEST_CASE("the main header tells the picture's size (ISO/IEC 15444-1 A.5.1)") {
    auto const header = read_main_header(start + tile_part);
    REQUIRE(header);
    CHECK(header->columns == 5);
    CHECK(header->rows == 3);
    CHECK(header->components == 2);
    CHECK(header->precision == 12);
    CHECK(header->is_signed);
    CHECK_FALSE(header->subsampled);
    CHECK(header->tiles == 2);
}

TEST_CASE("the coding style tells how often the picture is halved (ISO/IEC 15444-1 A.6.1)") {
    auto const style = std::string{"\xFF\x52\x00\x0C\x00\x02\x00\x01\x00\x05\x04\x04\x00\x01"sv};
    CHECK(read_main_header(start + style + tile_part)->decompositions == 5);
    CHECK(read_main_header(start + tile_part)->decompositions == 0);
    CHECK(read_main_header(start + style.substr(0, 9))->decompositions == 0);
    CHECK(read_main_header(start + tile_part + style)->decompositions == 0);
}

TEST_CASE("a picture that is not the one announced, or is a bomb, does not fit") {
    auto const huge = [](std::uint32_t side) {
        MainHeader header;
        header.columns = header.rows = side;
        header.components = 1;
        header.precision = 8;
        header.tiles = 1;
        return header;
    };
    CHECK(fits(huge(100), {100, 100, 1, 8}));
    CHECK_FALSE(fits(huge(60000), {100, 100, 1, 8}));
    CHECK_FALSE(fits(huge(60000), {60000, 60000, 1, 8}));
    CHECK_FALSE(fits(huge(100), {100, 100, 3, 8}));
    auto deep = huge(100);
    deep.precision = 12;
    CHECK_FALSE(fits(deep, {100, 100, 1, 8}));
    CHECK(fits(deep, {100, 100, 1, 16}));
    auto tiled = huge(100);
    tiled.tiles = 1'000'000;
    CHECK_FALSE(fits(tiled, {100, 100, 1, 8}));
}

TEST_CASE("a component with fewer samples is noticed") {
    auto subsampled = start;
    subsampled.back() = '\2';
    CHECK(read_main_header(subsampled)->subsampled);
}

TEST_CASE("what is no code stream, or contradicts itself, has no main header") {
    for (std::size_t length = 0; length < start.size(); ++length)
        CHECK_FALSE(read_main_header(start.substr(0, length)));
    auto const with = [](std::size_t at, char value) {
        auto broken = start;
        broken[at] = value;
        return broken;
    };
    CHECK_FALSE(read_main_header(with(0, 'x')));
    CHECK_FALSE(read_main_header(with(11, '\0')));  // no columns
    CHECK_FALSE(read_main_header(with(27, '\0')));  // tiles without a width
    CHECK_FALSE(read_main_header(with(35, '\1')));  // tiles that begin beyond the picture
    CHECK_FALSE(read_main_header(with(41, '\0')));  // no components
    CHECK_FALSE(read_main_header(with(40, '\1')));  // more components than there are
}

TEST_CASE("the code stream in a JP2 file is found (ISO/IEC 15444-1 I.5)") {
    std::string const file{
        "\0\0\0\x0CjP  \x0D\x0A\x87\x0A\0\0\0\x08"
        "free\0\0\0\0jp2cSTREAM"sv};
    CHECK(file.substr(start_of_codestream(file)) == "STREAM");
    CHECK(start_of_codestream(start) == 0);
    CHECK(start_of_codestream(file.substr(0, 20)) == 0);
    auto endless = file;
    endless[15] = '\0';
    CHECK(start_of_codestream(endless) == 0);
}

TEST_CASE("a tile part's length goes into the main header (ISO/IEC 15444-1 A.7.1, PS3.5 10.18)") {
    auto const tlm = std::string{"\xFF\x55\x00\x08\x00\x40\x00\x00\x01\x23"sv};
    CHECK(with_tile_part_length(start + tile_part + "data") == start + tlm + tile_part + "data");
    CHECK(with_tile_part_length(start) == start);
    CHECK(with_tile_part_length("") == "");
}

}  // namespace cassette::jpeg2000
