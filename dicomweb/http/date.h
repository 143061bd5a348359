#pragma once

#include <ctime>
#include <string>
#include <string_view>

namespace cassette::http {

// IMF-fixdate (RFC 9110 5.6.7): "Sun, 06 Nov 1994 08:49:37 GMT". Independent of the locale.
[[nodiscard]] std::string imf_fixdate(std::time_t time);
// The same for now, made once a second and thread. Valid until the thread's next call.
[[nodiscard]] std::string_view imf_fixdate_now();

}  // namespace cassette::http
