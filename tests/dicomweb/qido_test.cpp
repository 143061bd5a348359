#include "dicomweb/qido.h"

#include "archive/lifecycle/backfill.h"
#include "storage/search_values.h"
#include "tests/dicomweb/golden.h"
#include "tests/dicomweb/search_sample.h"
#include "tests/dicomweb/test_instance.h"
#include "tests/dicomweb/test_service.h"
#include "tests/support/dicom_json_checker.h"
#include "tests/support/native_model_checker.h"

#include <boost/json/parse.hpp>
#include <boost/json/value_to.hpp>
#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace cassette::dicomweb {

namespace {

namespace json = boost::json;

// Two studies; the first with two series, of which the first has three instances.
void store_some(TestService& service) {
    for (int number = 1; number <= 3; ++number)
        service.store(part10({.instance = "1.2.3.4." + std::to_string(number), .instance_number = number}));
    service.store(part10({.series = "1.2.3.5",
                          .instance = "1.2.3.5.1",
                          .modality = "MR",
                          .series_number = 2,
                          .compressed_frames = {"jpeg"}}));
    service.store(part10({.study = "1.9",
                          .series = "1.9.1",
                          .instance = "1.9.1.1",
                          .patient_name = "Müller^Jürgen",
                          .study_date = "20200229"}));
}

json::array matches(Answer const& answer) {
    CHECK(answer.status == 200);
    CAPTURE(answer.body);
    CHECK(testing::dicom_json_report(answer.body) == "");
    json::error_code error;
    auto const parsed = json::parse(answer.body, error);
    REQUIRE_FALSE(error);
    return parsed.as_array();
}

// The first values of one attribute, match by match.
std::vector<std::string> column(Answer const& answer, std::string_view tag) {
    std::vector<std::string> values;
    for (auto const& match : matches(answer)) {
        auto const* attribute = match.as_object().if_contains(tag);
        auto const* list = attribute ? attribute->as_object().if_contains("Value") : nullptr;
        values.push_back(list ? json::value_to<std::string>(list->as_array().at(0)) : "");
    }
    return values;
}

using Column = std::vector<std::string>;

}  // namespace

TEST_CASE("the six search resources find what is theirs (PS3.18 Table 10.6.1-1)") {
    TestService service;
    store_some(service);
    CHECK(column(service.get("/dicom-web/studies"), "0020000D") == Column{"1.2.3", "1.9"});
    CHECK(column(service.get("/dicom-web/series"), "0020000E").size() == 3);
    CHECK(column(service.get("/dicom-web/instances"), "00080018").size() == 5);
    CHECK(column(service.get("/dicom-web/studies/1.2.3/series"), "0020000E") == Column{"1.2.3.4", "1.2.3.5"});
    CHECK(column(service.get("/dicom-web/studies/1.2.3/instances"), "00080018") ==
          Column{"1.2.3.4.1", "1.2.3.4.2", "1.2.3.4.3", "1.2.3.5.1"});
    CHECK(column(service.get("/dicom-web/studies/1.2.3/series/1.2.3.4/instances"), "00080018") ==
          Column{"1.2.3.4.1", "1.2.3.4.2", "1.2.3.4.3"});
    CHECK(column(service.get("/dicom-web/studies/1.2.3/series/1.9.1/instances"), "00080018").empty());
    CHECK(column(service.get("/dicom-web/studies/7.7/series"), "0020000E").empty());
}

TEST_CASE("keys match as in PS3.4 C.2.2.2") {
    TestService service;
    store_some(service);
    auto const studies = [&](std::string const& query) {
        return column(service.get("/dicom-web/studies?" + query), "0020000D");
    };
    CHECK(studies("PatientName=*m%C3%BCller*") == Column{"1.9"});
    CHECK(studies("PatientName=muller%5Ejurgen") == Column{"1.9"});
    CHECK(studies("00100010=DOE*") == Column{"1.2.3"});
    CHECK(studies("StudyDate=20200101-20201231") == Column{"1.9"});
    CHECK(studies("StudyInstanceUID=1.9,1.2.3") == Column{"1.2.3", "1.9"});
    CHECK(studies("StudyInstanceUID=1.9%5C%5C7.7") == Column{"1.9"});
    CHECK(studies("ModalitiesInStudy=MR,US") == Column{"1.2.3"});
    CHECK(studies("ModalitiesInStudy=US").empty());
    CHECK(studies("PatientID=P1&AccessionNumber=A1") == Column{"1.2.3", "1.9"});
    CHECK(studies("&PatientID=P2").empty());
    CHECK(column(service.get("/dicom-web/series?Modality=MR"), "0020000E") == Column{"1.2.3.5"});
}

