#include "archive/deidentify/deidentified_part10.h"

#include "storage/memory_blob.h"
#include "tests/support/archive_on_disk.h"
#include "tests/support/dataset_builder.h"
#include "tests/support/scanned_whole.h"

#include <doctest/doctest.h>

#include <string>

namespace cassette {

namespace {

using testing::DatasetBuilder;

constexpr std::string_view pixels = "\1\2\3\4\5\6\7\10";

ArchiveSettings settings() {
    ArchiveSettings with_key;
    with_key.pseudonym_key = "key";
    return with_key;
}

std::string read(DeidentifiedPart10 const& object) {
    std::string file;
    for (auto const& piece : object.pieces) {
        std::string bytes(static_cast<std::size_t>(piece.range.length), '\0');
        REQUIRE(piece.blob->read_at(piece.range.offset, std::as_writable_bytes(std::span{bytes})));
        file += bytes;
    }
    return file;
}

class Deidentification {
public:
    Result<DeidentifiedPart10> of(std::string const& file) {
        return deidentified_part10(disk_.archive(), std::make_shared<MemoryBlob>(file));
    }
    Archive& archive() { return disk_.archive(); }

private:
    testing::ArchiveOnDisk disk_{settings()};
};

class Chunks final : public ByteStream {
public:
    explicit Chunks(std::string bytes) : bytes_{std::move(bytes)} {}
    std::optional<std::uint64_t> length() const override { return std::nullopt; }
    Result<std::optional<std::string>> next() override {
        if (bytes_.empty()) return std::optional<std::string>{};
        auto const taken = bytes_.substr(0, 100);
        bytes_.erase(0, taken.size());
        return std::optional{taken};
    }

private:
    std::string bytes_;
};

DatasetBuilder image(testing::Encoding encoding = testing::Encoding::explicit_little_endian) {
    return testing::small_image({.patient_name = "Secret^Name"}, encoding);
}

}  // namespace

TEST_CASE("an object is de-identified in its own transfer syntax, its pixels as they were (PS3.15 E.2)") {
    Deidentification deidentify;
    struct Row {
        std::string file;
        std::string_view transfer_syntax;
    };
    auto const compressed = image()
                                .element({0x7FE0, 0x0010}, testing::encapsulated("", {"frame one", "frame 2."}))
                                .part10(testing::rle_lossless);
    Row const rows[] = {
        {image().part10(), "1.2.840.10008.1.2.1"},
        {image(testing::Encoding::implicit_little_endian).part10(), "1.2.840.10008.1.2.1"},
        {image(testing::Encoding::explicit_big_endian).part10(), "1.2.840.10008.1.2.2"},
        {compressed, testing::rle_lossless},
    };
    for (auto const& row : rows) {
        CAPTURE(row.transfer_syntax);
        auto const object = deidentify.of(row.file);
        REQUIRE(object);
        CHECK(object->transfer_syntax == row.transfer_syntax);
        CHECK(object->pixel_text == PixelText::unknown);
        auto const file = read(*object);
        CHECK(file.find("Secret") == std::string::npos);
        CHECK(file.find("1.2.3.1.1") == std::string::npos);
        auto const scanned = testing::scan_part10(file);
        REQUIRE(scanned);
        CHECK(scanned->transfer_syntax == row.transfer_syntax);
        CHECK(scanned->meta.sop_instance == object->sop_instance);
        CHECK(scanned->dataset.pixels.encoding != PixelEncoding::none);
        bool const native = scanned->dataset.pixels.encoding == PixelEncoding::native;
        CHECK(file.find(native ? pixels.substr(0, 4) : "frame one") != std::string::npos);
        CHECK(scanned->dataset.pixels.fragments.size() == (native ? 0 : 2));
    }
}

TEST_CASE("a deflated object is given in Explicit VR Little Endian") {
    Deidentification deidentify;
    auto plain = image();
    auto const whole = plain.part10(testing::deflated_explicit);
    auto const dataset = plain.dataset();
    auto const file = whole.substr(0, whole.size() - dataset.size()) + testing::deflated(dataset);
    auto const object = deidentify.of(file);
    REQUIRE(object);
    CHECK(object->transfer_syntax == "1.2.840.10008.1.2.1");
    CHECK(read(*object).ends_with(pixels));
}

TEST_CASE("an object that is made as it is read comes out the same") {
    Deidentification deidentify;
    Chunks chunks{image().part10()};
    auto const streamed = deidentified_part10(deidentify.archive(), chunks);
    REQUIRE(streamed);
    CHECK(read(*streamed) == read(*deidentify.of(image().part10())));
}

TEST_CASE("pixels with text in them are not given away as anonymous (PS3.18 9.4.1.2.1)") {
    Deidentification deidentify;
    auto const burned = [&](std::string_view value) {
        return deidentify.of(image().text({0x0028, 0x0301}, "CS", value).part10());
    };
    CHECK(burned("YES").error().code == ErrorCode::not_acceptable);
    REQUIRE(burned("NO"));
    CHECK(burned("NO")->pixel_text == PixelText::none);
}

TEST_CASE("an object that cannot be read is not de-identified") {
    CHECK(Deidentification{}.of("not DICOM").error().code == ErrorCode::malformed);
}

}  // namespace cassette
