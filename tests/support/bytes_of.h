#pragma once

#include <cstddef>
#include <span>
#include <string_view>

namespace cassette::testing {

// Of a text that lives longer.
inline std::span<std::byte const> bytes_of(std::string_view text) { return std::as_bytes(std::span{text}); }

}  // namespace cassette::testing
