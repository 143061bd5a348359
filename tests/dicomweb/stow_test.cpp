#include "dicomweb/stow.h"

#include "dicomweb/dicom_json.h"
#include "tests/dicomweb/test_instance.h"
#include "tests/dicomweb/test_service.h"

#include <doctest/doctest.h>

#include <string>

namespace cassette::dicomweb {

namespace {

constexpr char const* studies = "/dicom-web/studies";

// An attribute of a store response as it stands, "" when there is none.
std::string attribute(std::string const& json, std::string_view tag) {
    std::string found;
    CHECK(for_each_member(json, [&](std::string_view name, std::string_view value) {
        if (name == tag) found = value;
    }));
    return found;
}

bool is_stored(TestService& service, std::string const& instance) {
    return service.get("/dicom-web/instances?SOPInstanceUID=" + instance).body != "[]";
}

}  // namespace

TEST_CASE("a multipart of instances is stored, however it is cut (PS3.18 10.5)") {
    auto const body = multipart_of(
        {part10({}), part10({.instance = "1.2.3.4.6", .instance_number = 2, .compressed_frames = {"jpeg"}})});
    for (std::size_t chunk : {std::size_t{1}, std::size_t{13}, std::size_t{1} << 20}) {
        CAPTURE(chunk);
        TestService service;
        auto const answer = service.post(studies, multipart_type, body, chunk);
        CAPTURE(answer.body);
        CHECK(answer.status == 200);
        CHECK(answer.fields.get("Content-Type") == "application/dicom+json");
        CHECK(attribute(answer.body, "00081190") ==
              R"({"vr":"UR","Value":["http://node:8104/dicom-web/studies/1.2.3"]})");
        CHECK(attribute(answer.body, "00081198").empty());
        CHECK(is_stored(service, "1.2.3.4.5"));
        CHECK(is_stored(service, "1.2.3.4.6"));
    }
}

TEST_CASE("a single part is stored, and again is success (PS3.18 10.5)") {
    TestService service;
    for (int time = 0; time < 2; ++time) {
        auto const answer = service.post(studies, "application/dicom", part10({}), 100);
        CAPTURE(answer.body);
        CHECK(answer.status == 200);
    }
    CHECK(service.get("/dicom-web/instances").body.find("1.2.3.4.5") != std::string::npos);
}

TEST_CASE("one bad instance does not hinder the others (PS3.18 10.5.3.1)") {
    TestService service;
    auto const good = part10({});
    auto const cut = part10({.instance = "1.2.3.4.7"}).substr(0, good.size() - 20);
    auto const answer = service.post(studies, multipart_type, multipart_of({"not DICOM", good, cut}));
    CHECK(answer.status == 202);
    CHECK(attribute(answer.body, "00081199").find("\"1.2.3.4.5\"") != std::string::npos);
    CHECK(attribute(answer.body, "00081199").find("\"1.2.3.4.7\"") == std::string::npos);
    CHECK(attribute(answer.body, "0008119A").find("00081197") != std::string::npos);
    CHECK(is_stored(service, "1.2.3.4.5"));
    CHECK_FALSE(is_stored(service, "1.2.3.4.7"));
}

TEST_CASE("nothing stored is never success (PS3.18 10.5.3.1)") {
    TestService service;
    CHECK(service.post(studies, multipart_type, multipart_of({"not DICOM"})).status == 409);
    CHECK(service.post(studies, "application/dicom", "not DICOM").status == 409);
    CHECK(service.post(studies, "application/dicom", "").status == 400);
    CHECK(service.post(studies, multipart_type, multipart_of({})).status == 400);
    CHECK(service.post(studies, multipart_type, "").status == 400);
}

TEST_CASE("an instance of another study than the path's fails and is not stored (PS3.18 10.5.1)") {
    TestService service;
    auto const wrong = service.post("/dicom-web/studies/9.9.9", multipart_type, multipart_of({part10({})}));
    CHECK(wrong.status == 409);
    CHECK(attribute(wrong.body, "00081198").find("43264") != std::string::npos);  // 0xA900
    CHECK_FALSE(is_stored(service, "1.2.3.4.5"));

    auto const right = service.post("/dicom-web/studies/1.2.3", multipart_type, multipart_of({part10({})}));
    CHECK(right.status == 200);
    CHECK(service.post("/dicom-web/studies/..%5Cetc", multipart_type, multipart_of({part10({})})).status == 400);
}

TEST_CASE("a malformed multipart is a bad request (PS3.18 Table 10.5.3-1)") {
    TestService service;
    auto const whole = multipart_of({part10({})});
    auto const cut = service.post(studies, multipart_type, whole.substr(0, whole.size() - 8));
    CHECK(cut.status == 400);
    CHECK(cut.fields.get("Content-Type") == "application/problem+json");
    CHECK_FALSE(is_stored(service, "1.2.3.4.5"));
    CHECK(service.post(studies, "multipart/related; type=\"application/dicom\"", whole).status == 400);
    CHECK(service.post(studies, multipart_type, "\r\n--b\r\nX: " + std::string(20'000, 'x')).status == 400);
}

TEST_CASE("both spellings of the Content-Type are taken, other types are not (PS3.18 10.5.2)") {
    TestService service;
    auto const body = multipart_of({part10({})});
    for (char const* type :
         {"multipart/related; type=application/dicom; boundary=b", "multipart/related; boundary=\"b\"",
          "Multipart/Related; Type=\"Application/DICOM\"; Boundary=b"}) {
        CAPTURE(type);
        CHECK(service.post(studies, type, body).status == 200);
    }
    for (char const* type : {"", "text/plain", "multipart/form-data; boundary=b", "application/octet-stream",
                             "multipart/related; type=\"image/jpeg\"; boundary=b"}) {
        CAPTURE(type);
        CHECK(service.post(studies, type, body).status == 415);
    }
}

TEST_CASE("a part that is not DICOM by its own word fails alone") {
    TestService service;
    std::string const body =
        "--b\r\nContent-Type: text/plain\r\n\r\nhello\r\n--b\r\n\r\n" + part10({}) + "\r\n--b--\r\n";
    auto const answer = service.post(studies, multipart_type, body);
    CHECK(answer.status == 202);
    CHECK(is_stored(service, "1.2.3.4.5"));
}

TEST_CASE("the answer is XML for those who ask for it, and named without charset (PS3.18 10.5.3)") {
    TestService service;
    auto const post = [&](std::string const& accept) {
        return service.post("/dicom-web/studies?accept=" + accept, "application/dicom", part10({}));
    };
    auto const xml = post("application/dicom+xml");
    CHECK(xml.status == 200);
    CHECK(xml.fields.get("Content-Type") == "application/dicom+xml");
    CHECK(xml.body.find("<DicomAttribute tag=\"00081199\" vr=\"SQ\" keyword=\"ReferencedSOPSequence\">") !=
          std::string::npos);
    CHECK(post("application/json").fields.get("Content-Type") == "application/json");
    CHECK(post("text/html").fields.get("Content-Type") == "application/dicom+json");
}

}  // namespace cassette::dicomweb
