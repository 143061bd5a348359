#pragma once

#include <string>
#include <string_view>

namespace cassette::dicomweb {

// Compares with tests/golden/<name>; UPDATE_GOLDEN=1 in the environment writes the file instead (STYLE 8.6).
void check_golden(std::string_view name, std::string const& text);

}  // namespace cassette::dicomweb
