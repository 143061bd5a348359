#include "dicomweb/wado_uri.h"

#include "tests/dicomweb/test_instance.h"
#include "tests/dicomweb/test_service.h"
#include "tests/support/dataset_builder.h"
#include "tests/support/decoded_picture.h"

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

namespace cassette::dicomweb {

namespace {

std::string const target = "/wado?requestType=WADO&studyUID=1.2.3&seriesUID=1.2.3.4&objectUID=1.2.3.4.5";
constexpr std::string_view png_signature = "\x89PNG\r\n";
constexpr std::string_view jpeg_signature = "\xFF\xD8\xFF";
constexpr char const* basic_text_sr = "1.2.840.10008.5.1.4.1.1.88.11";

// Width and height from a PNG's IHDR.
std::pair<int, int> size_of(std::string const& png) {
    REQUIRE(png.starts_with(png_signature));
    auto const number = [&](std::size_t at) {
        return (static_cast<unsigned char>(png[at + 2]) << 8) | static_cast<unsigned char>(png[at + 3]);
    };
    return {number(16), number(20)};
}

// A Basic Text SR with one TEXT content item.
std::string report() {
    auto const name = testing::DatasetBuilder{}
                          .text({0x0008, 0x0100}, "SH", "121071")
                          .text({0x0008, 0x0102}, "SH", "DCM")
                          .text({0x0008, 0x0104}, "LO", "Finding")
                          .dataset();
    using testing::Length;
    auto const coded = testing::sequence({0x0040, 0xA043}, testing::item(name, Length::undefined), Length::undefined);
    auto const content = testing::DatasetBuilder{}
                             .text({0x0040, 0xA010}, "CS", "CONTAINS")
                             .text({0x0040, 0xA040}, "CS", "TEXT")
                             .element({0x0040, 0xA043}, coded)
                             .text({0x0040, 0xA160}, "UT", "A healthy heart")
                             .dataset();
    auto const items =
        testing::sequence({0x0040, 0xA730}, testing::item(content, Length::undefined), Length::undefined);
    return testing::DatasetBuilder{}
        .text({0x0008, 0x0016}, "UI", basic_text_sr)
        .text({0x0008, 0x0018}, "UI", "1.2.3.4.5")
        .text({0x0008, 0x0020}, "DA", "20240131")
        .text({0x0008, 0x0050}, "SH", "A1")
        .text({0x0008, 0x0060}, "CS", "SR")
        .text({0x0010, 0x0010}, "PN", "Doe^Jane")
        .text({0x0010, 0x0020}, "LO", "P1")
        .text({0x0020, 0x000D}, "UI", "1.2.3")
        .text({0x0020, 0x000E}, "UI", "1.2.3.4")
        .text({0x0040, 0xA040}, "CS", "CONTAINER")
        .element({0x0040, 0xA730}, items)
        .part10();
}

// A presentation state that turns the image by a quarter and gives it the other polarity.
std::string state_for(char const* image) {
    using testing::DatasetBuilder;
    using testing::Length;
    auto const reference = DatasetBuilder{}.text({0x0008, 0x1155}, "UI", image).dataset();
    auto const images =
        testing::sequence({0x0008, 0x1140}, testing::item(reference, Length::undefined), Length::undefined);
    auto const referenced =
        DatasetBuilder{}.text({0x0020, 0x000E}, "UI", "1.2.3.4").element({0x0008, 0x1140}, images).dataset();
    auto const series =
        testing::sequence({0x0008, 0x1115}, testing::item(referenced, Length::undefined), Length::undefined);
    return DatasetBuilder{}
        .text({0x0008, 0x0016}, "UI", "1.2.840.10008.5.1.4.1.1.11.1")
        .text({0x0008, 0x0018}, "UI", "1.2.3.9.1")
        .text({0x0008, 0x0020}, "DA", "20261121")
        .text({0x0008, 0x0050}, "SH", "A1")
        .text({0x0008, 0x0060}, "CS", "PR")
        .element({0x0008, 0x1115}, series)
        .text({0x0010, 0x0010}, "PN", "Doe^Jane")
        .text({0x0010, 0x0020}, "LO", "P1")
        .text({0x0020, 0x000D}, "UI", "1.2.3")
        .text({0x0020, 0x000E}, "UI", "1.2.3.9")
        .text({0x0070, 0x0041}, "CS", "N")
        .number({0x0070, 0x0042}, 90)
        .text({0x2050, 0x0020}, "CS", "INVERSE")
        .part10();
}

bool has(std::string const& text, std::string_view part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("an image of one frame is a JPEG for those who do not choose (PS3.18 9.3, Table 8.7.4-1)") {
    TestService service;
    service.store(part10({}));
    for (char const* accept : {"", "*/*", "image/avif,image/webp,image/*,*/*;q=0.8", "text/html,*/*;q=0.8"}) {
        CAPTURE(accept);
        auto const answer = *accept == '\0' ? service.get(target) : service.get_as(target, accept);
        CHECK(answer.status == 200);
        CHECK(answer.fields.get("Content-Type") == "image/jpeg");
        CHECK(answer.body.starts_with(jpeg_signature));
    }
}

TEST_CASE("a multi-frame image is the whole instance, unless one frame is named (PS3.18 9.5.1.2.1)") {
    TestService service;
    service.store(part10({.frames = 3}));
    CHECK(service.get(target).fields.get("Content-Type").starts_with("application/dicom"));
    auto const frame = service.get(target + "&frameNumber=2");
    CHECK(frame.fields.get("Content-Type") == "image/jpeg");
    CHECK(service.get(target + "&frameNumber=4").status == 404);
    CHECK(service.get(target + "&frameNumber=2").fields.get("ETag") !=
          service.get(target + "&frameNumber=3").fields.get("ETag"));
    CHECK(service.get(target + "&contentType=image/png").body.starts_with(png_signature));
}

TEST_CASE("contentType chooses, by itself or from a list, and wins over Accept (PS3.18 9.1.2.2.1)") {
    TestService service;
    service.store(part10({}));
    struct Row {
        char const* wanted;
        std::string_view type;
    };
    for (auto const& row : {Row{"image/png", "image/png"}, Row{"image/jpeg", "image/jpeg"},
                            Row{"application%2Fdicom", "application/dicom; transfer-syntax=1.2.840.10008.1.2.1"},
                            Row{"image/jp2,image/png", "image/png"}, Row{"image/gif,image/*", "image/jpeg"}}) {
        CAPTURE(row.wanted);
        auto const answer = service.get_as(target + "&contentType=" + row.wanted, "text/plain");
        CHECK(answer.status == 200);
        CHECK(answer.fields.get("Content-Type") == row.type);
    }
    CHECK(service.get(target + "&contentType=video/mp4").status == 406);
    CHECK(service.get_as(target, "application/pdf").status == 406);
}

TEST_CASE("rows and columns, region and window shape the picture (PS3.18 9.5.1.2)") {
    TestService service;
    service.store(part10({}));
    auto const png = target + "&contentType=image/png";
    CHECK((size_of(service.get(png + "&rows=32&columns=100").body) == std::pair{16, 32}));
    CHECK((size_of(service.get(png + "&columns=16").body) == std::pair{16, 32}));
    CHECK((size_of(service.get(png + "&region=0,0,0.5,0.5").body) == std::pair{test_columns / 2, test_rows / 2}));
    auto const plain = service.get(png);
    auto const windowed = service.get(png + "&windowCenter=2&windowWidth=4");
    CHECK(windowed.status == 200);
    CHECK(windowed.body != plain.body);
    CHECK(service.get(target + "&imageQuality=10").body != service.get(target + "&imageQuality=100").body);
    CHECK(service.get(target + "&annotation=patient,colours").fields.get("Warning").find("colours") !=
          std::string_view::npos);
}

TEST_CASE("an image is seen through the presentation state that is named (PS3.18 9.5.1.2.7)") {
    TestService service;
    service.store(part10({.frames = 2}));
    service.store(state_for("1.2.3.4.5"));
    auto const png = target + "&contentType=image/png&frameNumber=2";
    auto const through = png + "&presentationSeriesUID=1.2.3.9&presentationUID=1.2.3.9.1";
    auto const shown = service.get(through);
    REQUIRE(shown.status == 200);
    // Turned by a quarter, and 2 of 255 is 253 upside down.
    CHECK((size_of(shown.body) == std::pair<int, int>{test_rows, test_columns}));
    auto const picture = testing::decode_png(shown.body);
    CHECK(picture.samples == std::vector<std::uint8_t>(std::size_t{test_rows} * test_columns, 253));
    auto const plain = service.get(png);
    CHECK((size_of(plain.body) == std::pair<int, int>{test_columns, test_rows}));
    CHECK(shown.fields.get("ETag") != plain.fields.get("ETag"));
    CHECK((size_of(service.get(through + "&rows=4&columns=100").body) == std::pair{8, 4}));
    CHECK(service.get(through + "&windowCenter=1&windowWidth=2").status == 400);
    CHECK(service.get(through + "&voi=1").status == 400);
    CHECK(service.get(through + "&anonymize=yes").status == 400);
    CHECK(service.get(png + "&presentationUID=1.2.3.9.1").status == 400);
}

TEST_CASE("a presentation state of other images, and what is none, are not acceptable (PS3.18 9.5.1.2.7)") {
    TestService service;
    service.store(part10({}));
    service.store(state_for("1.2.3.4.99"));
    auto const png = target + "&contentType=image/png";
    CHECK(service.get(png + "&presentationSeriesUID=1.2.3.9&presentationUID=1.2.3.9.1").status == 406);
    CHECK(service.get(png + "&presentationSeriesUID=1.2.3.4&presentationUID=1.2.3.4.5").status == 406);
}

TEST_CASE("16 bits and the image's own windows are asked for here, too") {
    TestService service;
    service.store(part10({}));
    auto const deep = service.get(target + "&bitdepth=16");
    CHECK(deep.fields.get("Content-Type") == "image/png");
    CHECK(deep.body[24] == 16);
    CHECK(service.get(target + "&bitdepth=16&contentType=image/jpeg").status == 406);
    CHECK(service.get(target + "&bitdepth=9").status == 400);
    CHECK(service.get(target + "&voi=1").status == 400);
    CHECK(service.get(target + "&voi=1&windowCenter=1&windowWidth=2").status == 400);
}

TEST_CASE("the transfer syntax that is asked for, where it can be had, and otherwise the default (PS3.18 9.4.1.2.3)") {
    TestService service;
    auto const stored = part10({.compressed_frames = {"not a JPEG"}});
    service.store(stored);
    auto const dicom = target + "&contentType=application/dicom";
    auto const any = service.get(dicom + "&transferSyntax=*");
    CHECK(any.status == 200);
    CHECK(any.body == stored);
    CHECK(service.get(dicom + "&transferSyntax=1.2.840.10008.1.2.4.70").body == stored);
}

TEST_CASE("an instance is transcoded to the transfer syntax that is asked for (PS3.18 9.4.1.2.3)") {
    TestService service;
    auto const stored = part10({});
    service.store(stored);
    constexpr char const* rle_lossless = "1.2.840.10008.1.2.5";
    auto const answer = service.get(target + "&contentType=application/dicom&transferSyntax=" + rle_lossless);
    CHECK(answer.status == 200);
    CHECK(answer.body != stored);
    CHECK_FALSE(has(stored, rle_lossless));
    CHECK(has(answer.body, rle_lossless));  // in the File Meta group, PS3.10 7.1
}

TEST_CASE("a report is a page of its own (PS3.18 Table 8.7.4-1)") {
    TestService service;
    service.store(report());
    auto const html = service.get(target);
    CHECK(html.status == 200);
    CHECK(html.fields.get("Content-Type").starts_with("text/html"));
    CHECK(has(html.body, "A healthy heart"));
    CHECK(html.fields.get("X-Content-Type-Options") == "nosniff");
    CHECK(has(service.get(target + "&contentType=text/plain&charset=utf-8").body, "A healthy heart"));
    CHECK(service.get(target + "&contentType=application/dicom").body == report());
    CHECK(service.get(target + "&anonymize=yes&contentType=text/html").status == 406);
}

TEST_CASE("an anonymous instance names nobody, in DICOM and as a picture (PS3.18 9.4.1.2.1, PS3.15 E.2)") {
    TestService service;
    service.store(part10({.private_bytes = 64}));
    auto const answer = service.get(target + "&contentType=application/dicom&anonymize=yes");
    CHECK(answer.status == 200);
    CHECK(answer.fields.get("Content-Type") == "application/dicom; transfer-syntax=1.2.840.10008.1.2.1");
    CHECK(has(std::string{answer.fields.get("Warning")}, "not inspected"));
    for (char const* secret : {"Doe^Jane", "House", "19700101", "20261121", "1.2.3.4.5", "CASSETTE TEST", "CHEST"}) {
        CAPTURE(secret);
        CHECK_FALSE(has(answer.body, secret));
    }
    CHECK(has(answer.body, "113100"));
    CHECK(answer.body.ends_with(std::string(std::size_t{test_rows} * test_columns, '\1')));
    CHECK(service.get(target + "&contentType=application/dicom&anonymize=yes").body == answer.body);
    TestService other;
    other.store(answer.body);
    auto const picture = service.get(target + "&contentType=image/png&anonymize=yes&annotation=patient");
    CHECK(picture.status == 200);
    CHECK(picture.body.starts_with(png_signature));
}

TEST_CASE("errors have the statuses of PS3.18 8.5") {
    TestService service;
    service.store(part10({}));
    CHECK(service.get("/wado").status == 400);
    CHECK(service.get("/wado?requestType=WADO&studyUID=1.2.3").status == 400);
    CHECK(service.get("/wado?requestType=WADO&studyUID=1.2.3&seriesUID=1.2.3.4&objectUID=9.9").status == 404);
    CHECK(service.get(target + "&contentType=application/dicom&rows=10").status == 400);
    CHECK(service.get(target + "&contentType=image/png&transferSyntax=1.2.840.10008.1.2.1").status == 400);
    CHECK(service.get(target + "&presentationSeriesUID=1.2.9&presentationUID=1.2.9.1").status == 404);
    CHECK(service.get(target + "&charset=iso-8859-5").status == 400);
}

}  // namespace cassette::dicomweb
