#include "dicomweb/search_parameters.h"

#include "dicomweb/http/request_target.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace cassette::dicomweb {

namespace {

http::Request request_for(std::string_view target) {
    http::Request request;
    auto parsed = http::parse_request_target(target);
    REQUIRE(parsed);
    request.query = std::move(parsed->query);
    return request;
}

Result<Search> parse(std::string_view query, Level level = Level::study) {
    ServiceSettings settings;
    settings.qido_limit_default = 100;
    settings.qido_limit_max = 500;
    return parse_search(request_for("/dicom-web/studies?" + std::string{query}), {level, std::nullopt, std::nullopt},
                        settings);
}

// "tag=value;tag=value" of the keys.
std::string keys_of(Search const& search) {
    std::string text;
    for (auto const& key : search.query.keys) text += to_hex(key.tag) + "=" + key.value + ";";
    return text;
}

}  // namespace

TEST_CASE("query parameters become keys (PS3.18 8.3.4.1)") {
    std::vector<std::pair<char const*, char const*>> const rows{
        {"", ""},
        {"PatientName=*DOE*", "00100010=*DOE*;"},
        {"00100020=*id*", "00100020=*id*;"},
        {"0020000d=1.2", "0020000D=1.2;"},
        {"StudyDate=20200101-20201231", "00080020=20200101-20201231;"},
        {"PatientName=", "00100010=;"},
        {"PatientName=Doe%2C+Jane", "00100010=Doe,+Jane;"},
        {"ModalitiesInStudy=CT,MR", "00080061=CT\\MR;"},
        {"ModalitiesInStudy=CT%5CMR", "00080061=CT\\MR;"},
        {"StudyInstanceUID=1.2,1.3", "0020000D=1.2\\1.3;"},
        {"StudyInstanceUID=1.2%5C1.3", "0020000D=1.2\\1.3;"},
        {"StudyInstanceUID=1.2%5C%5C1.3", "0020000D=1.2\\1.3;"},
        {"StudyInstanceUID=1.2&StudyInstanceUID=1.3", "0020000D=1.2\\1.3;"},
        {"StudyInstanceUID=,1.2,,", "0020000D=1.2;"},
        {"&00100020=ID", "00100020=ID;"},
        {"SliceThickness=5", "00180050=5;"},
        {"RequestAttributesSequence.ScheduledProcedureStepID=S1", "00400009=S1;"},
        {"00400275.00401001=R1", "00401001=R1;"},
        {"00091001=private", "00091001=private;"},
    };
    for (auto const& [query, keys] : rows) {
        CAPTURE(query);
        auto const search = parse(query);
        REQUIRE(search);
        CHECK(keys_of(*search) == keys);
    }
}

TEST_CASE("what OHIF sends for its list of studies is understood (PS3.18 8.3.4)") {
    auto const search = parse(
        "limit=101&offset=0&fuzzymatching=false&includefield=00081030%2C00080060%2C00080090%2C00100030&"
        "ModalitiesInStudy=CT,MR");
    REQUIRE(search);
    CHECK(search->limit == 101);
    CHECK_FALSE(search->limit_is_ours);
    CHECK(search->query.limit == 101);
    CHECK(search->query.offset == 0);
    CHECK_FALSE(search->fuzzy_matching);
    CHECK(search->asked.size() == 5);
    // Modality is the series' own and not the study's.
    CHECK(std::ranges::count(search->query.include, Tag{0x0008, 0x0060}) == 0);
}

TEST_CASE("includefield is a list, repeated, or all (PS3.18 8.3.4.3)") {
    auto const search =
        parse("includefield=StudyDescription,00180050&includefield=PatientAge&includefield=NoSuchThing,,");
    REQUIRE(search);
    CHECK(search->asked == std::vector<Tag>{{0x0008, 0x1030}, {0x0018, 0x0050}, {0x0010, 0x1010}});
    CHECK_FALSE(search->query.include_all);
    CHECK(parse("includefield=all")->query.include_all);
}

TEST_CASE("limits are capped, and then one more is asked for to know whether there is more (PS3.18 8.3.4.4)") {
    CHECK(parse("")->limit == 100);
    CHECK(parse("")->query.limit == 101);
    CHECK(parse("")->limit_is_ours);
    CHECK(parse("limit=501")->limit == 500);
    CHECK(parse("limit=501")->query.limit == 501);
    CHECK(parse("limit=501")->limit_is_ours);
    CHECK(parse("limit=500")->query.limit == 500);
    CHECK_FALSE(parse("limit=500")->limit_is_ours);
    CHECK(parse("limit=0")->query.limit == 0);
    CHECK(parse("offset=18446744073709551615")->query.offset == UINT64_MAX);
}

TEST_CASE("parameters that are not the standard's are malformed (PS3.18 8.3.4)") {
    for (char const* query :
         {"limit=x", "limit=", "limit=-1", "limit=1.5", "offset=99999999999999999999", "fuzzymatching=1", "nonsense=1",
          "Patient=1", "0010001=1", "emptyvaluematching=true", "a.b=1", "PatientName.=1"}) {
        CAPTURE(query);
        auto const search = parse(query);
        REQUIRE_FALSE(search);
        CHECK(search.error().code == ErrorCode::malformed);
        // The query may hold patient data.
        CHECK(search.error().detail.find("nonsense") == std::string::npos);
    }
    CHECK(parse("emptyvaluematching=false&multiplevaluematching=false&accept=application/json&charset=utf-8"));
    CHECK(parse("fuzzymatching=true")->fuzzy_matching);
}

TEST_CASE("the path is a condition beside the query's own (PS3.18 10.6.1)") {
    SearchResource const resource{Level::instance, *StudyInstanceUID::parse("1.2"), *SeriesInstanceUID::parse("1.3")};
    auto const search = parse_search(request_for("/x?StudyInstanceUID=1.9"), resource, {});
    REQUIRE(search);
    CHECK(keys_of(*search) == "0020000D=1.9;0020000D=1.2;0020000E=1.3;");
}

}  // namespace cassette::dicomweb
