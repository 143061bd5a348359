#pragma once

#include <string_view>

namespace cassette {

inline constexpr std::string_view version = CASSETTE_VERSION;  // from the project's CMakeLists.txt

}  // namespace cassette
