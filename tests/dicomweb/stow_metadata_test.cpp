#include "dicomweb/store_parts.h"

#include "dicomweb/dicom_json.h"
#include "dicomweb/dicom_xml.h"
#include "tests/dicomweb/test_instance.h"
#include "tests/dicomweb/test_service.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace cassette::dicomweb {

namespace {

constexpr char const* studies = "/dicom-web/studies";
constexpr char const* json_type = "multipart/related; type=\"application/dicom+json\"; boundary=b";
constexpr char const* xml_type = "multipart/related; type=\"application/dicom+xml\"; boundary=b";

std::string metadata(std::string const& instance, std::string const& more = {}) {
    return R"({"00080016":{"vr":"UI","Value":["1.2.840.10008.5.1.4.1.1.2"]},"00080018":{"vr":"UI","Value":[")" +
        instance +
        R"("]},"00080020":{"vr":"DA"},"00080050":{"vr":"SH"},"00100010":{"vr":"PN","Value":[{"Alphabetic":"Doe^Jane"}]},)" +
        R"("00100020":{"vr":"LO"},"0020000D":{"vr":"UI","Value":["1.2.3"]},"0020000E":{"vr":"UI","Value":["1.2.3.4"]})" +
        more + "}";
}

std::string const pixels = R"(,"7FE00010":{"vr":"OW","BulkDataURI":"pixels"})";
std::string const image = R"(,"00280002":{"vr":"US","Value":[1]},"00280004":{"vr":"CS","Value":["MONOCHROME2"]},
    "00280010":{"vr":"US","Value":[2]},"00280011":{"vr":"US","Value":[2]},"00280100":{"vr":"US","Value":[8]},
    "00280101":{"vr":"US","Value":[8]},"00280102":{"vr":"US","Value":[7]},"00280103":{"vr":"US","Value":[0]})";

struct SentPart {
    std::string type;
    std::string location;
    std::string body;
};

std::string body_of(std::vector<SentPart> const& parts) {
    std::string body;
    for (auto const& part : parts) {
        body += "\r\n--b\r\n";
        if (!part.type.empty()) body += "Content-Type: " + part.type + "\r\n";
        if (!part.location.empty()) body += "Content-Location: " + part.location + "\r\n";
        body += "\r\n" + part.body;
    }
    return body + "\r\n--b--\r\n";
}

std::string path_of(std::string const& instance) {
    return "/dicom-web/studies/1.2.3/series/1.2.3.4/instances/" + instance;
}

