#include "dicomweb/qido.h"

#include "tests/dicomweb/test_instance.h"
#include "tests/dicomweb/test_service.h"

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

TEST_CASE("fuzzy matching is answered literally, with the standard's warning (PS3.18 8.3.4.2)") {
    TestService service;
    store_some(service);
    auto const answer = service.get("/dicom-web/studies?PatientName=Doe*&fuzzymatching=true");
    CHECK(matches(answer).size() == 1);
    CHECK(
        answer.fields.get("Warning") ==
        "299 http://node:8104/dicom-web: The fuzzymatching parameter is not supported. Only literal matching has been "
        "performed.");
}

TEST_CASE("a key that is not indexed is returned and told to be ignored") {
    TestService service;
    store_some(service);
    auto const answer = service.get("/dicom-web/series?SliceThickness=99");
    CHECK(matches(answer).size() == 3);
    CHECK(std::string{answer.fields.get("Warning")}.find("00180050") != std::string::npos);
    CHECK(answer.body.find(R"("00180050":{"vr":"DS","Value":[2.5]})") != std::string::npos);
}

TEST_CASE("attributes that are asked for come along (PS3.18 8.3.4.3)") {
    TestService service;
    store_some(service);
    auto const asked = service.get("/dicom-web/studies/1.2.3/series?includefield=0008103E,00180050&limit=1");
    CHECK(asked.body.find(R"("00180050":{"vr":"DS","Value":[2.5]})") != std::string::npos);
    auto const all = matches(service.get("/dicom-web/studies/1.2.3/series/1.2.3.4/instances?includefield=all&limit=1"));
    CHECK(all.at(0).as_object().contains("00280103"));
    CHECK(all.at(0).as_object().contains("00180050"));
}

TEST_CASE("unknown parameters and values that their VR does not allow are bad requests (PS3.18 8.3.4)") {
    TestService service;
    for (char const* query : {"nonsense=1", "limit=x", "StudyDate=yesterday"}) {
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
    CHECK(service.get_as("/dicom-web/studies", "application/json").fields.get("Content-Type") == "application/json");
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

}  // namespace cassette::dicomweb
