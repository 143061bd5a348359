#pragma once

#include "schema/result.h"

#include <boost/json/value.hpp>

#include <cstddef>
#include <string_view>

namespace cassette::dicomweb {

// Takes one JSON value off the front of the text. Numbers become strings of their own characters: a decimal number is to keep
// its digits, and Boost 1.81 does not round every one of them to the nearest double. ErrorCode::malformed for what is no JSON
// and beyond the depth.
[[nodiscard]] Result<boost::json::value> take_exact_json(std::string_view& text, std::size_t depth_max);

}  // namespace cassette::dicomweb
