#include "dicomweb/frame_representation.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace cassette::dicomweb {

namespace {

InstanceLocation stored_in(std::string const& transfer_syntax) {
    return {*StudyInstanceUID::parse("1.2"), *SeriesInstanceUID::parse("1.3"),           *SOPInstanceUID::parse("1.4"),
            *SOPClassUID::parse("1.5"),      *TransferSyntaxUID::parse(transfer_syntax), Digest{{}}};
}

InstanceLayout layout_with(PixelEncoding encoding) {
    InstanceLayout layout;
    layout.pixels.encoding = encoding;
    return layout;
}

std::string offered(std::string const& transfer_syntax, PixelEncoding encoding, std::string_view accept) {
    auto layout = layout_with(encoding);
    layout.big_endian = transfer_syntax == "1.2.840.10008.1.2.2";
    auto const location = stored_in(transfer_syntax);
    auto const offers = stored_frame_offers({location, layout}, Packaging::single_too);
    auto const chosen = negotiate(parse_accept(accept), offers);
    return chosen ? offers[*chosen].payload_type() : "nothing";
}

using Numbers = std::vector<std::uint32_t>;

}  // namespace

TEST_CASE("frame lists are numbers and ranges in the order given (PS3.18 10.4.1.1.6)") {
    CHECK(*parse_frame_list("1", 10) == Numbers{1});
    CHECK(*parse_frame_list("3,1,2", 10) == Numbers{3, 1, 2});
    CHECK(*parse_frame_list("1,3,7-9", 10) == Numbers{1, 3, 7, 8, 9});
    CHECK(*parse_frame_list("10-10", 10) == Numbers{10});
    CHECK(parse_frame_list("4294967295", UINT32_MAX)->size() == 1);
}

