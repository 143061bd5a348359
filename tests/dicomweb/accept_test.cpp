#include "dicomweb/accept.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace cassette::dicomweb {

namespace {

constexpr char const* json = "application/dicom+json";
constexpr char const* jpeg_baseline = "1.2.840.10008.1.2.4.50";
constexpr char const* jpeg_lossless = "1.2.840.10008.1.2.4.70";
constexpr char const* explicit_little = "1.2.840.10008.1.2.1";

std::vector<Offer> metadata_offers() {
    return {{json, {}, {}}, {"application/json", {}, {}}, {"multipart/related", "application/dicom+xml", {}}};
}

// One frame, stored compressed: what frame_representation offers.
std::vector<Offer> compressed_frame_offers() {
    return {{"image/jpeg", {}, jpeg_baseline},
            {"application/octet-stream", {}, jpeg_baseline, true},
            {"multipart/related", "image/jpeg", jpeg_baseline},
            {"multipart/related", "image/dicom+jpeg", jpeg_baseline},
            {"multipart/related", "application/octet-stream", jpeg_baseline, true}};
}

std::vector<Offer> native_frame_offers() {
    return {{"application/octet-stream", {}, explicit_little},
            {"multipart/related", "application/octet-stream", explicit_little}};
}

std::vector<Offer> instance_offers() {
    return {{"application/dicom", {}, jpeg_lossless}, {"multipart/related", "application/dicom", jpeg_lossless}};
}

std::vector<Offer> rendered_offers() { return {{"image/jpeg", {}, {}}, {"image/png", {}, {}}}; }

std::string negotiated(std::string_view accept, std::vector<Offer> const& offers) {
    auto const chosen = negotiate(parse_accept(accept), offers);
    if (!chosen) return "nothing";
    auto const& offer = offers[*chosen];
    return offer.part_type.empty() ? offer.payload_type() : offer.essence + " of " + offer.payload_type();
}

struct Row {
    char const* who;
    char const* accept;
    std::vector<Offer> offers;
    char const* expected;
};

}  // namespace

