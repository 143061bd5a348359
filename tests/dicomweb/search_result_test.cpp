#include "dicomweb/search_result.h"

#include "dicomweb/dicom_json.h"
#include "tests/support/dicom_json_checker.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

namespace cassette::dicomweb {

namespace {

using Attributes = std::map<std::string, std::string>;

Attributes attributes_of(std::string const& json) {
    CHECK(testing::dicom_json_report(json) == "");
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

TEST_CASE("the attributes of a match are in the order of their tags, whatever they come from (PS3.18 F.2.2)") {
    Search search;
    search.query.include_all = true;
    search.asked = {{{}, {0x0010, 0x2201}}};
    auto const filled = values();
    auto const json =
        SearchResultWriter{{Level::series, std::nullopt, std::nullopt}, search, "http://node/dicom-web"}.json(
            Match{Level::series, filled,
                  R"({"00080005":{"vr":"CS","Value":["ISO_IR 100"]},"00080060":{"vr":"CS","Value":["MR"]},)"
                  R"("00102201":{"vr":"LO","Value":["cat"]},"00400300":{"vr":"US","Value":[7]}})"});
    CHECK(testing::dicom_json_report(json) == "");
    std::vector<std::string> tags;
    CHECK(for_each_member(json, [&](std::string_view tag, std::string_view) { tags.emplace_back(tag); }));
    CHECK(std::ranges::is_sorted(tags));
    CHECK(std::ranges::adjacent_find(tags) == tags.end());
    auto const attributes = attributes_of(json);
    CHECK(attributes.at("00080005") == R"({"vr":"CS","Value":["ISO_IR 192"]})");
    CHECK(attributes.at("00080060") == R"({"vr":"CS","Value":["CT"]})");
    CHECK(attributes.at("00102201") == R"({"vr":"LO","Value":["cat"]})");
    CHECK_FALSE(attributes.contains("00400300"));  // of an instance
}

TEST_CASE("a match needs no attribute of the index beyond those that it is told to need") {
    for (auto const level : {Level::study, Level::series, Level::instance}) {
        Search search;
        search.asked = {{{}, {0x0010, 0x0020}}, {{}, {0x0010, 0x2201}}};
        SearchResultWriter const writer{{level, std::nullopt, std::nullopt}, search, "http://node/dicom-web"};
        auto const every = values();
        AttributeValues needed(every.size());
        for (auto const position : writer.attributes_needed()) needed[position] = every[position];
        CHECK(writer.json(Match{level, needed, {}}) == writer.json(Match{level, every, {}}));
    }
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
    search.asked = {{{}, {0x0010, 0x2201}}, {{}, {0x0010, 0x2292}}, {{}, {0x0010, 0x1010}}};
    auto const study = written({Level::study, std::nullopt, std::nullopt}, search,
                               R"({"00080060":{"vr":"CS","Value":["CT"]},"00102201":{"vr":"LO","Value":["cat"]},)"
                               R"("00180050":{"vr":"DS","Value":[5.00]}})");
    CHECK(study.at("00102201") == R"({"vr":"LO","Value":["cat"]})");
    CHECK(study.at("00102292") == R"({"vr":"LO"})");
    CHECK(study.at("00101010") == R"({"vr":"AS"})");
    CHECK_FALSE(study.contains("00080060"));  // not asked for
    CHECK_FALSE(study.contains("00180050"));
    search.asked.push_back({{}, {0x0018, 0x0050}});
    auto const instance =
        written({Level::instance, std::nullopt, std::nullopt}, search, R"({"00180050":{"vr":"DS","Value":[5.00]}})");
    CHECK(instance.at("00180050") == R"({"vr":"DS","Value":[5.00]})");
}

TEST_CASE("a path through sequences is answered by the sequence, reduced to it (PS3.18 8.3.4.1, PS3.4 C.2.2.2.6)") {
    Search search;
    search.asked = {{{{0x0008, 0x1032}}, {0x0008, 0x0104}}};
    auto const study = written({Level::study, std::nullopt, std::nullopt}, search,
                               R"({"00081032":{"vr":"SQ","Value":[{"00080100":{"vr":"SH","Value":["C"]},)"
                               R"("00080104":{"vr":"LO","Value":["M"]}}]},"0040A730":{"vr":"SQ","Value":[{}]}})");
    CHECK(study.at("00081032") == R"({"vr":"SQ","Value":[{"00080104":{"vr":"LO","Value":["M"]}}]})");
    CHECK_FALSE(study.contains("0040A730"));
    auto const without = written({Level::study, std::nullopt, std::nullopt}, search, "{}");
    CHECK(without.at("00081032") == R"({"vr":"SQ"})");
}

TEST_CASE("Request Attributes Sequence keeps what PS3.18 Table 10.6.3-4 wants, and more that is asked for") {
    Search search;
    search.asked = {{{{0x0040, 0x0275}}, {0x0040, 0x0007}}};
    auto const series =
        written({Level::series, std::nullopt, std::nullopt}, search,
                R"({"00400275":{"vr":"SQ","Value":[{"00081110":{"vr":"SQ"},"00400007":{"vr":"LO","Value":["D"]},)"
                R"("00400009":{"vr":"SH","Value":["S"]},"00401001":{"vr":"SH","Value":["R"]}}]}})");
    CHECK(series.at("00400275") ==
          R"({"vr":"SQ","Value":[{"00400007":{"vr":"LO","Value":["D"]},"00400009":{"vr":"SH","Value":["S"]},)"
          R"("00401001":{"vr":"SH","Value":["R"]}}]})");
}

TEST_CASE(
    "a private element comes with its creator, in the block that the request gave it (PS3.5 7.8.1, PS3.18 10.6.3.3)") {
    std::string const metadata = R"({"00090010":{"vr":"LO","Value":["OTHER"]},"00090011":{"vr":"LO","Value":["ACME"]},)"
                                 R"("00091001":{"vr":"LO","Value":["theirs"]},"00091101":{"vr":"LO","Value":["ours"]},)"
                                 R"("00091102":{"vr":"LO","Value":["not asked for"]}})";
    SearchResource const studies{Level::study, std::nullopt, std::nullopt};
    Search search;
    search.asked = {{{}, {0x0009, 0x1001}}};
    auto const literal = written(studies, search, metadata);
    CHECK(literal.at("00090010") == R"({"vr":"LO","Value":["OTHER"]})");
    CHECK(literal.at("00091001") == R"({"vr":"LO","Value":["theirs"]})");
    CHECK_FALSE(literal.contains("00090011"));

    search.private_creators = {{{0x0009, 0x0010}, "ACME"}};
    auto const by_creator = written(studies, search, metadata);
    CHECK(by_creator.at("00090010") == R"({"vr":"LO","Value":["ACME"]})");
    CHECK(by_creator.at("00091001") == R"({"vr":"LO","Value":["ours"]})");
    for (char const* tag : {"00090011", "00091002", "00091101", "00091102"}) CHECK_FALSE(by_creator.contains(tag));

    search.private_creators = {{{0x0009, 0x0010}, "NOBODY"}};
    auto const none = written(studies, search, metadata);
    for (char const* tag : {"00090010", "00090011", "00091001", "00091101"}) CHECK_FALSE(none.contains(tag));
}

TEST_CASE("includefield=all gives what is of the level and above, and everything of an instance (PS3.18 10.6.3.3)") {
    Search search;
    search.query.include_all = true;
    std::string const metadata =
        R"({"00080018":{"vr":"UI","Value":["1.2.3.4"]},"00081010":{"vr":"SH","Value":["STATION"]},)"
        R"("00091001":{"vr":"LO","Value":["private"]},"00102201":{"vr":"LO","Value":["x"]},)"
        R"("00180050":{"vr":"DS","Value":[5]},"00181000":{"vr":"LO","Value":["D1"]},"00280010":{"vr":"US","Value":[8]},)"
        R"("7FE00010":{"vr":"OW","BulkDataURI":"/x"}})";
    auto const study = written({Level::study, std::nullopt, std::nullopt}, search, metadata);
    CHECK(study.contains("00102201"));
    for (char const* tag : {"00080018", "00081010", "00091001", "00180050", "00181000", "00280010", "7FE00010"})
        CHECK_FALSE(study.contains(tag));
    auto const series = written({Level::series, std::nullopt, std::nullopt}, search, metadata);
    check_has(series, {"00102201", "00081010", "00181000"});
    for (char const* tag : {"00080018", "00091001", "00180050", "00280010"}) CHECK_FALSE(series.contains(tag));
    auto const instance = written({Level::instance, std::nullopt, std::nullopt}, search, metadata);
    check_has(instance,
              {"00102201", "00080018", "00081010", "00091001", "00180050", "00181000", "00280010", "7FE00010"});
}

TEST_CASE("a table has a column for each attribute that a match may have, once") {
    Search search;
    search.asked = {{{}, {0x0010, 0x0010}}, {{{0x0040, 0x0275}}, {0x0040, 0x0007}}, {{}, {0x0018, 0x1000}}};
    SearchResultWriter const writer{{Level::series, *StudyInstanceUID::parse("1.2"), std::nullopt}, search, ""};
    std::string text;
    for (auto const& column : writer.columns()) text += to_text(column) + " ";
    CHECK(text ==
          "PatientName TimezoneOffsetFromUTC StudyInstanceUID SeriesDate SeriesTime Modality SeriesDescription "
          "BodyPartExamined SeriesInstanceUID SeriesNumber PerformedProcedureStepStartDate "
          "PerformedProcedureStepStartTime NumberOfSeriesRelatedInstances "
          "RequestAttributesSequence.ScheduledProcedureStepID RequestAttributesSequence.RequestedProcedureID "
          "RequestAttributesSequence.ScheduledProcedureStepDescription DeviceSerialNumber InstanceAvailability "
          "RetrieveURL ");
}

TEST_CASE("metadata that cannot be read costs its attributes and not the match") {
    Search search;
    search.asked = {{{}, {0x0010, 0x2201}}};
    SearchResultWriter const writer{{Level::study, std::nullopt, std::nullopt}, search, ""};
    auto const filled = values();
    CHECK(writer.json(Match{Level::study, filled, "not JSON"}).find("00102201") != std::string::npos);
}

}  // namespace cassette::dicomweb
