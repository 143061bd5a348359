#include "dicomweb/character_sets.h"

#include <doctest/doctest.h>

namespace cassette::dicomweb {

TEST_CASE("the charset parameter has to name UTF-8 or a part of it (PS3.18 8.3.3.2)") {
    for (char const* value :
         {"", "utf-8", "UTF-8", "iso-8859-1, utf-8;q=0.5", "ISO_IR 192", "\"ISO_IR 192\"", "us-ascii"}) {
        CAPTURE(value);
        http::Request request;
        request.query = {{"charset", value}};
        CHECK(check_character_sets(request));
    }
    for (char const* value : {"iso-8859-1", "utf-16", "shift_jis, iso-8859-1", "nonsense"}) {
        CAPTURE(value);
        http::Request request;
        request.query = {{"charset", value}};
        auto const checked = check_character_sets(request);
        REQUIRE_FALSE(checked);
        CHECK(checked.error().code == ErrorCode::malformed);
    }
}

TEST_CASE("Accept-Charset is disregarded (RFC 9110 12.5.2)") {
    http::Request request;
    request.fields.add("Accept-Charset", "iso-8859-1");
    CHECK(check_character_sets(request));
}

}  // namespace cassette::dicomweb
