#include "dicomweb/search_parameters.h"

#include "dicomweb/http/request_target.h"

#include <doctest/doctest.h>

#include <map>
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

// "tag=value;sequence.tag=value;" of the keys.
std::string keys_of(Search const& search) {
    std::string text;
    for (auto const& key : search.query.keys) {
        for (auto const sequence : key.sequences) text += to_hex(sequence) + ".";
        text += to_hex(key.tag) + "=" + key.value + ";";
    }
    return text;
}

std::string texts_of(std::vector<AttributePath> const& paths) {
    std::string text;
    for (auto const& path : paths) text += to_text(path) + ";";
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
        {"RequestAttributesSequence.ScheduledProcedureStepID=S1", "00400275.00400009=S1;"},
        {"00400275.00401001=R1", "00400275.00401001=R1;"},
        {"00400275.ScheduledProcedureStepID=S1", "00400275.00400009=S1;"},
        {"RequestAttributesSequence.00400008.CodeValue=C&RequestAttributesSequence.00400008.00080102=99X",
         "00400275.00400008.00080100=C;00400275.00400008.00080102=99X;"},
        {"ReferencedSeriesSequence.SeriesInstanceUID=1.2,1.3&00081115.0020000E=1.4",
         "00081115.0020000E=1.2\\1.3\\1.4;"},
        {"SeriesInstanceUID=1.2&ReferencedSeriesSequence.SeriesInstanceUID=1.3", "0020000E=1.2;00081115.0020000E=1.3;"},
        {"00091001=private", "00091001=private;"},
        {"00090010=ACME&00091001=private", "00090010=ACME;00091001=private;"},
        {"PatientID=%22%22", "00100020=\"\";"},
        {"StudyVerifiedDate=20200101", "00320032=20200101;"},
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
    CHECK_FALSE(search->query.options.fuzzy_person_names);
    // Modality is the series' own and not the study's.
    CHECK(texts_of(search->asked) == "StudyDescription;ReferringPhysicianName;PatientBirthDate;ModalitiesInStudy;");
    CHECK(search->query.include.size() == 4);
}

TEST_CASE("includefield is a list, repeated, or all (PS3.18 8.3.4.3)") {
    auto const search = parse(
        "includefield=StudyDescription,00180050&includefield=PatientAge&includefield=NoSuchThing,,", Level::instance);
    REQUIRE(search);
    CHECK(texts_of(search->asked) == "StudyDescription;SliceThickness;PatientAge;");
    CHECK_FALSE(search->query.include_all);
    CHECK(parse("includefield=all")->query.include_all);
    auto const sequences = parse("includefield=00081032.CodeMeaning,ProcedureCodeSequence.CodeValue,00091001");
    CHECK(texts_of(sequences->asked) == "ProcedureCodeSequence.CodeMeaning;ProcedureCodeSequence.CodeValue;00091001;");
    CHECK(sequences->query.include == std::vector<Tag>{{0x0008, 0x1032}, {0x0009, 0x1001}});
}

TEST_CASE("attributes of lower levels are not returned (PS3.18 10.6.3.3.1, 10.6.3.3.2)") {
    std::string const query =
        "includefield=StudyID,PatientSpeciesDescription,SeriesNumber,DeviceSerialNumber,Rows,SliceThickness,"
        "RequestAttributesSequence.RequestedProcedureID,ReferencedImageSequence.ReferencedSOPInstanceUID";
    std::string const study = "StudyID;PatientSpeciesDescription;";
    std::string const series =
        "StudyID;PatientSpeciesDescription;SeriesNumber;DeviceSerialNumber;"
        "RequestAttributesSequence.RequestedProcedureID;";
    CHECK(texts_of(parse(query, Level::study)->asked) == study);
    CHECK(texts_of(parse(query, Level::series)->asked) == series);
    CHECK(parse(query, Level::instance)->asked.size() == 8);
}

TEST_CASE("a Private Creator says whose elements are meant (PS3.18 8.3.4.3, PS3.5 7.8.1)") {
    auto const search = parse("00090010=ACME%201.1&includefield=00091001,00090010");
    REQUIRE(search);
    CHECK(search->private_creators == std::map<Tag, std::string>{{{0x0009, 0x0010}, "ACME 1.1"}});
    CHECK(keys_of(*search) == "00090010=ACME 1.1;");
    CHECK(texts_of(search->asked) == "00090010;00091001;");
}

