#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace cassette {

// The value at a place among samples, linear between the four around it; column and row count from the middle of the first
// sample and are moved to the nearest place that has samples. `sample(index)` gives the sample of an index in rows of `columns`.
template <class Sample>
double between_samples(std::uint32_t columns, std::uint32_t rows, double column, double row, Sample const& sample) {
    column = std::clamp(column, 0.0, static_cast<double>(columns - 1));
    row = std::clamp(row, 0.0, static_cast<double>(rows - 1));
    auto const left = static_cast<std::size_t>(column);
    auto const top = static_cast<std::size_t>(row);
    auto const right = std::min<std::size_t>(left + 1, columns - 1);
    auto const bottom = std::min<std::size_t>(top + 1, rows - 1);
    double const across = column - static_cast<double>(left);
    double const down = row - static_cast<double>(top);
    auto const in_row = [&](std::size_t number) {
        std::size_t const begin = number * columns;
        return sample(begin + left) * (1 - across) + sample(begin + right) * across;
    };
    return in_row(top) * (1 - down) + in_row(bottom) * down;
}

}  // namespace cassette
