#include "dicomweb/wado_rendered.h"

#include "dicomweb/rendered_representation.h"
#include "dicomweb/representative_instance.h"
#include "tests/dicomweb/altered_object.h"
#include "tests/dicomweb/test_instance.h"
#include "tests/dicomweb/test_service.h"
#include "tests/support/temporary_directory.h"

#include <dcmtk/dcmdata/dcdeftag.h>
#include <dcmtk/dcmdata/dcfilefo.h>
#include <dcmtk/dcmdata/dcuid.h>
#include <doctest/doctest.h>

#include <array>
#include <functional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace cassette::dicomweb {

namespace {

std::string const study = "/dicom-web/studies/1.2.3";
std::string const series = study + "/series/1.2.3.4";
std::string const instance = series + "/instances/1.2.3.4.5";
constexpr std::string_view png_signature = "\x89PNG\r\n";
constexpr std::string_view jpeg_signature = "\xFF\xD8\xFF";

// Width and height from a PNG's IHDR.
std::pair<int, int> size_of(std::string const& png) {
    REQUIRE(png.size() > 24);
    auto const number = [&](std::size_t at) {
        return (static_cast<unsigned char>(png[at + 2]) << 8) | static_cast<unsigned char>(png[at + 3]);
    };
    return {number(16), number(20)};
}

std::string const state_path = study + "/series/1.2.3.9/instances/1.2.3.9.1";

// A presentation state that turns the test image by a quarter.
std::string state_for(char const* image) {
    return altered(part10({.series = "1.2.3.9", .instance = "1.2.3.9.1", .modality = "PR", .pixels = false}),
                   [&](DcmDataset& state) {
                       put(state, DCM_SOPClassUID, UID_GrayscaleSoftcopyPresentationStateStorage);
                       auto& referenced = item_of(state, DCM_ReferencedSeriesSequence);
                       put(referenced, DCM_SeriesInstanceUID, "1.2.3.4");
                       put(item_of(referenced, DCM_ReferencedImageSequence), DCM_ReferencedSOPInstanceUID, image);
                       put(state, DCM_PresentationLUTShape, "IDENTITY");
                       REQUIRE(state.putAndInsertUint16(DCM_ImageRotation, 90).good());
                   });
}

void refer_to(DcmDataset& state, signed long set, char const* position, char const* image) {
    DcmItem* item = nullptr;
    REQUIRE(state.findOrCreateSequenceItem(DCM_BlendingSequence, item, set).good());
    put(*item, DCM_BlendingPosition, position);
    auto& referenced = item_of(*item, DCM_ReferencedSeriesSequence);
    put(referenced, DCM_SeriesInstanceUID, "1.2.3.4");
    put(item_of(referenced, DCM_ReferencedImageSequence), DCM_ReferencedSOPInstanceUID, image);
}

// Shows one image in black to red over another.
std::string blending_state(char const* underlying, char const* superimposed) {
    return altered(state_for(underlying), [&](DcmDataset& state) {
        put(state, DCM_SOPClassUID, UID_BlendingSoftcopyPresentationStateStorage);
        refer_to(state, 0, "UNDERLYING", underlying);
        refer_to(state, 1, "SUPERIMPOSED", superimposed);
        REQUIRE(state.putAndInsertUint16(DCM_ImageRotation, 0).good());
        REQUIRE(state.putAndInsertFloat32(DCM_RelativeOpacity, 0.5F).good());
        std::array<Uint16, 3> const descriptor{2, 0, 16};
        std::array<Uint16, 2> const red{0, 0xFFFF};
        std::array<Uint16, 2> const none{0, 0};
        auto const put_channel = [&](DcmTagKey const& key, DcmTagKey const& data, std::array<Uint16, 2> const& table) {
            REQUIRE(state.putAndInsertUint16Array(DcmTag{key, EVR_US}, descriptor.data(), 3).good());
            REQUIRE(state.putAndInsertUint16Array(DcmTag{data, EVR_OW}, table.data(), 2).good());
        };
        put_channel(DCM_RedPaletteColorLookupTableDescriptor, DCM_RedPaletteColorLookupTableData, red);
        put_channel(DCM_GreenPaletteColorLookupTableDescriptor, DCM_GreenPaletteColorLookupTableData, none);
        put_channel(DCM_BluePaletteColorLookupTableDescriptor, DCM_BluePaletteColorLookupTableData, none);
    });
}

}  // namespace

