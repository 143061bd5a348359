#include "archive/pixels/reduced_grid.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace cassette {

namespace {

// Between which samples a value is taken, and how much of the second.
struct Between {
    std::size_t first;
    std::size_t second;
    float part;
};

std::vector<Between> places(std::uint32_t count, std::uint32_t whole, SampleGrid grid) {
    std::vector<Between> result;
    double const last = count - 1.0;
    for (std::uint32_t i = 0; i < count; ++i) {
        double const middle = (i + 0.5) * whole / count - 0.5;
        double const at = std::clamp((middle - grid.first) / grid.step, 0.0, last);
        auto const first = static_cast<std::size_t>(at);
        result.push_back(
            {first, std::min(first + 1, static_cast<std::size_t>(count - 1)), static_cast<float>(at - std::floor(at))});
    }
    return result;
}

template <class Cell>
void read_row(Frame const& frame, std::size_t row, std::vector<float>& values) {
    auto const description = frame.description;
    for (std::size_t i = 0; i < values.size(); ++i)
        values[i] = static_cast<float>(stored_value(cell_at<Cell>(frame, row * values.size() + i), description));
}

template <class Cell>
void write_row(std::vector<float> const& values, std::vector<Between> const& across, std::uint32_t samples, char* out) {
    for (auto const& place : across)
        for (std::uint32_t sample = 0; sample < samples; ++sample, out += sizeof(Cell)) {
            float const one = values[place.first * samples + sample];
            float const other = values[place.second * samples + sample];
            auto const cell = static_cast<Cell>(std::lround(one + (other - one) * place.part));
            std::memcpy(out, &cell, sizeof(Cell));
        }
}

template <class Cell>
void spread(Frame const& from, PixelDescription const& whole, SampleGrid grid, std::string& to) {
    auto const& description = from.description;
    auto const across = places(description.columns, whole.columns, grid);
    auto const down = places(description.rows, whole.rows, grid);
    auto const width = std::size_t{description.columns} * description.samples;
    std::vector<float> one(width);
    std::vector<float> other(width);
    for (std::size_t row = 0; row < down.size(); ++row) {
        read_row<Cell>(from, down[row].first, one);
        read_row<Cell>(from, down[row].second, other);
        for (std::size_t i = 0; i < width; ++i) one[i] += (other[i] - one[i]) * down[row].part;
        write_row<Cell>(one, across, description.samples, to.data() + row * width * sizeof(Cell));
    }
}

}  // namespace

Frame evenly_spread(Frame const& reduced, PixelDescription const& whole, SampleGrid grid) {
    Frame result{reduced.description, std::string(reduced.bytes.size(), '\0')};
    if (reduced.description.bits_allocated == 8)
        spread<std::uint8_t>(reduced, whole, grid, result.bytes);
    else if (reduced.description.bits_allocated == 16)
        spread<std::uint16_t>(reduced, whole, grid, result.bytes);
    else
        spread<std::uint32_t>(reduced, whole, grid, result.bytes);
    return result;
}

}  // namespace cassette
