#pragma once

#include "archive/pixels/frame.h"

#include <dcmtk/dcmdata/dcitem.h>

#include <optional>

namespace cassette {

// Stored values from first to last.
struct ValueInterval {
    double first;
    double last;
    bool contains(double value) const { return value >= first && value <= last; }
};

// PS3.3 C.7.5.1.1.2, C.7.6.24 and C.7.6.25: Pixel Padding Value, up to Pixel Padding Range Limit where there is one.
[[nodiscard]] std::optional<ValueInterval> padding_of(DcmItem& attributes, PixelDescription const& description);

// The stored values that stand for something in the world, of all items of Real World Value Mapping Sequence (PS3.3
// C.7.6.16.2.11); nullopt where it says nothing.
[[nodiscard]] std::optional<ValueInterval> real_world_values(DcmItem& attributes);

// The least and the greatest stored value; those that are not padding when there are any.
[[nodiscard]] ValueInterval values_in(Frame const& frame, std::optional<ValueInterval> const& padding);

// The stored values worth showing where nothing says which: all but the outermost two hundredths of a picture, padding
// excluded; all there can be of 8 bits that use half of them, which are screens and photographs.
[[nodiscard]] ValueInterval values_worth_showing(Frame const& frame, std::optional<ValueInterval> const& padding);

// Every value that the bits stored can have.
[[nodiscard]] ValueInterval values_possible(PixelDescription const& description);

}  // namespace cassette
