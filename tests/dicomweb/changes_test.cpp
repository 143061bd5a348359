#include "dicomweb/changes.h"

#include "tests/dicomweb/test_instance.h"
#include "tests/dicomweb/test_service.h"

#include <boost/json.hpp>
#include <doctest/doctest.h>

namespace cassette::dicomweb {

namespace {

boost::json::value feed(TestService& service, std::string const& query = "") {
    auto const answer = service.get("/dicom-web/changes" + query);
    REQUIRE(answer.status == 200);
    CHECK(answer.fields.get("Content-Type") == "application/json");
    return boost::json::parse(answer.body);
}

std::string types(boost::json::value const& feed) {
    std::string text;
    for (auto const& change : feed.at("changes").as_array())
        text.append(text.empty() ? "" : " ").append(change.at("type").as_string());
    return text;
}

}  // namespace

TEST_CASE("the change feed tells what was stored, superseded, deleted and restored, in order") {
    TestService service;
    service.store(part10({}));
    service.store(part10({.patient_name = "Doe^Corrected"}));
    REQUIRE(service.send(http::Method::delete_, "/dicom-web/studies/1.2.3").status == 204);
    REQUIRE(service.send(http::Method::post, "/dicom-web/studies/1.2.3/restore").status == 204);
    auto const all = feed(service);
    CHECK(types(all) == "stored superseded deleted restored");
    CHECK(all.at("more") == false);
    auto const& first = all.at("changes").at(0);
    CHECK(first.at("studyInstanceUID") == "1.2.3");
    CHECK(first.at("seriesInstanceUID") == "1.2.3.4");
    CHECK(first.at("sopInstanceUID") == "1.2.3.4.5");
}

TEST_CASE("a client goes on from the last entry it has") {
    TestService service;
    for (int i = 1; i <= 5; ++i) service.store(part10({.instance = "1.2.3.4." + std::to_string(i)}));
    auto const first = feed(service, "?limit=3");
    CHECK(first.at("changes").as_array().size() == 3);
    CHECK(first.at("more") == true);
    auto const rest = feed(service, "?since=" + std::to_string(first.at("last").as_int64()));
    CHECK(rest.at("changes").as_array().size() == 2);
    CHECK(rest.at("more") == false);
    auto const last = std::to_string(rest.at("last").as_int64());
    auto const none = feed(service, "?since=" + last);
    CHECK(none.at("changes").as_array().empty());
    CHECK(std::to_string(none.at("last").as_int64()) == last);
}

TEST_CASE("parameters of the change feed are whole numbers") {
    TestService service;
    for (auto const* query : {"?since=x", "?since=-1", "?limit=", "?since=99999999999999999999"})
        CHECK(service.get(std::string{"/dicom-web/changes"} + query).status == 400);
}

}  // namespace cassette::dicomweb