TEST_CASE("a picture is JPEG by default and PNG for those who ask (PS3.18 10.4.1.1.3)") {
    TestService service;
    service.store(part10({.frames = 3}));
    auto const jpeg = service.get(instance + "/rendered");
    CHECK(jpeg.status == 200);
    CHECK(jpeg.fields.get("Content-Type") == "image/jpeg");
    CHECK(jpeg.body.starts_with(jpeg_signature));
    auto const png = service.get_as(instance + "/frames/2/rendered", "image/png");
    CHECK(png.fields.get("Content-Type") == "image/png");
    CHECK(png.body.starts_with(png_signature));
    CHECK((size_of(png.body) == std::pair<int, int>{test_columns, test_rows}));
}

TEST_CASE("thumbnails are there at every level, whatever the Accept (PS3.18 10.4.1.1.4)") {
    TestService service;
    service.store(part10({.frames = 3}));
    for (auto const& path : {study, series, instance, instance + "/frames/3"}) {
        CAPTURE(path);
        for (char const* accept : {"*/*", "image/jpeg", "multipart/related; type=\"application/octet-stream\"",
                                   "image/avif,image/webp,image/*,*/*;q=0.8"}) {
            CAPTURE(accept);
            auto const answer = service.get_as(path + "/thumbnail", accept);
            CHECK(answer.status == 200);
            CHECK(answer.fields.get("Content-Type") == "image/jpeg");
            CHECK(answer.body.starts_with(jpeg_signature));
        }
        CHECK(service.get(path + "/rendered").status == 200);
    }
}

TEST_CASE("viewport scales, aspect kept, and the accept parameter wins (PS3.18 8.3.3.1, 8.3.5.1.3)") {
    TestService service;
    service.store(part10({}));
    auto const answer = service.get_as(instance + "/thumbnail?accept=image%2Fpng&viewport=64%2C64",
                                       "multipart/related; type=\"application/octet-stream\"");
    CHECK(answer.status == 200);
    CHECK(answer.fields.get("Content-Type") == "image/png");
    CHECK((size_of(answer.body) == std::pair{32, 64}));
    CHECK(answer.fields.get("ETag") != service.get_as(instance + "/rendered", "image/png").fields.get("ETag"));
}

TEST_CASE("parameters that cannot be read are bad requests, frames that are not there are not found") {
    TestService service;
    service.store(part10({.frames = 2}));
    CHECK(service.get(instance + "/rendered?viewport=x").status == 400);
    CHECK(service.get(instance + "/rendered?window=1,0").status == 400);
    CHECK(service.get(instance + "/rendered?quality=0").status == 400);
    CHECK(service.get(instance + "/rendered?window=40,400").status == 400);
    CHECK(service.get(instance + "/rendered?iccprofile=p3").status == 400);
    CHECK(service.get(instance + "/rendered?annotation=").status == 400);
    CHECK(service.get(instance + "/thumbnail?viewport=64,64,1,1,2,2").status == 400);
    CHECK(service.get(instance + "/rendered?viewport=64,64,100,100").status == 400);
    CHECK(service.get(instance + "/frames/0/rendered").status == 400);
    CHECK(service.get(instance + "/frames/3/rendered").status == 404);
    CHECK(service.get_as(instance + "/rendered", "video/mp4").status == 406);
    CHECK(service.get(study + "9/thumbnail").status == 404);
    CHECK(service.get(study + "/series/9.9/thumbnail").status == 404);
}

