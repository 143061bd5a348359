#include "dicomweb/bulk_parts.h"

#include "archive/retrieve/retrieve.h"
#include "tests/dicomweb/test_instance.h"
#include "tests/dicomweb/test_service.h"

#include <doctest/doctest.h>

#include <string>

namespace cassette::dicomweb {

namespace {

InstanceLocation only_instance(TestService& service) {
    auto const located =
        locate_instance(service.service().archive, local_operator(), {*StudyInstanceUID::parse("1.2.3"), {}, {}});
    REQUIRE(located);
    return *located;
}

http::Request asking(std::string const& accept) {
    http::Request request;
    request.principal = local_operator();
    request.fields.add("Accept", accept);
    return request;
}

constexpr char const* bytes = "multipart/related; type=\"application/octet-stream\"";

}  // namespace

TEST_CASE("a plan tells values from Pixel Data, and its parts are both (PS3.18 10.4.1.1.5)") {
    TestService service;
    service.store(part10({.private_bytes = 40'000}));
    auto const plan = plan_bulk(service.service(), asking(bytes), only_instance(service), BulkKind::everything);
    REQUIRE(plan);
    CHECK(plan->values);
    CHECK(plan->pixels);
    auto const parts = bulk_parts(service.service(), local_operator(), *plan);
    REQUIRE(parts);
    REQUIRE(parts->size() == 2);
    CHECK((*parts)[0].length == 40'000);
    CHECK((*parts)[1].length == 128);

    auto const pixels = plan_bulk(service.service(), asking(bytes), only_instance(service), BulkKind::pixel_data);
    REQUIRE(pixels);
    CHECK_FALSE(pixels->values);
    CHECK(bulk_parts(service.service(), local_operator(), *pixels)->size() == 1);
}

TEST_CASE("what there is not, and what is not taken, are different refusals") {
    TestService service;
    service.store(part10({.pixels = false}));
    CHECK(plan_bulk(service.service(), asking(bytes), only_instance(service), BulkKind::everything).error().code ==
          ErrorCode::not_found);
    TestService other;
    other.store(part10({.private_bytes = 40'000}));
    CHECK(plan_bulk(other.service(), asking("image/gif"), only_instance(other), BulkKind::everything).error().code ==
          ErrorCode::not_acceptable);
}

}  // namespace cassette::dicomweb
