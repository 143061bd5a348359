#include "dicomweb/service_routes.h"

#include "dicomweb/http/forwarded.h"
#include "dicomweb/resource.h"
#include "dicomweb/service.h"
#include "tests/dicomweb/test_instance.h"
#include "tests/dicomweb/test_service.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

namespace cassette::dicomweb {

namespace {

http::Request request_to(std::string const& host) {
    http::Request request;
    if (!host.empty()) request.fields.add("Host", host);
    request.base = http::view_of_client(request.fields, "192.0.2.1", {}).base;
    return request;
}

}  // namespace

TEST_CASE("health and metrics stand beside the DICOMweb services") {
    TestService service;
    CHECK(service.get("/health").status == 200);
    CHECK(service.get("/metrics").body == "up 1\n");
    auto const routes = service_routes(service.service(), {});
    CHECK(std::ranges::none_of(routes, [](http::Route const& route) { return route.pattern == "/metrics"; }));
}

TEST_CASE("no two routes have the same method and pattern") {
    TestService service;
    auto const routes = service_routes(service.service(), {{}, [] { return std::string{}; }});
    for (auto const& route : routes) {
        CAPTURE(route.pattern);
        CHECK(std::ranges::count_if(routes, [&](http::Route const& other) {
                  return other.method == route.method && other.pattern == route.pattern;
              }) == 1);
    }
}

TEST_CASE("Retrieve URLs are of the public URL, or of the host that was asked, or of none (PS3.18 10.6.3.3)") {
    TestService node;
    auto& service = node.service();
    CHECK(service_url(service, request_to("pacs.example:8104")) == "http://pacs.example:8104/dicom-web");
    CHECK(service_url(service, request_to("[::1]:8104")) == "http://[::1]:8104/dicom-web");
    CHECK(service_url(service, request_to("")) == "/dicom-web");
    CHECK(service_url(service, request_to("evil\"><script>")) == "/dicom-web");
    service.settings.public_url = "https://pacs.example/archive";
    CHECK(service_url(service, request_to("inside:8104")) == "https://pacs.example/archive/dicom-web");
    CHECK(retrieve_url("/dicom-web", "1.2", "1.3", "1.4") == "/dicom-web/studies/1.2/series/1.3/instances/1.4");
}

TEST_CASE("a path names a study, a series or an instance by UIDs") {
    CHECK(level_of(*parse_scope({"1.2"})) == Level::study);
    CHECK(level_of(*parse_scope({"1.2", "1.3"})) == Level::series);
    CHECK(level_of(*parse_scope({"1.2", "1.3", "1.4"})) == Level::instance);
    CHECK(level_of(*parse_scope({"1.2", "1.3", "1.4", "frames"})) == Level::instance);
    for (auto const& bad : {http::PathValues{""}, http::PathValues{"1.2", "a/b"}, http::PathValues{"1.2", "1.3", ".."}})
        CHECK(parse_scope(bad).error().code == ErrorCode::malformed);
}

}  // namespace cassette::dicomweb
