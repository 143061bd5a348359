#include "dicomweb/exact_json.h"

#include <boost/json/serialize.hpp>
#include <doctest/doctest.h>

#include <string>

namespace cassette::dicomweb {

namespace {

std::string taken(std::string_view text) {
    auto const value = take_exact_json(text, 8);
    return value ? boost::json::serialize(*value) + "|" + std::string{text} : "";
}

}  // namespace

TEST_CASE("numbers keep their digits, everything else is what it was") {
    CHECK(taken(R"([1, -0, 1.23456789012e-88, 18446744073709551616, 0.10, 1E5])") ==
          R"(["1","-0","1.23456789012e-88","18446744073709551616","0.10","1E5"]|)");
    CHECK(taken(R"({"a":[true,null,"\u00e9\n"],"b":{}})") == "{\"a\":[true,null,\"\xC3\xA9\\n\"],\"b\":{}}|");
    CHECK(taken("12") == "\"12\"|");
}

TEST_CASE("one value is taken off the front") {
    CHECK(taken("{\"a\":1},{}") == "{\"a\":\"1\"}|,{}");
    CHECK(taken("[]]") == "[]|]");
}

TEST_CASE("what is no JSON is malformed, and so is what nests too deep") {
    for (std::string_view bad : {"", "[", "{\"a\"}", "nul", "\"a", "[1,]", "[[[[[[[[[]]]]]]]]]", "\x80"}) {
        CAPTURE(bad);
        CHECK(taken(bad).empty());
    }
}

}  // namespace cassette::dicomweb
