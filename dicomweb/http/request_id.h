#pragma once

#include <string>

namespace cassette::http {

// 16 random hexadecimal digits.
[[nodiscard]] std::string random_request_id();

}  // namespace cassette::http
