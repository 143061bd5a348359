#include "dicomweb/http/date.h"

#include <doctest/doctest.h>

namespace cassette::http {

TEST_CASE("dates are IMF-fixdate (RFC 9110 5.6.7)") {
    CHECK(imf_fixdate(784111777) == "Sun, 06 Nov 1994 08:49:37 GMT");
    CHECK(imf_fixdate(0) == "Thu, 01 Jan 1970 00:00:00 GMT");
    CHECK(imf_fixdate(951782400) == "Tue, 29 Feb 2000 00:00:00 GMT");
}

TEST_CASE("dates are read in all three forms of RFC 9110 5.6.7, and only in those") {
    for (char const* text :
         {"Sun, 06 Nov 1994 08:49:37 GMT", "Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994"}) {
        CAPTURE(text);
        CHECK(parse_http_date(text) == 784111777);
    }
    CHECK(parse_http_date("Saturday, 21-Nov-26 10:00:00 GMT") == 1795255200);
    CHECK(parse_http_date("Tue, 29 Feb 2000 00:00:00 GMT") == 951782400);
    for (char const* text :
         {"", "now", "Sun, 06 Nov 1994 08:49:37", "Sun, 06 Nov 1994 08:49:37 CET", "Sun, 06 Foo 1994 08:49:37 GMT",
          "Sun, 40 Nov 1994 08:49:37 GMT", "Sun, 06 Nov 1994 25:49:37 GMT", "1994-11-06T08:49:37Z", "784111777"}) {
        CAPTURE(text);
        CHECK_FALSE(parse_http_date(text));
    }
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