TEST_CASE("what is no image has an icon, and never a refusal (PS3.18 10.4.1.1.4)") {
    TestService service;
    service.store(part10({.modality = "SR", .pixels = false}));
    for (auto const& path : {study, series, instance}) {
        CAPTURE(path);
        for (char const* accept :
             {"image/png", "image/*", "multipart/related; type=\"application/octet-stream\"", "*/*"}) {
            CAPTURE(accept);
            auto const thumbnail = service.get_as(path + "/thumbnail?viewport=300,300", accept);
            CHECK(thumbnail.status == 200);
            CHECK(thumbnail.fields.get("Content-Type").starts_with("image/"));
            CHECK(service.get_as(path + "/rendered", accept).status == 200);
        }
    }
    auto const icon = service.get_as(instance + "/thumbnail?viewport=300,200", "image/png");
    CHECK((size_of(icon.body) == std::pair{200, 200}));
}

TEST_CASE(
    "pixels that cannot be decoded are a refusal where they are rendered, and an icon as a thumbnail (PS3.18 8.7.4)") {
    TestService service;
    service.store(part10({.compressed_frames = {"this is no JPEG!"}}));
    CHECK(service.get_as(instance + "/rendered", "image/jpeg").status == 406);
    CHECK(service.get_as(instance + "/frames/1/rendered", "image/jpeg").status == 406);
    CHECK(service.get_as(instance + "/thumbnail", "image/jpeg").status == 200);
    CHECK(service.get_as(instance + "/frames/1/thumbnail", "image/jpeg").status == 200);
    // Among many, an icon stands for it.
    auto const all = service.get_as(study + "/rendered", "multipart/related; type=\"image/png\"");
    REQUIRE(all.status == 200);
    CHECK(parts_of(all).size() == 1);
}

TEST_CASE("several frames, and all there are, come as multipart/related (PS3.18 10.4.1.1.3)") {
    TestService service;
    service.store(part10({.instance = "1.2.3.4.5", .frames = 3}));
    service.store(part10({.instance = "1.2.3.4.6", .instance_number = 2}));
    struct Case {
        std::string path;
        char const* accept;
        std::size_t parts;
        char const* type;
    };
    for (auto const& [path, accept, count, type] : {
             Case{instance + "/frames/1,3/rendered", "image/png", 2, "image/png"},
             Case{instance + "/frames/2-3/rendered", "*/*", 2, "image/jpeg"},
             Case{instance + "/frames/2/rendered", "multipart/related; type=\"image/png\"", 1, "image/png"},
             Case{instance + "/rendered", "multipart/related; type=\"image/jpeg\"", 3, "image/jpeg"},
             Case{series + "/rendered", "multipart/related; type=image/png", 4, "image/png"},
             Case{study + "/rendered", "multipart/related; type=\"image/*\"", 4, "image/jpeg"},
         }) {
        CAPTURE(path);
        CAPTURE(accept);
        auto const answer = service.get_as(path, accept);
        REQUIRE(answer.status == 200);
        REQUIRE(answer.fields.get("Content-Type").starts_with("multipart/related"));
        auto const parts = parts_of(answer);
        REQUIRE(parts.size() == count);
        for (auto const& [fields, bytes] : parts) {
            CHECK(fields.get("Content-Type") == type);
            CHECK(fields.get("Content-Location").find("/frames/") != std::string_view::npos);
            CHECK((bytes.starts_with(png_signature) || bytes.starts_with(jpeg_signature)));
        }
    }
    // A thumbnail is one image whatever was asked for (PS3.18 10.4.1.1.4).
    for (auto const& path : {instance + "/frames/1,3", study})
        CHECK(
            service.get_as(path + "/thumbnail", "multipart/related; type=\"image/jpeg\"").fields.get("Content-Type") ==
            "image/jpeg");
}

TEST_CASE("a region is cut out and scaled into the viewport (PS3.18 8.3.5.1.3)") {
    TestService service;
    service.store(part10({}));
    auto const answer = service.get_as(instance + "/rendered?viewport=40,40,,,4,-8", "image/png");
    REQUIRE(answer.status == 200);
    CHECK((size_of(answer.body) == std::pair{20, 40}));
}

TEST_CASE("annotation values that are not known are ignored with a warning (PS3.18 8.3.5.1.1)") {
    TestService service;
    service.store(part10({}));
    auto const answer = service.get(instance + "/rendered?annotation=patient,dose");
    CHECK(answer.status == 200);
    CHECK(answer.fields.get("Warning").find("299 ") == 0);
    CHECK(answer.fields.get("Warning").ends_with("not supported: dose"));
    CHECK(service.get(instance + "/rendered?annotation=patient").fields.get("Warning").empty());
}

