#pragma once

#include <string_view>

namespace cassette {

// PS3.4 C.2.2.2.4: * is any sequence of characters, ? any single one; everything else is itself. UTF-8.
[[nodiscard]] bool wildcard_matches(std::string_view text, std::string_view pattern);

}  // namespace cassette