TEST_CASE("frames beyond the last are not found, and what is no list is malformed") {
    for (char const* text : {"11", "1,11", "9-11"})
        CHECK(parse_frame_list(text, 10).error().code == ErrorCode::not_found);
    CHECK(parse_frame_list("1", 0).error().code == ErrorCode::not_found);
    for (char const* text :
         {"", "0", "-1", "1-", "2-1", "1,,2", "1,", "a", "1.5", "+1", " 1", "99999999999", "1-2-3"}) {
        CAPTURE(text);
        auto const frames = parse_frame_list(text, 10);
        REQUIRE_FALSE(frames);
        CHECK(frames.error().code == ErrorCode::malformed);
    }
    CHECK(parse_frame_list("1-4000000000", 4'000'000'000).error().code == ErrorCode::malformed);
}

TEST_CASE("native little endian frames are Explicit VR Little Endian to those who ask (PS3.18 8.7.3)") {
    for (char const* stored : {"1.2.840.10008.1.2", "1.2.840.10008.1.2.1", "1.2.840.10008.1.2.1.99"}) {
        CAPTURE(stored);
        CHECK(offered(stored, PixelEncoding::native, "multipart/related; type=\"application/octet-stream\"") ==
              "application/octet-stream; transfer-syntax=1.2.840.10008.1.2.1");
        auto const named = "application/octet-stream; transfer-syntax=" + std::string{stored};
        CHECK(offered(stored, PixelEncoding::native, named) == named);
    }
}

TEST_CASE("big endian frames say so") {
    CHECK(offered("1.2.840.10008.1.2.2", PixelEncoding::native, "*/*") ==
          "application/octet-stream; transfer-syntax=1.2.840.10008.1.2.2");
    CHECK(offered("1.2.840.10008.1.2.2", PixelEncoding::native,
                  "application/octet-stream; transfer-syntax=1.2.840.10008.1.2.1") == "nothing");
}

TEST_CASE("compressed frames are of their image type, in every spelling (PS3.18 Table 8.7.3-5)") {
    struct Row {
        char const* transfer_syntax;
        char const* asked;
    };
    for (auto const& [syntax, asked] :
         {Row{"1.2.840.10008.1.2.4.50", "image/jpeg"}, Row{"1.2.840.10008.1.2.4.51", "image/dicom+jpeg"},
          Row{"1.2.840.10008.1.2.4.70", "image/jpeg"}, Row{"1.2.840.10008.1.2.4.70", "image/jll"},
          Row{"1.2.840.10008.1.2.4.80", "image/jls"}, Row{"1.2.840.10008.1.2.4.81", "image/x-jls"},
          Row{"1.2.840.10008.1.2.4.90", "image/jp2"}, Row{"1.2.840.10008.1.2.4.93", "image/jpx"},
          Row{"1.2.840.10008.1.2.5", "image/dicom-rle"}, Row{"1.2.840.10008.1.2.5", "image/x-dicom-rle"},
          Row{"1.2.840.10008.1.2.4.201", "image/jphc"}, Row{"1.2.840.10008.1.2.4.201", "image/jhc"}}) {
        CAPTURE(syntax);
        CAPTURE(asked);
        auto const accept = "multipart/related; type=\"" + std::string{asked} + "\"; transfer-syntax=" + syntax;
        CHECK(offered(syntax, PixelEncoding::encapsulated, accept) ==
              std::string{asked} + "; transfer-syntax=" + syntax);
        CHECK(offered(syntax, PixelEncoding::encapsulated,
                      "multipart/related; type=application/octet-stream; transfer-syntax=*") ==
              "application/octet-stream; transfer-syntax=" + std::string{syntax});
        CHECK(offered(syntax, PixelEncoding::encapsulated, "application/octet-stream") == "nothing");
    }
}

TEST_CASE("only native little endian frames are the same in several transfer syntaxes (PS3.5 8.1.1)") {
    struct Row {
        char const* stored;
        PixelEncoding encoding;
        char const* asked;
        bool same;
    };
    for (auto const& row : {Row{"1.2.840.10008.1.2", PixelEncoding::native, "1.2.840.10008.1.2.1", true},
                            Row{"1.2.840.10008.1.2.1.99", PixelEncoding::native, "1.2.840.10008.1.2", true},
                            Row{"1.2.840.10008.1.2.2", PixelEncoding::native, "1.2.840.10008.1.2.1", false},
                            Row{"1.2.840.10008.1.2.2", PixelEncoding::native, "1.2.840.10008.1.2.2", true},
                            Row{"1.2.840.10008.1.2.5", PixelEncoding::encapsulated, "1.2.840.10008.1.2.1", false},
                            Row{"1.2.840.10008.1.2.5", PixelEncoding::encapsulated, "1.2.840.10008.1.2.5", true}}) {
        CAPTURE(row.stored);
        CAPTURE(row.asked);
        auto layout = layout_with(row.encoding);
        layout.big_endian = std::string{row.stored} == "1.2.840.10008.1.2.2";
        auto const location = stored_in(row.stored);
        CHECK(is_stored_form({location, layout}, row.asked) == row.same);
    }
}

TEST_CASE("frames that are not there are not counted") {
    auto native = layout_with(PixelEncoding::native);
    native.pixels.frames = 10;
    native.pixels.frame_bits = 800;
    native.pixels.value.length = 450;
    CHECK(available_frames(native) == 4);
    native.pixels.value.length = 5000;
    CHECK(available_frames(native) == 10);
    auto encapsulated = layout_with(PixelEncoding::encapsulated);
    encapsulated.pixels.frames = 10;
    encapsulated.pixels.fragments_of_frame = {1, 1, 2};
    CHECK(available_frames(encapsulated) == 3);
    CHECK(available_frames(layout_with(PixelEncoding::none)) == 0);
    auto const video = stored_in("1.2.840.10008.1.2.4.102");
    CHECK(is_video({video, encapsulated}));
    auto const image = stored_in("1.2.840.10008.1.2.4.90");
    CHECK_FALSE(is_video({image, encapsulated}));
}

TEST_CASE("a transfer syntax that nobody knows leaves as bytes with its name") {
    CHECK(offered("1.2.3.4.5", PixelEncoding::encapsulated, "*/*") ==
          "application/octet-stream; transfer-syntax=1.2.3.4.5");
}

}  // namespace cassette::dicomweb