TEST_CASE("a rendered presentation state is its images as it shows them (PS3.18 8.3.5.1.3, 8.3.5.1.4)") {
    TestService service;
    service.store(part10({.frames = 2}));
    service.store(state_for("1.2.3.4.5"));
    auto const one = service.get_as(state_path + "/rendered", "image/png");
    REQUIRE(one.status == 200);
    CHECK((size_of(one.body) == std::pair<int, int>{test_rows, test_columns}));
    auto const all = service.get_as(state_path + "/rendered", "multipart/related; type=\"image/png\"");
    REQUIRE(all.status == 200);
    CHECK(parts_of(all).size() == 2);
    CHECK(service.get_as(state_path + "/thumbnail", "image/png").status == 200);
    CHECK(service.get(state_path + "/rendered?viewport=64,64").status == 200);
    CHECK(service.get(state_path + "/rendered?viewport=64,64,1").status == 400);
    CHECK(service.get(state_path + "/rendered?window=1,2,linear").status == 400);
    // Pictures come before what shows them.
    auto const of_study = representative_instance(service.service().archive, local_operator(),
                                                  {*StudyInstanceUID::parse("1.2.3"), {}, {}});
    REQUIRE(of_study);
    CHECK(of_study->instance.str() == "1.2.3.4.5");
}

TEST_CASE("a presentation state is followed to an image of another study (PS3.3 C.11.11)") {
    TestService service;
    service.store(part10({.study = "1.2.7", .series = "1.2.7.1", .instance = "1.2.3.4.5"}));
    service.store(state_for("1.2.3.4.5"));
    auto const answer = service.get_as(state_path + "/rendered", "image/png");
    REQUIRE(answer.status == 200);
    CHECK((size_of(answer.body) == std::pair<int, int>{test_rows, test_columns}));
    CHECK(answer.fields.get("Content-Location").find("/studies/1.2.7/") != std::string_view::npos);
}

TEST_CASE("a blending presentation state is its underlying image in colour, or says what is missing (PS3.3 A.33.4)") {
    TestService service;
    service.store(part10({}));
    service.store(blending_state("1.2.3.4.5", "1.2.3.4.6"));
    auto const without = service.get_as(state_path + "/rendered", "image/png");
    CHECK(without.status == 406);
    CHECK(without.body.find("superimposed") != std::string::npos);
    CHECK(service.get(state_path + "/thumbnail").status == 200);
    service.store(part10({.instance = "1.2.3.4.6"}));
    auto const answer = service.get_as(state_path + "/rendered", "image/png");
    REQUIRE(answer.status == 200);
    CHECK((size_of(answer.body) == std::pair<int, int>{test_columns, test_rows}));
    constexpr std::size_t colour_type = 25;  // of a PNG; 2 is RGB
    CHECK(answer.body[colour_type] == 2);
    CHECK(answer.fields.get("Content-Location").find("/instances/1.2.3.4.5/") != std::string_view::npos);
    CHECK(answer.fields.get("ETag") != service.get_as(instance + "/rendered", "image/png").fields.get("ETag"));
}

TEST_CASE("a presentation state of an image that is not here is not found, its thumbnail an icon") {
    TestService service;
    service.store(state_for("1.2.3.4.77"));
    auto const answer = service.get(state_path + "/rendered");
    CHECK(answer.status == 404);
    CHECK(answer.body.find("1.2.3.4.77") != std::string::npos);
    CHECK(service.get(state_path + "/thumbnail").status == 200);
    CHECK(service.get_as(study + "/rendered", "multipart/related; type=\"image/jpeg\"").status == 200);
}

