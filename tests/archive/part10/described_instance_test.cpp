#include "archive/part10/described_instance.h"

#include "archive/part10/deflated_text.h"
#include "tests/support/dataset_builder.h"
#include "tests/support/scanned_whole.h"

#include <doctest/doctest.h>

namespace cassette {

namespace {

using namespace std::string_view_literals;
using testing::Encoding;
using testing::scan_part10;
using testing::small_image;
using Warnings = std::vector<StoreWarning>;

Result<DescribedInstance> describe_file(std::string_view file) {
    auto const scanned = scan_part10(file);
    REQUIRE(scanned);
    return describe_instance(*scanned, {});
}

Warnings warnings_of(std::string_view file) {
    auto const described = describe_file(file);
    REQUIRE(described);
    return described->warnings;
}

}  // namespace

TEST_CASE("a sound image is described without a warning (PS3.3 A.3)") {
    auto const described = describe_file(small_image().part10());
    REQUIRE(described);
    CHECK(described->warnings.empty());
    CHECK(described->study.str() == "1.2.3");
    CHECK(described->series.str() == "1.2.3.1");
    CHECK(described->instance.str() == "1.2.3.1.1");
    CHECK(described->sop_class.str() == testing::ct_image_storage);
    CHECK(described->transfer_syntax.str() == "1.2.840.10008.1.2.1");
    CHECK(described->layout.pixels.frames == 1);
    CHECK(described->layout.pixels.frame_bits == 64);
    auto const uri = "/dicom-web/studies/1.2.3/series/1.2.3.1/instances/1.2.3.1.1/bulkdata/7FE00010";
    CHECK(described->metadata.find(uri) != std::string::npos);
}

TEST_CASE("each untidiness has its warning, and no other") {
    struct Sample {
        StoreWarning warning;
        std::string file;
    };
    using enum StoreWarning;
    auto const sound = small_image().part10();
    auto const jpeg = testing::encapsulated("", {"\xFF\xD8xx"sv});
    auto const open_ended = small_image().element({0x7FE0, 0x0010}, jpeg.substr(0, jpeg.size() - 8));
    auto renamed = small_image();
    auto other_meta = renamed.part10();
    other_meta.replace(other_meta.find("1.2.3.1.1"), 9, "1.2.3.1.9");
    for (auto const& [warning, file] : {
             Sample{no_preamble, sound.substr(128)},
             Sample{no_file_meta, small_image().dataset()},
             Sample{file_meta_disagrees, other_meta},
             Sample{file_meta_disagrees,
                    small_image({}, Encoding::implicit_little_endian).part10("1.2.840.10008.1.2.1")},
             Sample{odd_length, small_image().bytes({0x0010, 0x4000}, "LT", "odd").part10()},
             Sample{unknown_vr,
                    small_image().element({0x0010, 0x4000}, std::string{"\x10\0\0\x40ZZ\0\0\2\0\0\0ab", 14}).part10()},
             Sample{unknown_transfer_syntax, small_image().part10("1.2.3.4")},
             Sample{missing_type_2, small_image().without({0x0008, 0x0050}).part10()},
             Sample{character_set, small_image({.patient_name = "M\xFCller"}).part10()},
             Sample{trailing_bytes, sound + std::string(16, '\0')},
             Sample{unterminated, open_ended.part10(testing::jpeg_baseline)},
             Sample{stray_item,
                    small_image().element({0x0041, 0}, std::string{"\xFE\xFF\x0D\xE0\0\0\0\0", 8}).part10()},
             Sample{derived_uid, small_image().without({0x0020, 0x000E}).part10()},
             Sample{unconventional_uid, small_image({.study = "1.02.3"}).part10()},
             Sample{pixel_data, small_image().number({0x0028, 0x0010}, 3).part10()},
             Sample{not_searchable, small_image().text({0x0020, 0x0013}, "IS", "first ").part10()},
         }) {
        CAPTURE(describe(warning));
        CHECK(warnings_of(file) == Warnings{warning});
    }
}

TEST_CASE("frame sizes that cannot be are no sizes") {
    auto huge = small_image().number({0x0028, 0x0010}, 65535).number({0x0028, 0x0011}, 65535);
    huge.number({0x0028, 0x0002}, 65535).number({0x0028, 0x0100}, 65535).text({0x0028, 0x0008}, "IS", "2147483647");
    auto const described = describe_file(huge.part10());
    REQUIRE(described);
    CHECK(described->warnings == Warnings{StoreWarning::pixel_data});
    CHECK_FALSE(frame_ranges(described->layout, 1));
    CHECK_FALSE(frame_ranges(described->layout, 2147483647));
    for (std::string const frames : {"-1", "0", "many", "99999999999999999999"}) {
        CAPTURE(frames);
        auto const odd = describe_file(small_image().text({0x0028, 0x0008}, "IS", frames).part10());
        REQUIRE(odd);
        CHECK(odd->layout.pixels.frames >= 1);
    }
}

TEST_CASE("native YBR_FULL_422 has two samples a pixel (PS3.3 C.7.6.3.1.2)") {
    auto built = small_image()
                     .number({0x0028, 0x0002}, 3)
                     .number({0x0028, 0x0100}, 8)
                     .text({0x0028, 0x0004}, "CS", "YBR_FULL_422");
    CHECK(warnings_of(built.part10()).empty());  // 2 x 2 pixels in eight bytes
}

TEST_CASE("a derived study is told in the metadata too") {
    auto const described = describe_file(small_image().without({0x0020, 0x000D}).part10());
    REQUIRE(described);
    CHECK(described->study.str().starts_with("2.25."));
    CHECK(described->metadata.find("\"0020000D\":{\"vr\":\"UI\",\"Value\":[\"" + described->study.str()) !=
          std::string::npos);
}

TEST_CASE("without SOP Class or SOP Instance UID an instance is malformed") {
    for (auto const tag : {Tag{0x0008, 0x0016}, Tag{0x0008, 0x0018}}) {
        auto const described = describe_file(small_image().without(tag).part10());
        REQUIRE_FALSE(described);
        CHECK(described.error().code == ErrorCode::malformed);
    }
}

TEST_CASE("a record keeps what is derived and where it came from") {
    auto described = describe_file(small_image().part10());
    REQUIRE(described);
    auto const metadata = described->metadata;
    auto const layout = described->layout;
    Digest const digest{Digest::Bytes{1, 2, 3}};
    auto const record = record_of(std::move(*described), {digest, 1234, 5678, "MODALITY"}, {});
    CHECK(record.blob == digest);
    CHECK(record.size == 1234);
    CHECK(record.stored_at == 5678);
    CHECK(record.source == "MODALITY");
    CHECK(*inflate_text(record.metadata) == metadata);
    auto const decoded = decode_layout(record.layout);
    REQUIRE(decoded);
    CHECK((*decoded == layout));
    CHECK(record.values[attribute_at({0x0010, 0x0010})] == "Doe^Jane");
}

}  // namespace cassette
