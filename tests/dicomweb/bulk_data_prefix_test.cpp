#include "dicomweb/bulk_data_prefix.h"

#include "tests/dicomweb/test_instance.h"
#include "tests/dicomweb/test_service.h"

#include <doctest/doctest.h>

namespace cassette::dicomweb {

namespace {

http::Request request_to(std::string base) {
    http::Request request;
    request.base = std::move(base);
    return request;
}

}  // namespace

TEST_CASE("bulk data are named as stored where nothing stands before the path (PS3.18 F.2.2)") {
    TestService node;
    for (auto const* base : {"http://node:8104", "https://pacs.example.org", ""}) {
        CAPTURE(base);
        CHECK_FALSE(BulkDataPrefix::seen_by(node.service(), request_to(base)));
    }
}

TEST_CASE("a prefix that the client sees comes before the path of bulk data") {
    TestService node;
    auto const base = BulkDataPrefix::seen_by(node.service(), request_to("https://pacs.example.org/archive"));
    REQUIRE(base);
    CHECK(base->applied_to(R"({"A":{"BulkDataURI":"/dicom-web/a"},"B":{"BulkDataURI":"/dicom-web/b"}})") ==
          R"({"A":{"BulkDataURI":"/archive/dicom-web/a"},"B":{"BulkDataURI":"/archive/dicom-web/b"}})");
    CHECK(base->applied_to(R"({"A":{"Value":["\"BulkDataURI\":\"/dicom-web/"]}})") ==
          R"({"A":{"Value":["\"BulkDataURI\":\"/dicom-web/"]}})");
}

TEST_CASE("metadata name bulk data below the public URL's path, in JSON and XML") {
    TestService node;
    node.store(part10({.private_bytes = 100'000}));
    node.service().settings.public_url = "https://pacs.example.org/archive";
    for (auto const* accept : {"application/dicom+json", "multipart/related; type=\"application/dicom+xml\""}) {
        CAPTURE(accept);
        auto const answer = node.get_as("/dicom-web/studies/1.2.3/metadata", accept);
        REQUIRE(answer.status == 200);
        CHECK(answer.body.find("\"/archive/dicom-web/studies/1.2.3/series/") != std::string::npos);
        CHECK(answer.body.find("\"/dicom-web/") == std::string::npos);
    }
}

}  // namespace cassette::dicomweb
