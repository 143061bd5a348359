#pragma once

#include "archive/part10/header_view.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace cassette {

// The first value of an element in decimal; empty when it has none or is of no binary VR (binary_value.h).
[[nodiscard]] std::string first_number(HeaderElement const& element, ByteOrder order);
// The first value of a top-level element, text or not, as an unsigned number; `fallback` when it is absent or none.
[[nodiscard]] std::uint64_t number_of(HeaderView const& header, Tag tag, std::uint64_t fallback);
// Specific Character Set (0008,0005), all its values; empty when the header does not say. Lives as long as the header.
[[nodiscard]] std::string_view character_set_of(HeaderView const& header);

}  // namespace cassette
