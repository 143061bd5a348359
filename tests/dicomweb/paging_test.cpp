#include "dicomweb/paging.h"

#include <doctest/doctest.h>

namespace cassette::dicomweb {

TEST_CASE("a number parameter is a whole number from 0, or what it is without it") {
    http::Request request;
    request.query = {{"a", "7"}, {"b", ""}, {"c", "-1"}, {"d", "1x"}, {"e", "9223372036854775808"}};
    CHECK(*number_parameter(request, "a", 1) == 7);
    CHECK(*number_parameter(request, "other", 1) == 1);
    for (auto const* name : {"b", "c", "d", "e"}) {
        CAPTURE(name);
        CHECK(number_parameter(request, name, 1).error().code == ErrorCode::malformed);
    }
}

}  // namespace cassette::dicomweb
