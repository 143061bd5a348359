#pragma once

#include "schema/result.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace cassette {

// Values of settings as text gives them. ErrorCode::malformed with what is wrong ("is not a number").
[[nodiscard]] Result<std::uint64_t> parse_setting_number(std::string_view text);
[[nodiscard]] Result<bool> parse_toggle(std::string_view text);

// The items of a list separated by commas, without the spaces around them.
[[nodiscard]] std::vector<std::string> split_list(std::string_view text);

}  // namespace cassette