TEST_CASE("every client's Accept gets what it can read (RFC 9110 12.5.1, PS3.18 8.7)") {
    std::vector<Row> const rows{
        {"curl", "*/*", metadata_offers(), json},
        {"no Accept", "", metadata_offers(), json},
        {"OHIF QIDO", "application/dicom+json", metadata_offers(), json},
        {"OHIF metadata, joined by the browser",
         "application/dicom+json, multipart/related; type=application/octet-stream; transfer-syntax=*",
         metadata_offers(), json},
        {"dicomweb_client (Python) QIDO", "application/dicom+json, application/json", metadata_offers(), json},
        {"a browser's address bar", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
         metadata_offers(), json},
        {"JSON alone", "application/json", metadata_offers(), "application/json"},
        {"XML", "multipart/related; type=\"application/dicom+xml\"", metadata_offers(),
         "multipart/related of application/dicom+xml"},
        {"Weasis, unquoted", "multipart/related;type=application/dicom+xml", metadata_offers(),
         "multipart/related of application/dicom+xml"},
        {"nothing we have", "text/html", metadata_offers(), "nothing"},
        {"excluded by q=0", "application/dicom+json;q=0, */*;q=0.1", metadata_offers(), "application/json"},
        {"quality decides", "application/dicom+json;q=0.5, application/json;q=0.9", metadata_offers(),
         "application/json"},

        {"OHIF frames", "multipart/related; type=\"application/octet-stream\"; transfer-syntax=\"*\"",
         compressed_frame_offers(),
         "multipart/related of application/octet-stream; transfer-syntax=1.2.840.10008.1.2.4.50"},
        {"OHIF omitQuotationForMultipartRequest", "multipart/related; type=application/octet-stream; transfer-syntax=*",
         native_frame_offers(), "multipart/related of application/octet-stream; transfer-syntax=1.2.840.10008.1.2.1"},
        {"OHIF requestTransferSyntaxUID, stored so",
         "multipart/related; type=\"image/jpeg\"; transfer-syntax=\"1.2.840.10008.1.2.4.50\"; transfer-syntax=\"*\"",
         compressed_frame_offers(), "multipart/related of image/jpeg; transfer-syntax=1.2.840.10008.1.2.4.50"},
        {"OHIF requestTransferSyntaxUID, stored otherwise",
         "multipart/related; type=\"image/jpeg\"; transfer-syntax=\"1.2.840.10008.1.2.4.50\"; transfer-syntax=\"*\"",
         native_frame_offers(), "multipart/related of application/octet-stream; transfer-syntax=1.2.840.10008.1.2.1"},
        {"OHIF .51", "multipart/related; type=\"image/dicom+jpeg\"; transfer-syntax=\"*\"", compressed_frame_offers(),
         "multipart/related of image/dicom+jpeg; transfer-syntax=1.2.840.10008.1.2.4.50"},
        {"cornerstone", "multipart/related; type=application/octet-stream; transfer-syntax=*",
         compressed_frame_offers(),
         "multipart/related of application/octet-stream; transfer-syntax=1.2.840.10008.1.2.4.50"},
        {"dicomweb-client (JS) frames, native", "multipart/related; type=\"application/octet-stream\"",
         native_frame_offers(), "multipart/related of application/octet-stream; transfer-syntax=1.2.840.10008.1.2.1"},
        {"octet-stream by itself is uncompressed (PS3.18 8.7.3)",
         "multipart/related; type=\"application/octet-stream\"", compressed_frame_offers(), "nothing"},
        {"dicomweb_client (Python) frames", "multipart/related; type=\"*/*\"", compressed_frame_offers(),
         "multipart/related of image/jpeg; transfer-syntax=1.2.840.10008.1.2.4.50"},
        {"microscopy viewer", "*/*", compressed_frame_offers(), "image/jpeg; transfer-syntax=1.2.840.10008.1.2.4.50"},
        {"one frame as bytes", "application/octet-stream", native_frame_offers(),
         "application/octet-stream; transfer-syntax=1.2.840.10008.1.2.1"},
        {"dicomweb-client (JS), several joined",
         "multipart/related; type=\"image/jls\"; transfer-syntax=1.2.840.10008.1.2.4.80, multipart/related; "
         "type=\"image/jpeg\"; transfer-syntax=1.2.840.10008.1.2.4.50",
         compressed_frame_offers(), "multipart/related of image/jpeg; transfer-syntax=1.2.840.10008.1.2.4.50"},
        {"another syntax is demanded",
         "multipart/related; type=\"application/octet-stream\"; transfer-syntax=1.2.840.10008.1.2.1",
         compressed_frame_offers(), "nothing"},
        {"any image", "multipart/related; type=\"image/*\"", compressed_frame_offers(),
         "multipart/related of image/jpeg; transfer-syntax=1.2.840.10008.1.2.4.50"},

        {"dicomweb-client (JS) instance", "multipart/related; type=\"application/dicom\"", instance_offers(),
         "multipart/related of application/dicom; transfer-syntax=1.2.840.10008.1.2.4.70"},
        {"Weasis instances", "multipart/related;type=\"application/dicom\";transfer-syntax=*", instance_offers(),
         "multipart/related of application/dicom; transfer-syntax=1.2.840.10008.1.2.4.70"},
        {"dicomweb_client (Python), two alternatives",
         "multipart/related; type=\"application/dicom\"; transfer-syntax=1.2.840.10008.1.2.1, multipart/related; "
         "type=\"application/dicom\"; transfer-syntax=*",
         instance_offers(), "multipart/related of application/dicom; transfer-syntax=1.2.840.10008.1.2.4.70"},
        {"one instance", "application/dicom", instance_offers(),
         "application/dicom; transfer-syntax=1.2.840.10008.1.2.4.70"},
        {"curl for an instance", "*/*", instance_offers(), "application/dicom; transfer-syntax=1.2.840.10008.1.2.4.70"},
        {"a transcoding that is not offered", "application/dicom; transfer-syntax=1.2.840.10008.1.2.1",
         instance_offers(), "nothing"},

        {"an <img> element", "image/avif,image/webp,image/apng,image/svg+xml,image/*,*/*;q=0.8", rendered_offers(),
         "image/jpeg"},
        {"dicomweb-client (JS) rendered", "image/jpeg, image/png", rendered_offers(), "image/jpeg"},
        {"the first named wins", "image/png, image/jpeg", rendered_offers(), "image/png"},
        {"Java's URLConnection", "text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2", rendered_offers(),
         "image/jpeg"},
        {"what cannot be read is no reason to refuse", ";;;,,\"", rendered_offers(), "image/jpeg"},
    };
    for (auto const& row : rows) {
        CAPTURE(row.who);
        CHECK(negotiated(row.accept, row.offers) == row.expected);
    }
}

TEST_CASE("Accept is ordered by quality, then as the client wrote it (RFC 9110 12.4.2)") {
    auto const ranges = parse_accept("a/b;q=0.1, c/d, e/f;q=0.5, g/h;q=1.000, i/j;q=0.55");
    std::vector<std::string> order;
    for (auto const& range : ranges) order.push_back(range.essence);
    CHECK(order == std::vector<std::string>{"c/d", "g/h", "i/j", "e/f", "a/b"});
    CHECK(ranges[2].quality == 550);
}

