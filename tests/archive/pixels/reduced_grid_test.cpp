#include "archive/pixels/reduced_grid.h"

#include <doctest/doctest.h>

#include <cmath>

namespace cassette {

namespace {

// A slope, whose value at a place is known wherever that is.
double slope(double x, double y) { return 1000 + 8 * x - 4 * y; }

template <class Cell>
Frame sampled(PixelDescription description, SampleGrid grid) {
    Frame frame{description, {}};
    for (std::uint32_t y = 0; y < description.rows; ++y)
        for (std::uint32_t x = 0; x < description.columns; ++x) {
            auto const cell =
                static_cast<Cell>(std::lround(slope(grid.first + x * grid.step, grid.first + y * grid.step)));
            frame.bytes.append(reinterpret_cast<char const*>(&cell), sizeof(Cell));
        }
    return frame;
}

}  // namespace

TEST_CASE("samples of a wavelet and of a cosine transform come to the middles of equal parts of the whole") {
    PixelDescription const whole{.rows = 37, .columns = 50, .bits_allocated = 16, .bits_stored = 16};
    for (auto const& grid : {SampleGrid{0, 4}, SampleGrid{1.5, 4}}) {
        auto reduced = whole;
        reduced.columns = 13;
        reduced.rows = 10;
        auto const frame = evenly_spread(sampled<std::uint16_t>(reduced, grid), whole, grid);
        CHECK((frame.description == reduced));
        // Beyond the outermost samples there is nothing to go by.
        for (std::uint32_t y = 1; y + 1 < reduced.rows; ++y)
            for (std::uint32_t x = 1; x + 1 < reduced.columns; ++x) {
                auto const value = cell_at<std::uint16_t>(frame, std::uint64_t{y} * reduced.columns + x);
                auto const exact = slope((x + 0.5) * 50 / 13 - 0.5, (y + 0.5) * 37 / 10 - 0.5);
                CHECK(std::abs(value - exact) <= 1);
            }
    }
}

TEST_CASE("negative values, several samples and cells of any size stay what they are where nothing has to move") {
    PixelDescription is_signed{.rows = 1, .columns = 3, .bits_allocated = 16, .bits_stored = 12, .is_signed = true};
    Frame const negative{is_signed, std::string{"\xFF\xFF\x00\xF8\x05\x00", 6}};
    CHECK(evenly_spread(negative, is_signed, {}).bytes == negative.bytes);
    PixelDescription const colour{.rows = 1, .columns = 2, .samples = 3, .photometric = Photometric::rgb};
    CHECK(evenly_spread({colour, "abcdef"}, colour, {}).bytes == "abcdef");
    PixelDescription const deep{.rows = 1, .columns = 2, .bits_allocated = 32, .bits_stored = 32};
    std::string const cells{"\0\0\1\0\0\0\2\0", 8};
    CHECK(evenly_spread({deep, cells}, deep, {}).bytes == cells);
}

}  // namespace cassette
