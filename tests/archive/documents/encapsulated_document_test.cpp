#include "archive/documents/encapsulated_document.h"

#include "tests/support/dataset_builder.h"
#include "tests/support/single_instance_archive.h"

#include <doctest/doctest.h>

#include <string>

namespace cassette {

namespace {

constexpr std::string_view pdf_storage = "1.2.840.10008.5.1.4.1.1.104.1";

testing::DatasetBuilder pdf(std::string const& bytes) {
    auto builder = testing::small_image();
    builder.text({0x0008, 0x0016}, "UI", pdf_storage).without({0x7FE0, 0x0010});
    return builder.bytes({0x0042, 0x0011}, "OB", bytes);
}

std::string document_in(std::string const& part10) {
    auto const stored = testing::SingleInstanceArchive::holding(part10);
    REQUIRE(stored);
    auto const range = encapsulated_document((*stored)->archive(), local_operator(), (*stored)->location());
    REQUIRE_MESSAGE(range, range.error().detail);
    std::string bytes(static_cast<std::size_t>(range->range.length), '\0');
    REQUIRE(range->blob->read_at(range->range.offset, std::as_writable_bytes(std::span{bytes})));
    return bytes;
}

}  // namespace

TEST_CASE("a document is what the object encapsulates, short or long (PS3.3 C.24.2)") {
    CHECK(document_in(pdf("%PDF-1.7 short").part10()) == "%PDF-1.7 short");
    auto const large = "%PDF" + std::string(100'000, 'x');
    CHECK(document_in(pdf(large).part10()) == large);
    auto padded = pdf(std::string{"%PDF-"} + '\0');
    padded.element({0x0042, 0x0015}, std::string{"\x42\x00\x15\x00UL\x04\x00\x05\x00\x00\x00", 12});
    CHECK(document_in(padded.part10()) == "%PDF-");
}

TEST_CASE("an object without a document has none") {
    auto const stored = testing::SingleInstanceArchive::holding(testing::small_image().part10());
    REQUIRE(stored);
    auto const& archive = (*stored)->archive();
    CHECK(encapsulated_document(archive, local_operator(), (*stored)->location()).error().code ==
          ErrorCode::not_acceptable);
    CHECK(video_stream(archive, local_operator(), (*stored)->location()).error().code == ErrorCode::not_acceptable);
}

TEST_CASE("media types of documents and videos (PS3.18 8.7.4)") {
    CHECK(document_media_type(pdf_storage) == "application/pdf");
    CHECK(document_media_type("1.2.840.10008.5.1.4.1.1.104.2") == "text/xml");
    CHECK(document_media_type("1.2.840.10008.5.1.4.1.1.104.3") == "model/stl");
    CHECK(document_media_type("1.2.840.10008.5.1.4.1.1.2").empty());
    CHECK(video_media_type("1.2.840.10008.1.2.4.100") == "video/mpeg");
    CHECK(video_media_type("1.2.840.10008.1.2.4.102") == "video/mp4");
    CHECK(video_media_type("1.2.840.10008.1.2.4.107") == "video/H265");
    CHECK(video_media_type("1.2.840.10008.1.2.4.70").empty());
}

TEST_CASE("a video is its fragments one after another (PS3.5 8.2.5)") {
    auto builder = testing::small_image();
    builder.element({0x7FE0, 0x0010}, testing::encapsulated("", {"abcd", "efgh"}));
    auto const stored = testing::SingleInstanceArchive::holding(builder.part10("1.2.840.10008.1.2.4.102"));
    REQUIRE(stored);
    auto const stream = video_stream((*stored)->archive(), local_operator(), (*stored)->location());
    REQUIRE(stream);
    std::string bytes;
    for (auto const& range : *stream) {
        std::string piece(static_cast<std::size_t>(range.range.length), '\0');
        REQUIRE(range.blob->read_at(range.range.offset, std::as_writable_bytes(std::span{piece})));
        bytes += piece;
    }
    CHECK(bytes == "abcdefgh");
}

}  // namespace cassette