TEST_CASE("pages are cut by limit and offset, and beyond the end there is nothing (PS3.18 8.3.4.4)") {
    TestService service;
    store_some(service);
    std::string const instances = "/dicom-web/studies/1.2.3/instances?";
    CHECK(column(service.get(instances + "limit=2"), "00080018") == Column{"1.2.3.4.1", "1.2.3.4.2"});
    CHECK(column(service.get(instances + "limit=2&offset=2"), "00080018") == Column{"1.2.3.4.3", "1.2.3.5.1"});
    CHECK(column(service.get(instances + "offset=3"), "00080018") == Column{"1.2.3.5.1"});
    auto const beyond = service.get(instances + "offset=4");
    CHECK(beyond.status == 200);
    CHECK(beyond.body == "[]");
    CHECK(service.get(instances + "limit=0").body == "[]");
}

TEST_CASE("an answer that the server cuts says how many more there are (PS3.18 8.3.4.4)") {
    TestService service;
    store_some(service);
    service.service().settings.qido_limit_default = 2;
    service.service().settings.qido_limit_max = 3;
    auto const warning = [&](std::string const& query) {
        return std::string{service.get("/dicom-web/instances?" + query).fields.get("Warning")};
    };
    std::string const service_url = "299 http://node:8104/dicom-web: ";
    CHECK(warning("") == service_url + "There are 3 additional results that can be requested");
    CHECK(warning("offset=2") == service_url + "There are 1 additional results that can be requested");
    CHECK(warning("limit=4") == service_url + "There are 2 additional results that can be requested");
    CHECK(warning("offset=3").empty());
    CHECK(warning("limit=3").empty());
    CHECK(matches(service.get("/dicom-web/instances?limit=4")).size() == 3);
}

TEST_CASE("a search answers in UTF-8, which the charset parameter may ask for (PS3.18 8.3.3.2)") {
    TestService service;
    store_some(service);
    CHECK(service.get("/dicom-web/studies?charset=iso-8859-1,utf-8").status == 200);
    CHECK(service.get("/dicom-web/studies?charset=iso-8859-1").status == 400);
}

TEST_CASE("combined dates and times are one range, always (PS3.18 8.3.4.1.1, PS3.4 C.2.2.2.5)") {
    TestService service;
    store_search_sample(service);
    auto const studies = [&](std::string const& query) {
        return column(service.get("/dicom-web/studies?" + query), "0020000D");
    };
    // By themselves the times would exclude the first, and then both.
    CHECK(studies("StudyDate=20200229-20261121&StudyTime=100000-235959.4") == Column{"1.2.3", "1.9"});
    CHECK(studies("StudyDate=20200229-20261121&StudyTime=235959-101500") == Column{"1.2.3", "1.9"});
    CHECK(studies("StudyDate=20200229-20261121&StudyTime=235959.6-101459").empty());
    CHECK(studies("StudyDate=20261121-&StudyTime=101500-") == Column{"1.2.3"});
}

TEST_CASE("dates and times are meant in the time zone that the request names (PS3.18 8.3.4.1.1)") {
    TestService service;
    store_search_sample(service);
    auto const studies = [&](std::string const& query) {
        return column(service.get("/dicom-web/studies?" + query), "0020000D");
    };
    // One study is of 23:59:59.5 at +0100; one hour further east that is the next day.
    CHECK(studies("StudyDate=20200301").empty());
    CHECK(studies("StudyDate=20200301&TimezoneOffsetFromUTC=+0200") == Column{"1.9"});
    CHECK(studies("StudyDate=20200229&00080201=+0200").empty());
    CHECK(studies("StudyDate=20200301-&StudyTime=005959-&TimezoneOffsetFromUTC=%2B0200&offset=1") == Column{"1.9"});
    auto const counted =
        service.get("/dicom-web/studies?StudyDate=20200301&TimezoneOffsetFromUTC=+0200&includecount=true&limit=0");
    CHECK(counted.fields.get("X-Total-Count") == "1");
    CHECK(service.get("/dicom-web/studies?TimezoneOffsetFromUTC=CET").status == 400);
    CHECK(service.get("/dicom-web/studies?TimezoneOffsetFromUTC=+0200").fields.get("Warning").empty());
}

