#include "archive/pixels/transcode/transcoded_header.h"

#include "storage/sha256.h"

#include <dcmtk/dcmdata/dcdeftag.h>
#include <doctest/doctest.h>

#include <initializer_list>
#include <string>

namespace cassette {

namespace {

Digest digest_of(std::string_view text) { return sha256(std::as_bytes(std::span{text})); }

std::string text_of(DcmItem& item, DcmTagKey const& key) {
    OFString text;
    (void)item.findAndGetOFStringArray(key, text);
    return text.c_str();
}

}  // namespace

TEST_CASE("a derived instance has the same UID each time, and another for other bytes or another coding (PS3.5 B.2)") {
    auto const uid = derived_instance_uid(digest_of("a"), "1.2.3");
    CHECK(uid.str().starts_with("2.25."));
    CHECK(uid == derived_instance_uid(digest_of("a"), "1.2.3"));
    CHECK(uid != derived_instance_uid(digest_of("b"), "1.2.3"));
    CHECK(uid != derived_instance_uid(digest_of("a"), "1.2.4"));
    CHECK(is_valid_uid(uid.str()));
}

TEST_CASE("a header is split at the pixel data, which go with their offset tables (PS3.5 7.1)") {
    auto header = std::make_unique<DcmDataset>();
    for (auto const& key : {DCM_PatientID, DCM_TextValue}) REQUIRE(header->putAndInsertString(key, "1").good());
    for (Uint16 const element : std::initializer_list<Uint16>{0x0001, 0x0002, 0x0008, 0x0009, 0x0010})
        REQUIRE(header->insertEmptyElement(DcmTag{0x7FE0, element, EVR_OB}).good());
    REQUIRE(header->insertEmptyElement(DcmTag{DCM_DataSetTrailingPadding, EVR_OB}).good());
    auto const split = split_at_pixel_data(std::move(header));
    CHECK(split.before->card() == 2);
    CHECK(split.after->card() == 1);
    CHECK(split.after->tagExists(DCM_DataSetTrailingPadding));
}

TEST_CASE(
    "lossy codings are admitted, reversible ones and those that may be are left as they say (PS3.3 C.7.6.1.1.5)") {
    for (auto const& [syntax, value] :
         {std::pair{"1.2.840.10008.1.2.4.50", "01"}, std::pair{"1.2.840.10008.1.2.4.81", "01"},
          std::pair{"1.2.840.10008.1.2.4.70", ""}, std::pair{"1.2.840.10008.1.2.4.91", ""}}) {
        DcmDataset header;
        CHECK(admit_stored_loss(header, syntax));
        CHECK(text_of(header, DCM_LossyImageCompression) == value);
    }
}

TEST_CASE("the bits of decoded pixels are told, and nothing of those that are floats (PS3.3 C.7.6.3)") {
    DcmDataset header;
    PixelDescription description{.rows = 1, .columns = 1, .bits_allocated = 16, .bits_stored = 10, .shift = 2};
    CHECK(describe_pixels_in("1.2.840.10008.1.2.1", header, description));
    Uint16 high = 0;
    REQUIRE(header.findAndGetUint16(DCM_HighBit, high).good());
    CHECK(high == 11);
    CHECK_FALSE(header.tagExists(DCM_PlanarConfiguration));
    DcmDataset floats;
    description.kind = SampleKind::float32;
    CHECK(describe_pixels_in("1.2.840.10008.1.2.1", floats, description));
    CHECK(floats.card() == 0);
}

}  // namespace cassette
