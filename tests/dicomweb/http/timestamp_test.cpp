#include "dicomweb/http/timestamp.h"

#include <doctest/doctest.h>

namespace cassette::http {

TEST_CASE("a moment is written in UTC with microseconds (RFC 3339 5.6)") {
    CHECK(rfc3339(0) == "1970-01-01T00:00:00.000000Z");
    CHECK(rfc3339(1'700'000'000'123'456'789) == "2023-11-14T22:13:20.123456Z");
    CHECK(rfc3339(-1'000) == "1969-12-31T23:59:59.999999Z");
}

}  // namespace cassette::http
