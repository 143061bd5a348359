#include "dicomweb/http/timestamp.h"

#include "schema/moment.h"

#include <array>
#include <cstdio>
#include <ctime>

namespace cassette::http {

std::string rfc3339(std::int64_t nanoseconds) {
    std::int64_t rest = nanoseconds % nanoseconds_in_second;
    if (rest < 0) rest += nanoseconds_in_second;
    auto const seconds = static_cast<std::time_t>((nanoseconds - rest) / nanoseconds_in_second);
    std::tm utc{};
    if (::gmtime_r(&seconds, &utc) == nullptr) return "1970-01-01T00:00:00.000000Z";
    std::array<char, 64> text{};
    std::snprintf(text.data(), text.size(), "%04d-%02d-%02dT%02d:%02d:%02d.%06dZ", utc.tm_year + 1900, utc.tm_mon + 1,
                  utc.tm_mday, utc.tm_hour, utc.tm_min, utc.tm_sec, static_cast<int>(rest / 1000));
    return text.data();
}

}  // namespace cassette::http
