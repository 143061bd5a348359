// What becomes of a Store request of instances whose parts are not as they should be: the others never suffer.

#include "dicomweb/store_parts.h"

#include "schema/failure_reason.h"
#include "tests/dicomweb/test_instance.h"
#include "tests/dicomweb/test_service.h"

#include <doctest/doctest.h>

#include <string>

namespace cassette::dicomweb {

namespace {

constexpr char const* studies = "/dicom-web/studies";
constexpr char const* closing = "\r\n--b--\r\n";

std::string good_part() { return "\r\n--b\r\nContent-Type: application/dicom\r\n\r\n" + part10({}); }

bool is_stored(TestService& service, std::string const& instance) {
    return service.get("/dicom-web/instances?SOPInstanceUID=" + instance).body.find(instance) != std::string::npos;
}

bool has(std::string const& text, std::string_view part) { return text.find(part) != std::string::npos; }

std::string reason(std::uint16_t code) {
    return "\"00081197\":{\"vr\":\"US\",\"Value\":[" + std::to_string(code) + "]}";
}

}  // namespace

TEST_CASE("one bad part never sinks the others (PS3.18 10.5.3.1)") {
    struct Row {
        char const* what;
        std::string bad;  // comes before the good one
        std::uint16_t reason;
    };
    std::string const type = "\r\n--b\r\nContent-Type: application/dicom\r\n\r\n";
    Row const rows[] = {
        {"a truncated instance", type + part10({.instance = "1.2.3.4.7"}).substr(0, 501), 0xC000},
        {"an empty part", type, 0xC000},
        {"an empty part without headers", "\r\n--b\r\n\r\n", 0xC000},
        {"headers that are too long", "\r\n--b\r\nX-Long: " + std::string(20'000, 'x') + "\r\n\r\ndata", 0xC000},
        {"headers without an end", "\r\n--b\r\nX-Long: " + std::string(20'000, 'x'), 0xC000},
        {"a part of another type", "\r\n--b\r\nContent-Type: text/plain\r\n\r\nhello", 0x0110},
        {"what is not DICOM", type + "hello, world: this is no DICOM object at all, and never was one before", 0xC000},
        {"an object without identity", type + std::string(128, '\0') + "DICM", 0xC000},
    };
    for (auto const& row : rows) {
        for (std::size_t const chunk : {std::size_t{7}, std::size_t{1} << 20}) {
            CAPTURE(row.what);
            CAPTURE(chunk);
            TestService service;
            auto const answer = service.post(studies, multipart_type, row.bad + good_part() + closing, chunk);
            CAPTURE(answer.body);
            CHECK(answer.status == 202);
            CHECK(has(answer.body, reason(row.reason)));
            CHECK(is_stored(service, "1.2.3.4.5"));
        }
    }
}

TEST_CASE("what lies around the parts, and what a part says of its length, do not matter (RFC 2046 5.1.1)") {
    TestService service;
    auto const lying = "\r\n--b\r\nContent-Type: application/dicom\r\nContent-Length: 3\r\n\r\n" +
        part10({.instance = "1.2.3.4.6", .instance_number = 2});
    auto const answer = service.post(studies, multipart_type,
                                     "garbage before --b\r\n" + good_part() + lying + closing + "and after --b--");
    CAPTURE(answer.body);
    CHECK(answer.status == 200);
    CHECK(is_stored(service, "1.2.3.4.5"));
    CHECK(is_stored(service, "1.2.3.4.6"));
}

TEST_CASE("a body that breaks off keeps what came whole, and says what did not (PS3.18 Table 10.5.3-1)") {
    TestService service;
    auto const cut = part10({.instance = "1.2.3.4.6"});
    auto const type = "\r\n--b\r\nContent-Type: application/dicom\r\n\r\n";
    auto const answer = service.post(studies, multipart_type, good_part() + type + cut);
    CHECK(answer.status == 202);
    CHECK(has(answer.body, "1.2.3.4.6"));
    CHECK(has(answer.body, reason(0xC000)));
    CHECK(is_stored(service, "1.2.3.4.5"));
    CHECK_FALSE(is_stored(service, "1.2.3.4.6"));

    auto const only = service.post(studies, multipart_type, type + cut);
    CHECK(only.status == 400);
    CHECK(only.fields.get("Content-Type") == "application/problem+json");
    CHECK_FALSE(is_stored(service, "1.2.3.4.6"));
}

TEST_CASE("the same UID twice in a request is stored twice over, the last being current") {
    TestService service;
    auto const other = part10({.patient_name = "Roe^Richard"});
    auto const answer = service.post(studies, multipart_type, multipart_of({part10({}), part10({}), other}));
    CAPTURE(answer.body);
    CHECK(answer.status == 200);
    CHECK(service.get("/dicom-web/studies/1.2.3/series/1.2.3.4/instances/1.2.3.4.5").body.find("Roe^Richard") !=
          std::string::npos);
}

TEST_CASE("two thousand small parts are each accounted for, and those beyond the limit are told once") {
    TestService service;
    std::vector<std::string> const parts(2000, "no");
    auto const all = service.post(studies, multipart_type, multipart_of(parts));
    CHECK(all.status == 409);
    std::size_t count = 0;
    for (auto at = all.body.find("00081197"); at != std::string::npos; at = all.body.find("00081197", at + 1)) ++count;
    CHECK(count == 2000);

    service.service().settings.parts_max = 1;
    auto const limited = service.post(studies, multipart_type, multipart_of({part10({}), "a", "b", "c"}));
    CHECK(limited.status == 202);
    CHECK(has(limited.body, reason(0xA700)));
    CHECK(limited.body.find("00081197") == limited.body.rfind("00081197"));
}

TEST_CASE("an instance that is too large is refused for that (PS3.18 8.5)") {
    TestService service;
    service.service().archive.settings.instance_bytes_max = 1000;
    auto const large = part10({.private_bytes = 100'000});
    auto const only = service.post(studies, "application/dicom", large);
    CHECK(only.status == 413);
    CHECK(has(only.body, reason(0xA700)));
    auto const mixed = service.post(studies, multipart_type, multipart_of({large, "not DICOM"}));
    CHECK(mixed.status == 409);
}

TEST_CASE("what is untidy is stored with a Warning Reason (PS3.18 I.2.1)") {
    TestService service;
    auto const whole = part10({});
    struct Row {
        char const* what;
        std::string instance;
        char const* reason;
    };
    Row const rows[] = {
        {"no preamble", whole.substr(128), "45063"},                            // 0xB007
        {"bytes behind the data set", whole + std::string(20, '\0'), "45062"},  // 0xB006
    };
    for (auto const& row : rows) {
        CAPTURE(row.what);
        auto const answer = service.post(studies, "application/dicom", row.instance);
        CAPTURE(answer.body);
        CHECK(answer.status == 202);
        CHECK(has(answer.body, std::string{"\"00081196\":{\"vr\":\"US\",\"Value\":["} + row.reason + "]}"));
        CHECK(has(answer.body, "00081199"));
    }
}

}  // namespace cassette::dicomweb