TEST_CASE("attributes of the configuration go by their names, with their VR, level and creator") {
    DeclaredAttributes const declared{
        {1, {"Dose", {}, {0x0009, 0x1001}, "ACME", "CS", Level::study, Matching::text}, 0},
        {2, {"Thickness", {}, {0x0018, 0x0050}, "", "DS", Level::series, Matching::number}, 0}};
    SearchResource const series{Level::series, std::nullopt, std::nullopt};
    auto const search =
        parse_search(request_for("/x?Dose=HIGH,LOW&includefield=Thickness,SliceLocation"), series, {}, declared);
    REQUIRE(search);
    CHECK(keys_of(*search) == "00091001=HIGH\\LOW;");
    CHECK(texts_of(search->asked) == "00091001;SliceThickness;");
    CHECK(search->private_creators == std::map<Tag, std::string>{{{0x0009, 0x0010}, "ACME"}});
    CHECK(search->unsupported.empty());
    auto const by_tag = parse_search(request_for("/x?00091001=HIGH,LOW"), series, {}, declared);
    CHECK(keys_of(*by_tag) == "00091001=HIGH\\LOW;");
    auto const studies = parse_search(request_for("/x?includefield=Thickness"), {Level::study, {}, {}}, {}, declared);
    CHECK(studies->asked.empty());
}

TEST_CASE("kinds of matching are asked for by flags (PS3.18 8.3.4.2, 8.3.4.5, 8.3.4.6)") {
    auto const plain = parse("")->query.options;
    CHECK_FALSE((plain.fuzzy_person_names || plain.empty_values || plain.multiple_values));
    CHECK(plain.combined_date_time);  // PS3.18 8.3.4.1.1: always
    auto const all = parse("fuzzymatching=true&emptyvaluematching=true&multiplevaluematching=true")->query.options;
    CHECK((all.fuzzy_person_names && all.empty_values && all.multiple_values && all.combined_date_time));
    auto const none = parse("fuzzymatching=false&emptyvaluematching=false&multiplevaluematching=false")->query.options;
    CHECK_FALSE((none.fuzzy_person_names || none.empty_values || none.multiple_values));
}

TEST_CASE("orderby names attributes that are indexed at the level, descending with a hyphen") {
    auto const search = parse("orderby=-StudyDate,00100010&orderby=StudyTime");
    REQUIRE(search);
    auto const& order = search->query.order_by;
    REQUIRE(order.size() == 3);
    CHECK((order[0].tag == Tag{0x0008, 0x0020} && order[0].direction == Direction::descending));
    CHECK((order[1].tag == Tag{0x0010, 0x0010} && order[1].direction == Direction::ascending));
    CHECK((order[2].tag == Tag{0x0008, 0x0030} && order[2].direction == Direction::ascending));
    CHECK(parse("orderby=SeriesNumber,PatientName", Level::series));
    for (char const* query : {"orderby=nonsense", "orderby=-", "orderby=StudyDate,--StudyTime",
                              "orderby=RequestAttributesSequence.StudyInstanceUID"}) {
        CAPTURE(query);
        CHECK_FALSE(parse(query));
    }
}

TEST_CASE("the total is counted when it is asked for") {
    CHECK(parse("includecount=true")->total_wanted);
    CHECK_FALSE(parse("includecount=false")->total_wanted);
    CHECK_FALSE(parse("")->total_wanted);
    CHECK_FALSE(parse("includecount=yes"));
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

TEST_CASE("a value that its parameter does not allow is malformed (PS3.18 8.3)") {
    for (char const* query :
         {"limit=x", "limit=", "limit=-1", "limit=1.5", "offset=99999999999999999999", "fuzzymatching=1",
          "fuzzymatching=TRUE", "fuzzymatching=", "emptyvaluematching=yes", "multiplevaluematching=2"}) {
        CAPTURE(query);
        auto const search = parse(query);
        REQUIRE_FALSE(search);
        CHECK(search.error().code == ErrorCode::malformed);
    }
    CHECK(parse("accept=application/json&charset=utf-8"));
}

TEST_CASE("parameters that are not supported are left out and told (PS3.18 8.3)") {
    for (char const* name : {"nonsense", "Patient", "0010001", "a.b", "PatientName.", "PatientName.PatientID", ".",
                             "RequestAttributesSequence..StudyInstanceUID", "limits"}) {
        CAPTURE(name);
        auto const search = parse(std::string{name} + "=1");
        REQUIRE(search);
        CHECK(search->query.keys.empty());
        CHECK(search->unsupported == std::vector<std::string>{name});
    }
    // What does not belong in a header field is not repeated in one.
    CHECK(parse("a%0D%0Ab=1")->unsupported == std::vector<std::string>{""});
    CHECK(parse(std::string(65, 'a') + "=1")->unsupported == std::vector<std::string>{""});
}

TEST_CASE("the path is a condition beside the query's own (PS3.18 10.6.1)") {
    SearchResource const resource{Level::instance, *StudyInstanceUID::parse("1.2"), *SeriesInstanceUID::parse("1.3")};
    auto const search = parse_search(request_for("/x?StudyInstanceUID=1.9"), resource, {});
    REQUIRE(search);
    CHECK(keys_of(*search) == "0020000D=1.9;0020000D=1.2;0020000E=1.3;");
}

}  // namespace cassette::dicomweb