TEST_CASE("Accept keeps every transfer-syntax, quoted or not, and forgives case and spaces (PS3.18 8.7.3.5)") {
    auto const ranges = parse_accept(
        "Multipart/Related ; TYPE=\"Application/Octet-Stream\" ; Transfer-Syntax=1.2 ;transfer-syntax=\"*\"");
    REQUIRE(ranges.size() == 1);
    CHECK(ranges[0] == AcceptedRange{"multipart/related", "application/octet-stream", {"1.2", "*"}, 1000});
}

TEST_CASE("the accept query parameter wins over the header (PS3.18 8.3.3.1)") {
    http::Request request;
    request.fields.add("Accept", "multipart/related; type=\"application/octet-stream\"");
    request.query = {{"accept", "image/png"}};
    auto const ranges = accepted_ranges(request);
    REQUIRE(ranges.size() == 1);
    CHECK(ranges[0].essence == "image/png");

    request.query = {{"accept", "nonsense"}};
    CHECK(accepted_ranges(request)[0].essence == "multipart/related");
}

TEST_CASE("the Accept field decides when the parameter has nothing that can be had (PS3.18 8.7.8.1)") {
    struct Row {
        char const* parameter;
        char const* field;  // nullptr: none
        char const* expected;
    };
    for (auto const& row : {Row{"image/png", "image/jpeg", "image/png"}, Row{"image/tiff", "image/png", "image/png"},
                            Row{"image/tiff", "*/*", "image/jpeg"}, Row{"image/tiff", nullptr, "nothing"},
                            Row{"image/tiff", "text/html", "nothing"}, Row{"nonsense", "image/png", "image/png"},
                            Row{"", nullptr, "image/jpeg"}, Row{"image/tiff, image/png", nullptr, "image/png"}}) {
        CAPTURE(row.parameter);
        http::Request request;
        request.query = {{"accept", row.parameter}};
        if (row.field) request.fields.add("Accept", row.field);
        auto const offers = rendered_offers();
        auto const chosen = negotiate(request, offers);
        CHECK((chosen ? offers[*chosen].essence : "nothing") == row.expected);
    }
}

TEST_CASE("what is stored is preferred unless the client wants more of what can be made (RFC 9110 12.4.2)") {
    Alternatives const alternatives{
        {{"image/jpeg", {}, jpeg_baseline}, {"application/octet-stream", {}, jpeg_baseline, true}}, [] {
            return Result<std::vector<Offer>>{{{"application/octet-stream", {}, explicit_little},
                                               {"image/jls", {}, "1.2.840.10008.1.2.4.80"},
                                               {"image/x-jls", {}, "1.2.840.10008.1.2.4.80", false, true}}};
        }};
    struct Row {
        char const* accept;
        char const* expected;
    };
    for (auto const& row :
         {Row{"", "image/jpeg; transfer-syntax=1.2.840.10008.1.2.4.50"},
          Row{"*/*", "image/jpeg; transfer-syntax=1.2.840.10008.1.2.4.50"},
          Row{"image/jls, image/jpeg", "image/jpeg; transfer-syntax=1.2.840.10008.1.2.4.50"},
          Row{"image/jls, image/jpeg;q=0.5", "image/jls; transfer-syntax=1.2.840.10008.1.2.4.80"},
          Row{"image/x-jls", "image/x-jls; transfer-syntax=1.2.840.10008.1.2.4.80"},
          Row{"application/octet-stream", "application/octet-stream; transfer-syntax=1.2.840.10008.1.2.1"},
          Row{"application/octet-stream; transfer-syntax=*",
              "application/octet-stream; transfer-syntax=1.2.840.10008.1.2.4.50"},
          Row{"image/png", "nothing"},
          Row{"image/jpeg;q=0, image/jls;q=0.1", "image/jls; transfer-syntax=1.2.840.10008.1.2.4.80"}}) {
        CAPTURE(row.accept);
        auto const ranges = parse_accept(row.accept);
        auto const offer = prefer_stored(ranges, alternatives);
        CHECK((offer ? offer->payload_type() : "nothing") == row.expected);
    }
    auto const refused = prefer_stored(parse_accept("image/png"), alternatives);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::not_acceptable);
    CHECK(refused.error().detail.find("image/jls") != std::string::npos);
    CHECK(refused.error().detail.find("x-jls") == std::string::npos);
}

TEST_CASE("several Accept fields are one list (RFC 9110 5.3)") {
    http::Request request;
    request.fields.add("Accept", "image/png;q=0.5");
    request.fields.add("accept", "image/jpeg");
    CHECK(accepted_ranges(request).size() == 2);
}

TEST_CASE("a refusal names what can be had") {
    auto const error = not_acceptable(instance_offers());
    CHECK(error.code == ErrorCode::not_acceptable);
    CHECK(error.detail ==
          "available: application/dicom; transfer-syntax=1.2.840.10008.1.2.4.70, multipart/related; "
          "type=\"application/dicom\"; transfer-syntax=1.2.840.10008.1.2.4.70");
}

}  // namespace cassette::dicomweb
