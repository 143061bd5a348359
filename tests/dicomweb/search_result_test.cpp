#include "dicomweb/search_result.h"

#include "dicomweb/dicom_json.h"

#include <doctest/doctest.h>

#include <map>
#include <string>
#include <vector>

namespace cassette::dicomweb {

namespace {

using Attributes = std::map<std::string, std::string>;

Attributes attributes_of(std::string const& json) {
    Attributes found;
    CHECK(for_each_member(json, [&](std::string_view tag, std::string_view value) { found.emplace(tag, value); }));
    return found;
}

AttributeValues values() {
    AttributeValues filled(attributes().size());
    filled[attribute_at({0x0010, 0x0010})] = "Müller^Jürgen";
    filled[attribute_at({0x0020, 0x000D})] = "1.2";
    filled[attribute_at({0x0020, 0x000E})] = "1.2.3";
    filled[attribute_at({0x0008, 0x0018})] = "1.2.3.4";
    filled[attribute_at({0x0008, 0x0061})] = "CT\\SR";
    filled[attribute_at({0x0020, 0x1206})] = "2";
    filled[attribute_at({0x0008, 0x0060})] = "CT";
    filled[attribute_at({0x0008, 0x3002})] = "1.2.840.10008.1.2.1";
    filled[attribute_at({0x0040, 0x0009})] = "STEP1";
    return filled;
}

Attributes written(SearchResource const& resource, Search const& search, std::string metadata = {}) {
    auto const filled = values();
    return attributes_of(SearchResultWriter{resource, search, "http://node/dicom-web"}.json(
        Match{resource.level, filled, std::move(metadata)}));
}

void check_has(Attributes const& attributes, std::vector<char const*> const& tags) {
    for (auto const* tag : tags) {
        CAPTURE(tag);
        CHECK(attributes.contains(tag));
    }
}

}  // namespace

TEST_CASE("a study has the attributes of PS3.18 Table 10.6.3-3 and what viewers need, empty where absent") {
    auto const study = written({Level::study, std::nullopt, std::nullopt}, {});
    check_has(
        study,
        {"00080005", "00080020", "00080030", "00080050", "00080056", "00080061", "00080090", "00080201", "00081030",
         "00081190", "00100010", "00100020", "00100030", "00100040", "0020000D", "00200010", "00201206", "00201208"});
    CHECK(study.at("00080005") == R"({"vr":"CS","Value":["ISO_IR 192"]})");
    CHECK(study.at("00080056") == R"({"vr":"CS","Value":["ONLINE"]})");
    CHECK(study.at("00080061") == R"({"vr":"CS","Value":["CT","SR"]})");
    CHECK(study.at("00081190") == R"({"vr":"UR","Value":["http://node/dicom-web/studies/1.2"]})");
    CHECK(study.at("00080020") == R"({"vr":"DA"})");
    CHECK(study.at("00201206") == R"({"vr":"IS","Value":[2]})");
    CHECK_FALSE(study.contains("00080060"));
    CHECK_FALSE(study.contains("0020000E"));
}

TEST_CASE("a series has those of PS3.18 Table 10.6.3-4, and the study's when the path does not name one") {
    auto const study = *StudyInstanceUID::parse("1.2");
    auto const within = written({Level::series, study, std::nullopt}, {});
    check_has(within,
              {"00080056", "00080060", "00080201", "0008103E", "00081190", "0020000D", "0020000E", "00200011",
               "00201209", "00400244", "00400245", "00400275"});
    CHECK(within.at("00081190") == R"({"vr":"UR","Value":["http://node/dicom-web/studies/1.2/series/1.2.3"]})");
    CHECK(within.at("00400275") == R"({"vr":"SQ","Value":[{"00400009":{"vr":"SH","Value":["STEP1"]}}]})");
    CHECK_FALSE(within.contains("00100010"));

    auto const anywhere = written({Level::series, std::nullopt, std::nullopt}, {});
    check_has(anywhere, {"00100010", "00080050", "00080061", "00080060"});
}

TEST_CASE("an instance has those of PS3.18 Table 10.6.3-5 and its transfer syntax") {
    SearchResource const in_series{Level::instance, *StudyInstanceUID::parse("1.2"),
                                   *SeriesInstanceUID::parse("1.2.3")};
    auto const within = written(in_series, {});
    check_has(
        within,
        {"00080016", "00080018", "00080056", "00080201", "00081190", "00083002", "0020000D", "0020000E", "00200013"});
    CHECK(within.at("00081190") ==
          R"({"vr":"UR","Value":["http://node/dicom-web/studies/1.2/series/1.2.3/instances/1.2.3.4"]})");
    CHECK_FALSE(within.contains("00280010"));  // only if present
    CHECK_FALSE(within.contains("00080060"));
    check_has(written({Level::instance, *StudyInstanceUID::parse("1.2"), std::nullopt}, {}), {"00080060", "00200011"});
    check_has(written({Level::instance, std::nullopt, std::nullopt}, {}), {"00080060", "00100010"});
}

TEST_CASE("attributes that are not indexed come from metadata as they stand there (PS3.18 8.3.4.3)") {
    Search search;
    search.asked = {{0x0018, 0x0050}, {0x0018, 0x0060}, {0x0010, 0x1010}, {0x0008, 0x0060}};
    auto const study = written({Level::study, std::nullopt, std::nullopt}, search,
                               R"({"00080060":{"vr":"CS","Value":["CT"]},"00180050":{"vr":"DS","Value":[5.00]}})");
    CHECK(study.at("00180050") == R"({"vr":"DS","Value":[5.00]})");
    CHECK(study.at("00180060") == R"({"vr":"DS"})");
    CHECK(study.at("00101010") == R"({"vr":"AS"})");
    CHECK_FALSE(study.contains("00080060"));  // the series' own
}

TEST_CASE("includefield=all gives what describes the level, and everything of an instance (PS3.18 8.3.4.3)") {
    Search search;
    search.query.include_all = true;
    std::string const metadata =
        R"({"00080018":{"vr":"UI","Value":["1.2.3.4"]},"00081010":{"vr":"SH","Value":["STATION"]},)"
        R"("00102201":{"vr":"LO","Value":["x"]},"00280010":{"vr":"US","Value":[8]},"7FE00010":{"vr":"OW","BulkDataURI":"/x"}})";
    auto const study = written({Level::study, std::nullopt, std::nullopt}, search, metadata);
    CHECK(study.contains("00102201"));
    CHECK_FALSE(study.contains("00080018"));
    CHECK_FALSE(study.contains("00081010"));
    CHECK_FALSE(study.contains("00280010"));
    CHECK_FALSE(study.contains("7FE00010"));
    auto const instance = written({Level::instance, std::nullopt, std::nullopt}, search, metadata);
    check_has(instance, {"00102201", "00080018", "00081010", "00280010", "7FE00010"});
}

TEST_CASE("metadata that cannot be read costs its attributes and not the match") {
    Search search;
    search.asked = {{0x0018, 0x0050}};
    SearchResultWriter const writer{{Level::study, std::nullopt, std::nullopt}, search, ""};
    auto const filled = values();
    CHECK(writer.json(Match{Level::study, filled, "not JSON"}).find("00180050") != std::string::npos);
}

}  // namespace cassette::dicomweb