TEST_CASE("person names match by their words when fuzzymatching asks for it (PS3.18 8.3.4.2)") {
    TestService service;
    store_search_sample(service);
    auto const studies = [&](std::string const& query) {
        auto const answer = service.get("/dicom-web/studies?" + query);
        CHECK_FALSE(answer.fields.has("Warning"));
        return column(answer, "0020000D");
    };
    CHECK(studies("PatientName=jurgen%20mull").empty());
    CHECK(studies("PatientName=jurgen%20mull&fuzzymatching=true") == Column{"1.9"});
    CHECK(studies("PatientName=%E5%A4%AA%E9%83%8E&fuzzymatching=true") == Column{"1.9"});
    CHECK(studies("PatientName=jane%5Edoe&fuzzymatching=true") == Column{"1.2.3"});
    CHECK(studies("PatientName=jane%20roe&fuzzymatching=true").empty());
}

TEST_CASE("two quotation marks match what has no value when emptyvaluematching asks for it (PS3.18 8.3.4.5)") {
    TestService service;
    store_search_sample(service);
    auto const studies = [&](std::string const& query) {
        return column(service.get("/dicom-web/studies?" + query), "0020000D");
    };
    CHECK(studies("AccessionNumber=%22%22&emptyvaluematching=true") == Column{"1.9"});
    CHECK(studies("AccessionNumber=%22%22").empty());
}

TEST_CASE("every value of a key must be there when multiplevaluematching asks for it (PS3.18 8.3.4.6)") {
    TestService service;
    store_search_sample(service);
    auto const studies = [&](std::string const& query) {
        return column(service.get("/dicom-web/studies?" + query), "0020000D");
    };
    CHECK(studies("ModalitiesInStudy=CT%5CMR&multiplevaluematching=true") == Column{"1.2.3"});
    CHECK(studies("ModalitiesInStudy=CT%5CMR&multiplevaluematching=false") == Column{"1.2.3", "1.9"});
    CHECK(studies("ModalitiesInStudy=CT%5CUS&multiplevaluematching=true").empty());
}

TEST_CASE("keys in one item of a sequence match together (PS3.4 C.2.2.2.6)") {
    TestService service;
    store_search_sample(service);
    auto const series = [&](std::string const& query) {
        auto const answer = service.get("/dicom-web/studies/1.2.3/series?" + query);
        CHECK_FALSE(answer.fields.has("Warning"));
        return column(answer, "0020000E").size();
    };
    CHECK(series("RequestAttributesSequence.ScheduledProcedureStepID=STEP1") == 2);
    CHECK(series("00400275.00400009=STEP2&RequestAttributesSequence.00401001=PROC2") == 2);
    CHECK(series("00400275.00400009=STEP2&00400275.00401001=PROC1") == 0);
    CHECK(series("00400275.00400009=STEP9") == 0);
}

TEST_CASE("orderby orders, and ties are broken the same way each time") {
    TestService service;
    store_search_sample(service);
    auto const studies = [&](std::string const& query) {
        return column(service.get("/dicom-web/studies?" + query), "0020000D");
    };
    CHECK(studies("orderby=StudyDate") == Column{"1.9", "1.2.3"});
    CHECK(studies("orderby=-StudyDate") == Column{"1.2.3", "1.9"});
    CHECK(studies("orderby=PatientName&limit=1&offset=1") == Column{"1.9"});
    CHECK(column(service.get("/dicom-web/studies/1.2.3/instances?orderby=-SeriesNumber,InstanceNumber"), "00080018") ==
          Column{"1.2.3.5.1", "1.2.3.4.1", "1.2.3.4.2", "1.2.3.4.3"});
    CHECK(service.get("/dicom-web/studies?orderby=SeriesNumber").status == 400);
}

