#include "dicomweb/removal.h"

#include "tests/dicomweb/test_instance.h"
#include "tests/dicomweb/test_service.h"

#include <boost/json.hpp>
#include <doctest/doctest.h>

namespace cassette::dicomweb {

namespace {

using enum http::Method;

void fill(TestService& service) {
    service.store(part10({.study = "1.2.3", .series = "1.2.3.1", .instance = "1.2.3.1.1"}));
    service.store(part10({.study = "1.2.3", .series = "1.2.3.1", .instance = "1.2.3.1.2"}));
    service.store(part10({.study = "1.2.3", .series = "1.2.3.2", .instance = "1.2.3.2.1"}));
}

std::size_t instances(TestService& service) {
    return boost::json::parse(service.get("/dicom-web/instances").body).as_array().size();
}

boost::json::array deleted(TestService& service, std::string const& query = "") {
    auto const answer = service.get("/dicom-web/deleted" + query);
    REQUIRE(answer.status == 200);
    return boost::json::parse(answer.body).at("deleted").as_array();
}

}  // namespace

TEST_CASE("DELETE hides an instance, a series or a study, and restoring brings it back") {
    struct Row {
        char const* path;
        std::size_t left;
    };
    for (auto const& [path, left] :
         {Row{"/dicom-web/studies/1.2.3/series/1.2.3.1/instances/1.2.3.1.2", 2},
          Row{"/dicom-web/studies/1.2.3/series/1.2.3.1", 1}, Row{"/dicom-web/studies/1.2.3", 0}}) {
        CAPTURE(path);
        TestService service;
        fill(service);
        CHECK(service.send(delete_, path).status == 204);
        CHECK(instances(service) == left);
        CHECK(service.get(std::string{path} + "/metadata").status == 404);
        CHECK(service.send(delete_, path).status == 404);
        CHECK(deleted(service).size() == 3 - left);
        CHECK(service.send(post, std::string{path} + "/restore").status == 204);
        CHECK(instances(service) == 3);
        CHECK(service.send(post, std::string{path} + "/restore").status == 404);
    }
}

TEST_CASE("the list of what is deleted tells who, when and why") {
    TestService service;
    fill(service);
    REQUIRE(service.send(delete_, "/dicom-web/studies/1.2.3?reason=wrong%20patient").status == 204);
    auto const all = deleted(service);
    REQUIRE(all.size() == 3);
    CHECK(all[0].at("studyInstanceUID") == "1.2.3");
    CHECK(all[0].at("deletedBy") == "local");
    CHECK(all[0].at("reason") == "wrong patient");
    CHECK(all[0].at("deletedAt").as_string().ends_with("Z"));
    CHECK(deleted(service, "?limit=2").size() == 2);
    CHECK(deleted(service, "?limit=2&offset=2").size() == 1);
    CHECK(deleted(service, "?offset=9").empty());
}

TEST_CASE("who may not delete is refused, and nothing happens") {
    TestService service;
    fill(service);
    service.ask_as({"guest"});
    CHECK(service.send(delete_, "/dicom-web/studies/1.2.3").status == 403);
    CHECK(service.send(post, "/dicom-web/studies/1.2.3/restore").status == 403);
    CHECK(service.get("/dicom-web/deleted").status == 403);
    CHECK(instances(service) == 3);
}

TEST_CASE("what cannot be read is refused") {
    TestService service;
    CHECK(service.send(delete_, "/dicom-web/studies/" + std::string(100, '1')).status == 400);
    CHECK(service.send(delete_, "/dicom-web/studies/1.2.3?reason=" + std::string(300, 'x')).status == 400);
    CHECK(service.get("/dicom-web/deleted?limit=many").status == 400);
}

}  // namespace cassette::dicomweb
