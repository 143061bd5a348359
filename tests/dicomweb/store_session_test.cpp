#include "dicomweb/store_session.h"

#include "tests/dicomweb/test_service.h"

#include <doctest/doctest.h>

#include <string>

namespace cassette::dicomweb {

namespace {

StoredInstance stored() {
    return {*StudyInstanceUID::parse("1.2"),
            *SeriesInstanceUID::parse("1.2.3"),
            *SOPInstanceUID::parse("1.2.3.4"),
            *SOPClassUID::parse("1.2.840.10008.5.1.4.1.1.2"),
            Digest{{}},
            Committed::added,
            {}};
}

http::Request request(std::string const& accept = {}) {
    http::Request asked;
    asked.remote = "192.0.2.1";
    if (!accept.empty()) asked.fields.set("Accept", accept);
    return asked;
}

}  // namespace

TEST_CASE("the response is of the type that is asked for, without charset (PS3.18 10.5.3)") {
    TestService service;
    struct Row {
        char const* accept;
        char const* type;
    };
    for (auto const& row : {Row{"", "application/dicom+json"}, Row{"application/dicom+xml", "application/dicom+xml"},
                            Row{"application/json", "application/json"}, Row{"*/*", "application/dicom+json"},
                            Row{"text/html", "application/dicom+json"}}) {
        CAPTURE(row.accept);
        StoreSession session{service.service(), request(row.accept), std::nullopt};
        session.stored(stored());
        CHECK(session.respond().fields.get("Content-Type") == row.type);
        CHECK(session.respond().status == 200);
    }
}

TEST_CASE("a full disk is worth another try (RFC 4918 11.5)") {
    TestService service;
    StoreSession session{service.service(), request(), std::nullopt};
    session.failed({}, {ErrorCode::out_of_resources, "the disk is full"});
    auto const response = session.respond();
    CHECK(response.status == 507);
    CHECK(response.fields.get("Retry-After") == "60");
    CHECK(response.fields.get("Content-Type") == "application/dicom+json");
    CHECK(response.error == "the disk is full");
    session.failed({}, {ErrorCode::malformed, "not DICOM"});
    CHECK(session.respond().status == 409);
}

TEST_CASE("a broken body is a bad request, unless something of it is stored (PS3.18 Table 10.5.3-1)") {
    TestService service;
    StoreSession session{service.service(), request(), std::nullopt};
    Error const broken{ErrorCode::malformed, "no closing boundary"};
    session.failed({}, broken);
    CHECK(session.respond_to_broken(broken).status == 400);
    session.stored(stored());
    CHECK(session.respond_to_broken(broken).status == 202);
}

TEST_CASE("nothing to store is a bad request, and the source is the peer") {
    TestService service;
    StoreSession session{service.service(), request(), std::nullopt};
    CHECK(session.respond().status == 400);
    CHECK(session.source() == "192.0.2.1");
}

TEST_CASE("parts beyond the limit are refused, which is told once") {
    TestService service;
    service.service().settings.parts_max = 2;
    StoreSession session{service.service(), request(), std::nullopt};
    CHECK(session.takes_part());
    CHECK(session.takes_part());
    CHECK_FALSE(session.takes_part());
    CHECK_FALSE(session.takes_part());
    auto const body = std::get<std::string>(session.respond().body);
    CHECK(body.find("00081197") == body.rfind("00081197"));
}

}  // namespace cassette::dicomweb