TEST_CASE("the total comes in a header field when it is asked for, whatever the page") {
    TestService service;
    store_search_sample(service);
    auto const total = [&](std::string const& query) {
        return std::string{service.get("/dicom-web/instances?" + query).fields.get("X-Total-Count")};
    };
    CHECK(total("includecount=true") == "5");
    CHECK(total("includecount=true&limit=2&offset=1") == "5");
    CHECK(total("includecount=true&limit=0") == "5");
    CHECK(total("includecount=true&offset=9") == "5");
    CHECK(total("includecount=true&PatientID=P2") == "1");
    CHECK(total("includecount=true&PatientID=nobody") == "0");
    CHECK(total("").empty());
    auto const none = service.get_as("/dicom-web/studies?PatientID=X&includecount=true",
                                     "multipart/related; type=\"application/dicom+xml\"");
    CHECK(none.status == 204);
    CHECK(none.fields.get("X-Total-Count") == "0");
}

TEST_CASE("a key that cannot be matched on is told to be ignored (PS3.18 8.3)") {
    TestService service;
    store_search_sample(service);
    auto const answer = service.get("/dicom-web/instances?SliceThickness=99");
    CHECK(matches(answer).size() == 5);
    CHECK(answer.fields.get("Warning") ==
          "299 http://node:8104/dicom-web: Matching on 00180050 is not supported here. It was ignored.");
    CHECK(answer.body.find(R"("00180050":{"vr":"DS","Value":[2.5]})") != std::string::npos);
}

TEST_CASE("a parameter that is not known is told to be ignored (PS3.18 8.3)") {
    TestService service;
    store_search_sample(service);
    auto const answer = service.get("/dicom-web/studies?nonsense=1&a%0D%0Ab=2");
    CHECK(matches(answer).size() == 2);
    CHECK(answer.fields.joined("Warning") ==
          "299 http://node:8104/dicom-web: The query parameter nonsense is not supported. It was ignored., "
          "299 http://node:8104/dicom-web: The query parameter is not supported. It was ignored.");
}

TEST_CASE("values that their parameter or VR does not allow are bad requests (PS3.18 8.3)") {
    TestService service;
    for (char const* query : {"limit=x", "offset=-1", "fuzzymatching=maybe", "emptyvaluematching=1",
                              "multiplevaluematching=", "includecount=2", "orderby=nonsense", "StudyDate=yesterday"}) {
        CAPTURE(query);
        auto const answer = service.get("/dicom-web/studies?" + std::string{query});
        CHECK(answer.status == 400);
        CHECK(answer.fields.get("Content-Type") == "application/problem+json");
    }
    CHECK(service.get("/dicom-web/studies/a..b/series").status == 400);
}

TEST_CASE("the answer is of the type that is asked for (PS3.18 10.6.4)") {
    TestService service;
    store_some(service);
    CHECK(service.get("/dicom-web/studies").fields.get("Content-Type") == "application/dicom+json");
    CHECK(service.get_as("/dicom-web/studies", "*/*").fields.get("Content-Type") == "application/dicom+json");
    CHECK(service.get_as("/dicom-web/studies", "application/json").fields.get("Content-Type") == "application/json");
    CHECK(service.get("/dicom-web/studies?accept=text/csv").fields.get("Content-Type") ==
          "text/csv; charset=utf-8; header=present");
    CHECK(service.get_as("/dicom-web/studies", "text/html").status == 406);
    auto const xml = service.get_as("/dicom-web/studies", "multipart/related; type=\"application/dicom+xml\"");
    auto const parts = parts_of(xml);
    REQUIRE(parts.size() == 2);
    CHECK(parts[0].first.get("Content-Type") == "application/dicom+xml");
    CHECK(parts[1].second.find("<FamilyName>Müller</FamilyName>") != std::string::npos);
    auto const none =
        service.get_as("/dicom-web/studies?PatientID=X", "multipart/related; type=\"application/dicom+xml\"");
    CHECK(none.status == 204);
}

namespace {

struct GoldenSearch {
    std::string name;
    std::string target;
};

std::vector<GoldenSearch> golden_searches() {
    return {
        {"search_studies", "/studies"},
        {"search_studies_include",
         "/studies?includefield=PatientSpeciesDescription,00081032.00080104,SliceThickness,Modality,DeviceSerialNumber&"
         "00090010=ACME&includefield=00091001"},
        {"search_studies_all", "/studies?includefield=all&StudyInstanceUID=1.2.3"},
        {"search_series", "/series?PatientID=P1"},
        {"search_series_of_study", "/studies/1.2.3/series?includefield=00400275.00400007,DeviceSerialNumber,Rows"},
        {"search_series_all", "/studies/1.2.3/series?includefield=all&SeriesInstanceUID=1.2.3.5"},
        {"search_instances", "/instances?SOPInstanceUID=1.2.3.4.2,1.9.1.1"},
        {"search_instances_of_study", "/studies/1.2.3/instances?limit=2&offset=2"},
        {"search_instances_of_series", "/studies/1.2.3/series/1.2.3.4/instances?includefield=SliceThickness&limit=1"},
        {"search_instances_all", "/studies/1.9/series/1.9.1/instances?includefield=all"},
    };
}

}  // namespace

