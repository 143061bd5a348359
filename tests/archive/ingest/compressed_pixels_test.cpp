#include "archive/ingest/compressed_pixels.h"

#include "archive/part10/json_dataset.h"
#include "archive/pixels/jpeg_encoder.h"
#include "storage/memory_blob_store.h"

#include <boost/json/serialize.hpp>
#include <doctest/doctest.h>

#include <string>

namespace cassette {

namespace {

struct Frame {
    std::string media_type;
    std::string transfer_syntax;
    std::string bytes;
};

std::string baseline() { return *encode_jpeg({5, 4, 1, std::vector<std::uint8_t>(20, 9)}, 90); }

class Frames {
public:
    explicit Frames(std::vector<Frame> const& frames) {
        for (auto const& frame : frames) {
            REQUIRE(parts_.begin("pixels", frame.media_type, frame.transfer_syntax));
            REQUIRE(parts_.append(std::as_bytes(std::span{frame.bytes})));
        }
    }
    Result<CompressedPixels> pixels(std::string const& hint = {}) {
        return compressed_pixels(parts_.named("pixels"), parts_, hint);
    }
    BulkParts const& parts() const { return parts_; }

private:
    std::unique_ptr<BlobStore> blobs_ = make_memory_blob_store();
    BulkParts parts_{*blobs_};
};

struct Row {
    Frame frame;
    std::string hint;
    std::string_view transfer_syntax;
};

}  // namespace

TEST_CASE("the transfer syntax is what is named, hinted at, found, or the media type's own (PS3.18 Table 8.7.3-5)") {
    Row const rows[] = {
        {{"image/jpeg", "1.2.840.10008.1.2.4.57", baseline()}, "", "1.2.840.10008.1.2.4.57"},
        {{"image/jpeg", "", baseline()}, "", "1.2.840.10008.1.2.4.50"},
        {{"image/jpeg", "*", baseline()}, "", "1.2.840.10008.1.2.4.50"},
        {{"image/jpeg", "", "unreadable"}, "", "1.2.840.10008.1.2.4.70"},
        {{"image/jpeg", "", "unreadable"}, "1.2.840.10008.1.2.4.51", "1.2.840.10008.1.2.4.51"},
        {{"image/jpeg", "", baseline()}, "1.2.840.10008.1.2.4.90", "1.2.840.10008.1.2.4.50"},
        {{"image/jpeg", "1.2.840.10008.1.2.1", baseline()}, "", "1.2.840.10008.1.2.4.50"},
        {{"image/dicom-rle", "", "rle"}, "", "1.2.840.10008.1.2.5"},
        {{"image/jls", "", "jls"}, "", "1.2.840.10008.1.2.4.80"},
        {{"image/jp2", "", "jp2"}, "", "1.2.840.10008.1.2.4.90"},
        {{"image/jphc", "", "jphc"}, "", "1.2.840.10008.1.2.4.201"},
        {{"video/mp4", "", "mp4"}, "1.2.840.10008.1.2.4.103", "1.2.840.10008.1.2.4.103"},
        {{"video/mp4", "", "mp4"}, "", "1.2.840.10008.1.2.4.102"},
        {{"video/mpeg", "", "mpeg"}, "", "1.2.840.10008.1.2.4.100"},
        {{"image/x-of-tomorrow", "1.2.840.10008.1.2.4.999", "new"}, "", "1.2.840.10008.1.2.4.999"},
    };
    for (auto const& row : rows) {
        CAPTURE(row.frame.media_type);
        CAPTURE(row.frame.transfer_syntax);
        CAPTURE(row.hint);
        auto const pixels = Frames{{row.frame}}.pixels(row.hint);
        REQUIRE(pixels);
        CHECK(pixels->transfer_syntax == row.transfer_syntax);
        CHECK(pixels->fragments.size() == 1);
    }
}

TEST_CASE("pixels in a coding that no transfer syntax has are refused, and so are mixed ones") {
    CHECK(Frames{{{"image/png", "", "png"}}}.pixels().error().code == ErrorCode::unsupported_media_type);
    CHECK(Frames{{{"image/jls", "", "a"}, {"image/dicom-rle", "", "b"}}}.pixels().error().code == ErrorCode::malformed);
}

TEST_CASE("a missing image description is read from the frames; what is there stays (PS3.18 10.5.2)") {
    Frames frames{{{"image/jpeg", "", baseline()}, {"image/jpeg", "", baseline()}}};
    auto const pixels = frames.pixels();
    REQUIRE(pixels);
    boost::json::object metadata;
    metadata["00280101"] = boost::json::object{{"vr", "US"}, {"Value", {7}}};
    REQUIRE(complete_image_description(metadata, *pixels, frames.parts()));
    CHECK(boost::json::serialize(metadata) ==
          R"({"00280101":{"vr":"US","Value":[7]},"00280002":{"vr":"US","Value":[1]},)"
          R"("00280004":{"vr":"CS","Value":["MONOCHROME2"]},"00280010":{"vr":"US","Value":[4]},)"
          R"("00280011":{"vr":"US","Value":[5]},"00280100":{"vr":"US","Value":[8]},)"
          R"("00280102":{"vr":"US","Value":[7]},"00280103":{"vr":"US","Value":[0]},)"
          R"("00280008":{"vr":"IS","Value":[2]},"00282110":{"vr":"CS","Value":["01"]}})");
}

}  // namespace cassette
