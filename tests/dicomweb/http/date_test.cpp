#include "dicomweb/http/date.h"

#include <doctest/doctest.h>

namespace cassette::http {

TEST_CASE("dates are IMF-fixdate (RFC 9110 5.6.7)") {
    CHECK(imf_fixdate(784111777) == "Sun, 06 Nov 1994 08:49:37 GMT");
    CHECK(imf_fixdate(0) == "Thu, 01 Jan 1970 00:00:00 GMT");
    CHECK(imf_fixdate(951782400) == "Tue, 29 Feb 2000 00:00:00 GMT");
}

TEST_CASE("the date of now has the same form") {
    auto const before = std::time(nullptr);
    auto const now = imf_fixdate_now();
    auto const after = std::time(nullptr);
    bool found = false;
    for (auto time = before; time <= after; ++time) found = found || imf_fixdate(time) == now;
    CHECK(found);
}

}  // namespace cassette::http
