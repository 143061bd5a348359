#pragma once

#include <string_view>

namespace cassette::http {

// The reason phrase of a status (RFC 9110 15), "Status" for one that it does not name.
[[nodiscard]] std::string_view reason_phrase(unsigned status);

}  // namespace cassette::http
