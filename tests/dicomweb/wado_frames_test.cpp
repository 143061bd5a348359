#include "dicomweb/wado_frames.h"

#include "tests/dicomweb/test_instance.h"
#include "tests/dicomweb/test_service.h"

#include <doctest/doctest.h>

#include <string>

namespace cassette::dicomweb {

namespace {

std::string const instance = "/dicom-web/studies/1.2.3/series/1.2.3.4/instances/1.2.3.4.5";
constexpr char const* any_frames = "multipart/related; type=\"application/octet-stream\"; transfer-syntax=\"*\"";

std::string frame(int number) { return std::string(std::size_t{test_rows} * test_columns, static_cast<char>(number)); }

}  // namespace

TEST_CASE("native frames are ranges of the Pixel Data (PS3.18 10.4.1.1.6)") {
    TestService service;
    service.store(part10({.frames = 5}));
    auto const one = service.get(instance + "/frames/3");
    CHECK(one.status == 200);
    CHECK(one.body == frame(3));
    CHECK(one.fields.get("Content-Type") == "application/octet-stream; transfer-syntax=1.2.840.10008.1.2.1");

    auto const parts = parts_of(service.get_as(instance + "/frames/5,1-2", any_frames));
    REQUIRE(parts.size() == 3);
    CHECK(parts[0].second == frame(5));
    CHECK(parts[1].second == frame(1));
    CHECK(parts[2].second == frame(2));
    CHECK(parts[0].first.get("Content-Type") == "application/octet-stream; transfer-syntax=1.2.840.10008.1.2.1");
    CHECK(parts[0].first.get("Content-Location") == instance + "/frames/5");
    // Several frames are a multipart even for those who take anything.
    CHECK(parts_of(service.get(instance + "/frames/1,2")).size() == 2);
}

TEST_CASE("compressed frames leave as they are, with their transfer syntax (PS3.18 8.7.3)") {
    TestService service;
    service.store(part10({.frames = 2, .compressed_frames = {"first frame.", "second"}}));
    auto const bytes = parts_of(service.get_as(instance + "/frames/2", any_frames));
    REQUIRE(bytes.size() == 1);
    CHECK(bytes[0].second == "second");
    CHECK(bytes[0].first.get("Content-Type") == "application/octet-stream; transfer-syntax=1.2.840.10008.1.2.4.70");

    auto const image = service.get_as(instance + "/frames/1", "image/jpeg");
    CHECK(image.body == "first frame.");
    CHECK(image.fields.get("Content-Type") == "image/jpeg; transfer-syntax=1.2.840.10008.1.2.4.70");

    // These are not JPEG and cannot be decoded.
    CHECK(service.get_as(instance + "/frames/1", "multipart/related; type=\"application/octet-stream\"").status == 406);
    auto const refused = service.get_as(instance + "/frames/1", "image/png");
    CHECK(refused.status == 406);
    CHECK(refused.body.find("1.2.840.10008.1.2.4.70") != std::string::npos);
}

TEST_CASE("frames beyond the last are not found, and other lists are bad requests") {
    TestService service;
    service.store(part10({.frames = 2}));
    CHECK(service.get(instance + "/frames/3").status == 404);
    CHECK(service.get(instance + "/frames/1,3").status == 404);
    for (char const* list : {"0", "x", "1,,2", "2-1", "-"}) {
        CAPTURE(list);
        CHECK(service.get(instance + "/frames/" + list).status == 400);
    }
    service.store(part10({.instance = "1.2.3.4.9", .pixels = false}));
    CHECK(service.get("/dicom-web/studies/1.2.3/series/1.2.3.4/instances/1.2.3.4.9/frames/1").status == 404);
}

TEST_CASE("a range of one frame is served, and its tag is the blob's with the frame") {
    TestService service;
    service.store(part10({.frames = 2}));
    auto const part = service.get(instance + "/frames/2", {{"Range", "bytes=10-19"}});
    CHECK(part.status == 206);
    CHECK(part.body == std::string(10, '\x02'));
    CHECK(part.fields.get("Content-Range") == "bytes 10-19/128");
    CHECK(service.get(instance + "/frames/1").fields.get("ETag") !=
          service.get(instance + "/frames/2").fields.get("ETag"));
}

TEST_CASE("frames alone are all frames (PS3.18 10.4.1.1.6)") {
    TestService service;
    service.store(part10({.frames = 5}));
    auto const all = service.get_as(instance + "/frames", any_frames);
    auto const parts = parts_of(all);
    REQUIRE(parts.size() == 5);
    CHECK(parts[4].second == frame(5));
    CHECK(parts[4].first.get("Content-Location") == instance + "/frames/5");
    CHECK(service.get_as(instance + "/frames", "application/octet-stream").status == 406);
    service.store(part10({.instance = "1.2.3.4.9", .pixels = false}));
    CHECK(service.get("/dicom-web/studies/1.2.3/series/1.2.3.4/instances/1.2.3.4.9/frames").status == 404);
}

TEST_CASE("frames are made in the media type that was asked (PS3.18 Table 8.7.3-5)") {
    struct Row {
        char const* accept;
        char const* type;
    };
    TestService service;
    service.store(part10({.frames = 3}));
    for (auto const& row : {Row{"image/jpeg", "image/jpeg; transfer-syntax=1.2.840.10008.1.2.4.70"},
                            Row{"image/jpeg; transfer-syntax=1.2.840.10008.1.2.4.50",
                                "image/jpeg; transfer-syntax=1.2.840.10008.1.2.4.50"},
                            Row{"image/jls; transfer-syntax=\"1.2.840.10008.1.2.4.80\"",
                                "image/jls; transfer-syntax=1.2.840.10008.1.2.4.80"},
                            Row{"image/jls", "image/jls; transfer-syntax=1.2.840.10008.1.2.4.80"},
                            Row{"image/x-jls", "image/x-jls; transfer-syntax=1.2.840.10008.1.2.4.80"},
                            Row{"image/dicom-rle", "image/dicom-rle; transfer-syntax=1.2.840.10008.1.2.5"},
                            Row{"image/x-dicom-rle", "image/x-dicom-rle; transfer-syntax=1.2.840.10008.1.2.5"},
                            Row{"image/jp2", "image/jp2; transfer-syntax=1.2.840.10008.1.2.4.90"},
                            Row{"image/jphc", "image/jphc; transfer-syntax=1.2.840.10008.1.2.4.201"},
                            Row{"application/octet-stream; transfer-syntax=1.2.840.10008.1.2.4.80",
                                "application/octet-stream; transfer-syntax=1.2.840.10008.1.2.4.80"}}) {
        CAPTURE(row.accept);
        auto const answer = service.get_as(instance + "/frames/2", row.accept);
        CHECK(answer.status == 200);
        CHECK(answer.fields.get("Content-Type") == row.type);
        CHECK(answer.body != frame(2));
        CHECK_FALSE(answer.body.empty());
    }
    auto const parts = parts_of(service.get_as(instance + "/frames/1,3", "multipart/related; type=\"image/jls\""));
    REQUIRE(parts.size() == 2);
    for (auto const& [fields, bytes] : parts)
        CHECK(fields.get("Content-Type") == "image/jls; transfer-syntax=1.2.840.10008.1.2.4.80");
    CHECK(service.get_as(instance + "/frames/1", "image/jpeg; transfer-syntax=1.2.840.10008.1.2.4.102").status == 406);
}

TEST_CASE("compressed frames are decoded for those who take bytes and name no transfer syntax (PS3.18 8.7.3.3)") {
    TestService service;
    service.store(part10({.frames = 3}));
    for (char const* syntax : {"1.2.840.10008.1.2.5", "1.2.840.10008.1.2.4.70", "1.2.840.10008.1.2.4.80"}) {
        CAPTURE(syntax);
        TestService packed;
        packed.store(service.get_as(instance, std::string{"application/dicom; transfer-syntax="} + syntax).body);
        auto const stored = packed.get_as(instance + "/frames/2", any_frames);
        CHECK(parts_of(stored)[0].first.get("Content-Type") ==
              std::string{"application/octet-stream; transfer-syntax="} + syntax);
        auto const bytes = packed.get_as(instance + "/frames/2", "application/octet-stream");
        CHECK(bytes.body == frame(2));
        CHECK(bytes.fields.get("Content-Type") == "application/octet-stream; transfer-syntax=1.2.840.10008.1.2.1");
        auto const range =
            packed.get(instance + "/frames/3", {{"Accept", "application/octet-stream"}, {"Range", "bytes=0-3"}});
        CHECK(range.status == 206);
        CHECK(range.body == std::string(4, '\x03'));
        auto const all =
            parts_of(packed.get_as(instance + "/frames", "multipart/related; type=\"application/octet-stream\""));
        REQUIRE(all.size() == 3);
        CHECK(all[2].second == frame(3));
    }
}

TEST_CASE("a damaged frame among few is told by a status (PS3.18 8.5)") {
    TestService service;
    service.store(part10({.frames = 2}));
    auto const packed = service.get_as(instance, "application/dicom; transfer-syntax=1.2.840.10008.1.2.5").body;
    auto const frames = parts_of(service.get_as(instance + "/frames/1", "multipart/related; type=\"image/dicom-rle\""));
    TestService damaged;
    auto object = packed;
    // PS3.5 G.5: the number of segments of the second frame.
    auto const second = object.rfind(std::string("\x01\0\0\0\x40\0\0\0", 8));
    REQUIRE(second != std::string::npos);
    REQUIRE(second > object.find(frames[0].second));
    object[second] = '\x7F';
    damaged.store(object);
    CHECK(damaged.get_as(instance + "/frames/1", "application/octet-stream").status == 200);
    auto const answer = damaged.get_as(instance + "/frames", "multipart/related; type=\"application/octet-stream\"");
    CHECK(answer.status == 406);
}

TEST_CASE("several ranges of one frame are multipart/byteranges (RFC 9110 14.6)") {
    TestService service;
    service.store(part10({.frames = 2}));
    auto const part = service.get(instance + "/frames/2", {{"Range", "bytes=0-1,10-11"}});
    CHECK(part.status == 206);
    CHECK(std::string{part.fields.get("Content-Type")}.starts_with("multipart/byteranges; boundary="));
    CHECK(part.body.find("Content-Range: bytes 10-11/128\r\n\r\n\x02\x02\r\n") != std::string::npos);
}

}  // namespace cassette::dicomweb
