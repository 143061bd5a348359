#include "dicomweb/metadata_fields.h"

#include <doctest/doctest.h>

#include <string>

namespace cassette::dicomweb {

namespace {

http::Request asking(std::vector<std::pair<std::string, std::string>> query) {
    http::Request request;
    request.query = std::move(query);
    return request;
}

constexpr char const* dataset =
    R"({"00080018":{"vr":"UI","Value":["1.2"]},"00100010":{"vr":"PN","Value":[{"Alphabetic":"A"}]},)"
    R"("00540016":{"vr":"SQ","Value":[{"00181074":{"vr":"DS","Value":[1]}}]},"0020000D":{"vr":"UI","Value":["1.3"]}})";

}  // namespace

TEST_CASE("includefield takes keywords, tags and paths, in lists and repeated (PS3.18 8.3.4.3)") {
    auto const fields = MetadataFields::parse(
        asking({{"includefield", "RadiopharmaceuticalInformationSequence.RadionuclideTotalDose"}, {"x", "y"}}));
    REQUIRE(fields);
    REQUIRE(*fields);
    CHECK(*(*fields)->select(dataset) ==
          R"({"00080018":{"vr":"UI","Value":["1.2"]},"0020000D":{"vr":"UI","Value":["1.3"]},)"
          R"("00540016":{"vr":"SQ","Value":[{"00181074":{"vr":"DS","Value":[1]}}]}})");
    auto const two = MetadataFields::parse(asking({{"includefield", "00100010"}, {"includefield", "Rows,,Columns"}}));
    REQUIRE(two);
    REQUIRE(*two);
    CHECK((*two)->select(dataset)->find("00100010") != std::string::npos);
}

TEST_CASE("without includefield, and with all, everything is wanted") {
    for (auto const& request : {asking({}), asking({{"includefield", "all"}}), asking({{"includefield", ""}}),
                                asking({{"includefield", "Rows"}, {"includefield", "all"}})}) {
        auto const fields = MetadataFields::parse(request);
        REQUIRE(fields);
        CHECK_FALSE(*fields);
    }
}

TEST_CASE("what names no attribute is malformed, and what is no data set is damaged") {
    auto const bad = MetadataFields::parse(asking({{"includefield", "Nonsense"}}));
    REQUIRE_FALSE(bad);
    CHECK(bad.error().code == ErrorCode::malformed);
    auto const fields = MetadataFields::parse(asking({{"includefield", "Rows"}}));
    REQUIRE(fields);
    CHECK((*fields)->select("[]").error().code == ErrorCode::internal);
    CHECK((*fields)->select("{").error().code == ErrorCode::internal);
}

}  // namespace cassette::dicomweb
