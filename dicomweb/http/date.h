#pragma once

#include <ctime>
#include <optional>
#include <string>
#include <string_view>

namespace cassette::http {

// IMF-fixdate (RFC 9110 5.6.7): "Sun, 06 Nov 1994 08:49:37 GMT". Independent of the locale.
[[nodiscard]] std::string imf_fixdate(std::time_t time);
// The same for now, made once a second and thread. Valid until the thread's next call.
[[nodiscard]] std::string_view imf_fixdate_now();
// An HTTP-date in any of its three forms (RFC 9110 5.6.7); nullopt for anything else.
[[nodiscard]] std::optional<std::time_t> parse_http_date(std::string_view text);

}  // namespace cassette::http