TEST_CASE("the answers to a fixed set are as before, in every format (PS3.18 10.6.3.3)") {
    TestService service;
    store_search_sample(service);
    for (auto const& [name, target] : golden_searches()) {
        CAPTURE(name);
        auto const json = service.get("/dicom-web" + target);
        CHECK(json.status == 200);
        CHECK(testing::dicom_json_report(json.body) == "");
        check_golden("dicomweb/" + name + ".json", json.body);
        auto const xml = service.get_as("/dicom-web" + target, "multipart/related; type=\"application/dicom+xml\"");
        std::string all;
        for (auto const& [fields, text] : parts_of(xml)) {
            CHECK(testing::native_model_report(text) == "");
            all += text;
        }
        check_golden("dicomweb/" + name + ".xml", all);
        auto const csv = service.get_as("/dicom-web" + target, "text/csv");
        check_golden("dicomweb/" + name + ".csv", csv.body);
    }
}

TEST_CASE("a declared private attribute is searched by, whatever its block, and filled in later (PS3.18 8.3.4.1)") {
    TestService service;
    service.store(part10({.study = "1.7", .series = "1.7.1", .instance = "1.7.1.1", .private_text = "Ward 7"}));
    auto& values = service.service().archive.index.search_values();
    std::vector<SearchAttribute> const custom{
        {"ward", {}, {0x0009, 0x1002}, "CASSETTE SEARCH", "LO", Level::study, Matching::text}};
    REQUIRE(values.declare(custom));
    service.store(part10({.study = "1.8", .series = "1.8.1", .instance = "1.8.1.1", .private_text = "Ward 8"}));
    std::string const query = "/dicom-web/studies?00090011=CASSETTE%20SEARCH&00091102=Ward*";
    auto const early = service.get(query);
    CHECK(column(early, "0020000D") == Column{"1.8"});
    CHECK(early.fields.get("Warning").find("still being filled for 00091102") != std::string::npos);
    while (!backfill_piece(service.service().archive, 10)->finished) continue;
    auto const late = service.get(query);
    CHECK(column(late, "0020000D").size() == 2);
    CHECK_FALSE(late.fields.has("Warning"));
    CHECK(column(service.get("/dicom-web/studies?00090011=CASSETTE%20SEARCH&00091102=Ward%207"), "0020000D") ==
          Column{"1.7"});
    CHECK(column(service.get("/dicom-web/studies?00090010=OTHER&00091002=Ward%207"), "0020000D").size() == 2);
}

TEST_CASE("attributes within sequences are keys (PS3.18 8.3.4.1, PS3.4 C.2.2.2.6)") {
    TestService service;
    service.store(part10({.study = "1.7", .series = "1.7.1", .instance = "1.7.1.1", .procedure_code = "CTHEAD"}));
    service.store(part10({.study = "1.8", .series = "1.8.1", .instance = "1.8.1.1", .procedure_code = "CTNECK"}));
    for (char const* key : {"ProcedureCodeSequence.CodeValue", "00081032.00080100"}) {
        CAPTURE(key);
        auto const answer = service.get("/dicom-web/studies?" + std::string{key} + "=*NECK");
        CHECK(column(answer, "0020000D") == Column{"1.8"});
        CHECK_FALSE(answer.fields.has("Warning"));
    }
    CHECK(column(service.get("/dicom-web/series?ProcedureCodeSequence.CodeValue=CTHEAD"), "0020000E") ==
          Column{"1.7.1"});
    auto const unknown = service.get("/dicom-web/studies?ProcedureCodeSequence.ContextIdentifier=X");
    CHECK(column(unknown, "0020000D").size() == 2);
    CHECK(unknown.fields.has("Warning"));
}

}  // namespace cassette::dicomweb
