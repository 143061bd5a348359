#include "dicomweb/http/date.h"

#include <array>
#include <cstdio>

namespace cassette::http {

namespace {

constexpr std::array<char const*, 7> days{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
constexpr std::array<char const*, 12> months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                             "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

std::optional<int> month_of(std::string_view name) {
    for (std::size_t i = 0; i < months.size(); ++i)
        if (name == months[i]) return static_cast<int>(i);
    return std::nullopt;
}

struct WrittenDate {
    int day = 0, year = 0, hour = 0, minute = 0, second = 0;
    std::array<char, 4> month{};
};

// RFC 9110 5.6.7: IMF-fixdate, RFC 850's date, and that of asctime(). The day of the week says nothing new.
std::optional<WrittenDate> scan_date(std::string const& text) {
    WrittenDate date;
    auto& [day, year, hour, minute, second, month] = date;
    char zone[4] = {};
    if (std::sscanf(text.c_str(), "%*3s, %2d %3s %4d %2d:%2d:%2d %3s", &day, month.data(), &year, &hour, &minute,
                    &second, zone) == 7)
        return std::string_view{zone} == "GMT" ? std::optional{date} : std::nullopt;
    if (std::sscanf(text.c_str(), "%*[A-Za-z], %2d-%3[A-Za-z]-%2d %2d:%2d:%2d %3s", &day, month.data(), &year, &hour,
                    &minute, &second, zone) == 7) {
        constexpr int pivot = 70;  // two digits are the nearest such year to now, which 1970 to 2069 is
        year += year < pivot ? 2000 : 1900;
        return std::string_view{zone} == "GMT" ? std::optional{date} : std::nullopt;
    }
    if (std::sscanf(text.c_str(), "%*3s %3s %2d %2d:%2d:%2d %4d", month.data(), &day, &hour, &minute, &second, &year) ==
        6)
        return date;
    return std::nullopt;
}

}  // namespace

std::string imf_fixdate(std::time_t time) {
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

std::optional<std::time_t> parse_http_date(std::string_view text) {
    constexpr std::size_t longest = 40;
    if (text.size() > longest) return std::nullopt;
    auto const date = scan_date(std::string{text});
    if (!date) return std::nullopt;
    auto const month = month_of(date->month.data());
    bool const valid = month && date->day >= 1 && date->day <= 31 && date->year >= 1900 && date->hour >= 0 &&
        date->hour <= 23 && date->minute >= 0 && date->minute <= 59 && date->second >= 0 && date->second <= 60;
    if (!valid) return std::nullopt;
    std::tm utc{};
    utc.tm_mday = date->day;
    utc.tm_mon = *month;
    utc.tm_year = date->year - 1900;
    utc.tm_hour = date->hour;
    utc.tm_min = date->minute;
    utc.tm_sec = date->second;
    return ::timegm(&utc);
}

}  // namespace cassette::http
