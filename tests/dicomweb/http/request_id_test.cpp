#include "dicomweb/http/request_id.h"

#include <doctest/doctest.h>

#include <set>

namespace cassette::http {

TEST_CASE("request ids are 16 hexadecimal digits and differ") {
    std::set<std::string> seen;
    for (int i = 0; i < 1000; ++i) {
        auto const id = random_request_id();
        CHECK(id.size() == 16);
        CHECK(id.find_first_not_of("0123456789abcdef") == std::string::npos);
        seen.insert(id);
    }
    CHECK(seen.size() == 1000);
}

}  // namespace cassette::http