TEST_CASE("a report is HTML, text or an icon, as it is asked for, and nothing in it runs (PS3.18 Table 8.7.4-1)") {
    TestService service;
    service.store(altered(part10({.modality = "SR", .pixels = false}), [](DcmDataset& report) {
        put(report, DCM_SOPClassUID, UID_BasicTextSRStorage);
        auto& content = item_of(report, DCM_ContentSequence);
        put(content, DCM_ValueType, "TEXT");
        put(content, DCM_TextValue, "<script>alert(1)</script>");
    }));
    struct Case {
        char const* accept;
        char const* type;
    };
    for (auto const& [accept, type] :
         {Case{"*/*", "text/html; charset=utf-8"}, Case{"text/plain", "text/plain; charset=utf-8"},
          Case{"image/png", "image/png"}, Case{"text/*", "text/html; charset=utf-8"},
          Case{"application/octet-stream", "text/html; charset=utf-8"}}) {
        CAPTURE(accept);
        auto const answer = service.get_as(instance + "/rendered", accept);
        CHECK(answer.status == 200);
        CHECK(answer.fields.get("Content-Type") == type);
    }
    auto const html = service.get_as(instance + "/rendered", "text/html");
    CHECK(html.body.find("<script") == std::string::npos);
    CHECK(html.fields.get("Content-Security-Policy").find("default-src 'none'") == 0);
    CHECK(html.fields.get("X-Content-Type-Options") == "nosniff");
    CHECK(service.get_as(instance + "/rendered", "video/mp4").status == 406);
    auto const parts = service.get_as(instance + "/rendered", "multipart/related; type=\"text/html\"");
    REQUIRE(parts.status == 200);
    CHECK(parts_of(parts).front().first.get("Content-Type") == "text/html; charset=utf-8");
}

TEST_CASE("an encapsulated document is given as itself (PS3.18 8.7.4)") {
    TestService service;
    std::string const pdf = "%PDF-1.7 something";
    service.store(altered(part10({.modality = "DOC", .pixels = false}), [&](DcmDataset& document) {
        put(document, DCM_SOPClassUID, UID_EncapsulatedPDFStorage);
        auto const* const bytes = reinterpret_cast<Uint8 const*>(pdf.data());
        REQUIRE(document
                    .putAndInsertUint8Array(DcmTag{DCM_EncapsulatedDocument, EVR_OB}, bytes,
                                            static_cast<unsigned long>(pdf.size()))
                    .good());
    }));
    for (char const* query : {"", "?accept=application/pdf"}) {
        auto const answer = service.get(instance + "/rendered" + query);
        CHECK(answer.status == 200);
        CHECK(answer.fields.get("Content-Type") == "application/pdf");
        CHECK(answer.body == pdf);
    }
    CHECK(service.get_as(instance + "/rendered", "image/jpeg").body.starts_with(jpeg_signature));
    CHECK(service.get(instance + "/thumbnail").body.starts_with(jpeg_signature));
}

TEST_CASE("every parameter makes another picture with another entity tag") {
    TestService service;
    service.store(part10({.frames = 2}));
    std::set<std::string> tags;
    std::vector<std::string> const queries{"",
                                           "?quality=50",
                                           "?viewport=20,20",
                                           "?viewport=20,20,1",
                                           "?viewport=20,20,,1",
                                           "?viewport=20,20,,,-8",
                                           "?viewport=20,20,,,,-16",
                                           "?window=1,2,linear",
                                           "?window=1,2,linear-exact",
                                           "?window=1,2,sigmoid",
                                           "?iccprofile=no",
                                           "?iccprofile=yes",
                                           "?iccprofile=srgb",
                                           "?iccprofile=adobergb",
                                           "?iccprofile=rommrgb",
                                           "?annotation=patient",
                                           "?annotation=technique",
                                           "?annotation=patient,technique"};
    for (auto const& query : queries) {
        CAPTURE(query);
        auto const answer = service.get(instance + "/rendered" + query);
        CHECK(answer.status == 200);
        CHECK(tags.insert(std::string{answer.fields.get("ETag")}).second);
    }
    CHECK(tags.insert(std::string{service.get(instance + "/frames/2/rendered").fields.get("ETag")}).second);
    CHECK(tags.insert(std::string{service.get(instance + "/thumbnail").fields.get("ETag")}).second);
}

}  // namespace cassette::dicomweb
