#include "dicomweb/entity_tag.h"

#include <doctest/doctest.h>

#include <vector>

namespace cassette::dicomweb {

namespace {

InstanceLocation stored(std::uint8_t digest) {
    Digest blob{{}};
    std::array<std::uint8_t, 32> bytes{};
    bytes.fill(digest);
    blob = Digest{bytes};
    return {*StudyInstanceUID::parse("1.2"),
            *SeriesInstanceUID::parse("1.3"),
            *SOPInstanceUID::parse("1.4"),
            *SOPClassUID::parse("1.5"),
            *TransferSyntaxUID::parse("1.2.840.10008.1.2.1"),
            blob};
}

}  // namespace

TEST_CASE("a weak tag tells sets, their order and forms apart (RFC 9110 8.8.3)") {
    std::vector const set{stored(1), stored(2)};
    auto const tag = weak_etag(set, "application/dicom");
    CHECK(tag.starts_with("W/\""));
    CHECK(tag.ends_with("\""));
    CHECK(tag == weak_etag(set, "application/dicom"));
    CHECK(tag != weak_etag(set, "application/zip"));
    CHECK(tag != weak_etag(std::vector{stored(2), stored(1)}, "application/dicom"));
    CHECK(tag != weak_etag(std::vector{stored(1)}, "application/dicom"));
}

TEST_CASE("a strong tag is the digest and the part (RFC 9110 8.8.3)") {
    CHECK(strong_etag(stored(0xAB)) == "\"" + stored(0xAB).blob.hex() + "\"");
    CHECK(strong_etag(stored(0xAB), "f1") == "\"" + stored(0xAB).blob.hex() + "-f1\"");
}

}  // namespace cassette::dicomweb