bool has(std::string const& text, std::string_view part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("JSON metadata and bulk data are stored, however the body is cut (PS3.18 10.5.1.4)") {
    auto const body = body_of({{"application/dicom+json", "", "[" + metadata("1.2.3.4.5", image + pixels) + "]"},
                               {"application/octet-stream", "pixels", "\1\2\3\4"}});
    for (std::size_t const chunk : {std::size_t{1}, std::size_t{100}, std::size_t{1} << 20}) {
        CAPTURE(chunk);
        TestService service;
        auto const answer = service.post(studies, json_type, body, chunk);
        CAPTURE(answer.body);
        CHECK(answer.status == 200);
        CHECK(answer.fields.get("Content-Type") == "application/dicom+json");
        CHECK(has(answer.body, "1.2.3.4.5"));
        CHECK(service.get_as(path_of("1.2.3.4.5") + "/frames/1", "application/octet-stream").body == "\1\2\3\4");
        CHECK(has(service.get(path_of("1.2.3.4.5") + "/metadata").body, "Doe^Jane"));
    }
}

TEST_CASE("XML metadata are stored, one part an instance (PS3.18 10.5.1.4)") {
    TestService service;
    auto const one = native_dicom_model(metadata("1.2.3.4.5", image + pixels));
    auto const other = native_dicom_model(metadata("1.2.3.4.6"));
    REQUIRE(one);
    REQUIRE(other);
    auto const answer = service.post(studies, xml_type,
                                     body_of({{"application/dicom+xml", "", *one},
                                              {"application/dicom+xml; charset=utf-8", "", *other},
                                              {"application/octet-stream", "pixels", "\1\2\3\4"}}));
    CAPTURE(answer.body);
    CHECK(answer.status == 200);
    CHECK(service.get_as(path_of("1.2.3.4.5") + "/frames/1", "application/octet-stream").body == "\1\2\3\4");
    CHECK(has(service.get(path_of("1.2.3.4.6") + "/metadata").body, "Doe^Jane"));
}

TEST_CASE("compressed frames are stored in the transfer syntax of their media type (PS3.18 10.5.2)") {
    TestService service;
    auto const answer = service.post(
        studies, json_type,
        body_of({{"application/dicom+json", "",
                  "[" + metadata("1.2.3.4.5", image + pixels + R"(,"00280008":{"vr":"IS","Value":[2]})") + "]"},
                 {"image/jls; transfer-syntax=1.2.840.10008.1.2.4.80", "pixels/frames/1", "first."},
                 {"image/jls; transfer-syntax=1.2.840.10008.1.2.4.80", "pixels/frames/2", "second"}}));
    CAPTURE(answer.body);
    CHECK(answer.status == 200);
    auto const frame = service.get_as(path_of("1.2.3.4.5") + "/frames/2", "image/jls; transfer-syntax=*");
    CHECK(frame.status == 200);
    CHECK(frame.body == "second");
}

TEST_CASE(
    "bulk data that are missing fail their instance alone, and those that nobody names are told (PS3.18 10.5.3)") {
    TestService service;
    auto const answer = service.post(studies, json_type,
                                     body_of({{"application/dicom+json", "",
                                               "[" + metadata("1.2.3.4.5", pixels) + "," + metadata("1.2.3.4.6") + "]"},
                                              {"application/octet-stream", "elsewhere", "\1\2\3\4"},
                                              {"application/octet-stream", "", "no location"}}));
    CAPTURE(answer.body);
    CHECK(answer.status == 202);
    std::string failed;
    std::string others;
    REQUIRE(for_each_member(answer.body, [&](std::string_view name, std::string_view value) {
        if (name == "00081198") failed = value;
        if (name == "0008119A") others = value;
    }));
    CHECK(has(failed, "1.2.3.4.5"));
    CHECK_FALSE(has(failed, "1.2.3.4.6"));
    CHECK(others.find("00081197") != others.rfind("00081197"));
}

TEST_CASE("metadata that cannot be read fail alone (PS3.18 10.5.3)") {
    TestService service;
    auto const bad_value = metadata("1.2.3.4.7", R"(,"00280010":{"vr":"US","Value":["many"]})");
    auto const answer =
        service.post(studies, json_type,
                     body_of({{"application/dicom+json", "", "[" + bad_value + "," + metadata("1.2.3.4.6") + ", 5]"}}));
    CAPTURE(answer.body);
    CHECK(answer.status == 202);
    CHECK(has(answer.body, "1.2.3.4.7"));
    CHECK(service.get(path_of("1.2.3.4.6") + "/metadata").status == 200);
    CHECK(service.post(studies, json_type, body_of({{"application/dicom+json", "", "nonsense"}})).status == 409);
    CHECK(service.post(studies, xml_type, body_of({{"application/dicom+xml", "", "<a"}})).status == 409);
    CHECK(service.post(studies, json_type, body_of({{"application/dicom+json", "", "[]"}})).status == 400);
}

TEST_CASE("metadata of another study than the path's are not stored, and too much of them is too large") {
    TestService service;
    auto const body = body_of({{"application/dicom+json", "", "[" + metadata("1.2.3.4.5") + "]"}});
    CHECK(service.post("/dicom-web/studies/9.9", json_type, body).status == 409);
    service.service().settings.metadata_bytes_max = 100;
    CHECK(service.post(studies, json_type, body).status == 413);
    service.service().settings.metadata_bytes_max = 100'000;
    CHECK(service.post(studies, json_type, body).status == 200);
}

TEST_CASE("metadata may be the whole body, and the parts' types may be missing") {
    TestService service;
    CHECK(service.post(studies, "application/dicom+json", "[" + metadata("1.2.3.4.5") + "]").status == 200);
    auto const xml = native_dicom_model(metadata("1.2.3.4.6"));
    REQUIRE(xml);
    CHECK(service.post(studies, "application/dicom+xml", *xml).status == 200);
    std::string const elsewhere = R"(,"7FE00010":{"vr":"OW","BulkDataURI":"https://here/pixels"})";
    auto const answer = service.post(
        studies, json_type, body_of({{"", "", metadata("1.2.3.4.7", image + elsewhere)}, {"", "/pixels", "\1\2\3\4"}}));
    CAPTURE(answer.body);
    CHECK(answer.status == 200);
}

TEST_CASE("a body that breaks off in its bulk data stores what does not need them") {
    TestService service;
    auto body = body_of(
        {{"application/dicom+json", "", "[" + metadata("1.2.3.4.5", pixels) + "," + metadata("1.2.3.4.6") + "]"},
         {"application/octet-stream", "pixels", "\1\2\3\4"}});
    body.resize(body.size() - 10);
    auto const answer = service.post(studies, json_type, body);
    CAPTURE(answer.body);
    CHECK(answer.status == 202);
    CHECK(service.get(path_of("1.2.3.4.6") + "/metadata").status == 200);
    CHECK(has(answer.body, "1.2.3.4.5"));
}

TEST_CASE("metadata as we give them are taken back (PS3.18 F)") {
    TestService service;
    service.store(part10({}));
    auto const given = service.get(path_of("1.2.3.4.5") + "/metadata").body;
    auto const bulk = service.get_as(path_of("1.2.3.4.5") + "/bulkdata/7FE00010", "application/octet-stream");
    REQUIRE(bulk.status == 200);
    TestService other;
    auto const answer =
        other.post(studies, json_type,
                   body_of({{"application/dicom+json", "", given},
                            {"application/octet-stream", path_of("1.2.3.4.5") + "/bulkdata/7FE00010", bulk.body}}));
    CAPTURE(answer.body);
    CHECK(answer.status == 200);
    CHECK(other.get(path_of("1.2.3.4.5") + "/metadata").body == given);
}

}  // namespace cassette::dicomweb
