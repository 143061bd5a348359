#include "dicomweb/capabilities.h"

#include "dicomweb/service_routes.h"
#include "dicomweb/transaction.h"
#include "tests/dicomweb/test_service.h"

#include <boost/json.hpp>
#include <doctest/doctest.h>

#include <algorithm>

namespace cassette::dicomweb {

namespace {

http::Route route(http::Method method, char const* pattern) { return {method, pattern, http::Handler{}}; }

bool contains(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

}  // namespace

TEST_CASE("the WADL document nests resources as their paths do (PS3.18 Annex H)") {
    std::vector const routes{route(http::Method::get, "/dicom-web/studies"),
                             route(http::Method::get, "/dicom-web/studies/{study}/metadata"),
                             route(http::Method::get, "/health")};
    CHECK(capabilities_wadl(std::span{routes}.subspan(1), "/dicom-web", "https://pacs.example/dicom-web") ==
          R"(<?xml version="1.0" encoding="UTF-8"?>
<application xmlns="http://wadl.dev.java.net/2009/02">
  <resources base="https://pacs.example/dicom-web">
    <resource path="studies">
      <resource path="{study}">
        <param name="study" style="template" required="true"/>
        <resource path="metadata">
          <method name="GET" id="RetrieveStudyMetadata">
            <request>
              <param name="accept" style="query"/>
              <param name="charset" style="query"/>
              <param name="includefield" style="query"/>
            </request>
            <response>
              <representation mediaType="application/dicom+json"/>
              <representation mediaType="application/json"/>
              <representation mediaType="multipart/related; type=&quot;application/dicom+xml&quot;"/>
            </response>
          </method>
        </resource>
      </resource>
    </resource>
  </resources>
</application>
)");
    CHECK_FALSE(contains(capabilities_wadl(routes, "/dicom-web", ""), "health"));
}

TEST_CASE(
    "every route of the service is a transaction that the capabilities describe, and every transaction is a route") {
    TestService service;
    auto const routes = service_routes(service.service(), {});
    auto const& base = service.service().settings.base_path;
    for (auto const& each : routes) {
        if (!each.pattern.starts_with(base)) continue;
        CAPTURE(each.pattern);
        CHECK(find_transaction(each.method, std::string_view{each.pattern}.substr(base.size())) != nullptr);
    }
    for (auto const& transaction : transactions()) {
        CAPTURE(transaction.name);
        CHECK(std::ranges::any_of(routes, [&](http::Route const& each) {
            return each.method == transaction.method && each.pattern == base + std::string{transaction.pattern};
        }));
    }
}

TEST_CASE("OPTIONS on the base path gives the Capabilities Description (PS3.18 8.9)") {
    TestService service;
    auto const wadl = service.send(http::Method::options, "/dicom-web/");
    CHECK(wadl.status == 200);
    CHECK(wadl.fields.get("Content-Type") == "application/vnd.sun.wadl+xml");
    CHECK(contains(wadl.body, "base=\"http://node:8104/dicom-web\""));
    CHECK(contains(wadl.body, "RetrieveFrames"));
    auto const json = service.send(http::Method::options, "/dicom-web", {{"Accept", "application/json"}});
    CHECK(json.fields.get("Content-Type") == "application/json");
    auto const parsed = boost::json::parse(json.body);
    CHECK(parsed.at("base") == "http://node:8104/dicom-web");
    CHECK(parsed.at("resources").as_array().size() == transactions().size());
}

}  // namespace cassette::dicomweb
