#include "dicomweb/dicom_json_reader.h"

#include <boost/json/serialize.hpp>
#include <doctest/doctest.h>

#include <string>

namespace cassette::dicomweb {

namespace {

struct Visited {
    bool sound = false;
    std::string instances;  // one after another
};

Visited read(std::string_view text, MetadataLimits const& limits = {}) {
    Visited visited;
    auto const done = for_each_json_instance(text, limits, [&](boost::json::object metadata) -> Result<void> {
        visited.instances += boost::json::serialize(metadata);
        return {};
    });
    visited.sound = done.has_value();
    if (!done) CHECK(done.error().code == ErrorCode::malformed);
    return visited;
}

}  // namespace

TEST_CASE("metadata are an array of objects, or one object (PS3.18 10.5.1.4)") {
    for (std::string_view text :
         {R"([{"a":1},{"b":[2]}])", " [ {\"a\":1} ,\n {\"b\":[2]} ] ", "\xEF\xBB\xBF[{\"a\":1},{\"b\":[2]}]"}) {
        CAPTURE(text);
        auto const visited = read(text);
        CHECK(visited.sound);
        CHECK(visited.instances == R"({"a":"1"}{"b":["2"]})");  // numbers keep their digits
    }
    CHECK(read(R"({"a":1})").instances == R"({"a":"1"})");
    CHECK(read("[]").sound);
    CHECK(read("[]").instances.empty());
}

TEST_CASE("what is no metadata is malformed, and what came before it is read") {
    for (std::string_view bad :
         {"", "[", "[1]", "5", "[{}", "[{},]", "[{}{}]", "{} {}", "[{}] x", "[{\"a\":}]", "[{\"a\":1}}", "null"}) {
        CAPTURE(bad);
        CHECK_FALSE(read(bad).sound);
    }
    auto const visited = read(R"([{"a":1},{"b":)");
    CHECK_FALSE(visited.sound);
    CHECK(visited.instances == R"({"a":"1"})");
}

TEST_CASE("nesting is limited, and a visitor's error ends the reading") {
    std::string deep;
    for (int i = 0; i < 100'000; ++i) deep += "{\"a\":";
    CHECK_FALSE(read(deep).sound);
    CHECK_FALSE(read("[" + std::string(1000, '[')).sound);
    auto const stopped = for_each_json_instance(
        "[{},{}]", {}, [](boost::json::object const&) -> Result<void> { return fail(ErrorCode::cancelled, ""); });
    CHECK(stopped.error().code == ErrorCode::cancelled);
}

}  // namespace cassette::dicomweb
