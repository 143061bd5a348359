#include "dicomweb/http/message.h"

#include <doctest/doctest.h>

namespace cassette::http {

TEST_CASE("field names compare without case and several values are one list (RFC 9110 5.1, 5.3)") {
    Fields fields;
    fields.add("Accept", "a/b");
    fields.add("X-Other", "1");
    fields.add("ACCEPT", "c/d");
    CHECK(fields.get("accept") == "a/b");
    CHECK(fields.joined("aCCept") == "a/b, c/d");
    CHECK(fields.has("x-other"));
    CHECK_FALSE(fields.has("X-Othe"));
    CHECK(fields.get("Missing").empty());
    CHECK(fields.joined("Missing").empty());
}

TEST_CASE("setting a field replaces all of its name") {
    Fields fields;
    fields.add("ETag", "\"1\"");
    fields.add("etag", "\"2\"");
    fields.set("ETAG", "\"3\"");
    CHECK(fields.all().size() == 1);
    CHECK(fields.get("ETag") == "\"3\"");
}

TEST_CASE("a query parameter is the first of its name, with case") {
    Request request;
    request.query = {{"limit", "1"}, {"limit", "2"}};
    CHECK(request.parameter("limit") == "1");
    CHECK_FALSE(request.parameter("Limit"));
}

}  // namespace cassette::http
