#include "dicomweb/http/date.h"

#include <array>
#include <cstdio>

namespace cassette::http {

std::string imf_fixdate(std::time_t time) {
    static constexpr std::array<char const*, 7> days{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    static constexpr std::array<char const*, 12> months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                        "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    std::tm utc{};
    if (!::gmtime_r(&time, &utc)) return "Thu, 01 Jan 1970 00:00:00 GMT";
    std::array<char, 64> text{};
    std::snprintf(text.data(), text.size(), "%s, %02d %s %04d %02d:%02d:%02d GMT",
                  days[static_cast<std::size_t>(utc.tm_wday)], utc.tm_mday,
                  months[static_cast<std::size_t>(utc.tm_mon)], utc.tm_year + 1900, utc.tm_hour, utc.tm_min,
                  utc.tm_sec);
    return text.data();
}

std::string_view imf_fixdate_now() {
    thread_local std::time_t made_for = -1;
    thread_local std::string text;
    auto now = std::time(nullptr);
    if (now != made_for) {
        text = imf_fixdate(now);
        made_for = now;
    }
    return text;
}

}  // namespace cassette::http
