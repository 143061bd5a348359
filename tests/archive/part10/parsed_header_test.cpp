#include "archive/part10/parsed_header.h"

#include "archive/part10/json_value.h"
#include "tests/support/dataset_builder.h"
#include "tests/support/scanned_whole.h"

#include <dcmtk/dcmdata/dcelem.h>
#include <doctest/doctest.h>

namespace cassette {

namespace {

using namespace std::string_view_literals;
using testing::DatasetBuilder;
using testing::Encoding;
using testing::small_image;

std::unique_ptr<DcmDataset> parsed(DatasetBuilder const& built, ElementEncoding encoding = {}) {
    auto const scanned = testing::scan_dataset(built.dataset(), encoding);
    REQUIRE(scanned);
    auto dataset = parse_header(*scanned);
    REQUIRE(dataset);
    return std::move(*dataset);
}

std::string raw(DatasetBuilder const& built, Tag tag) {
    auto const dataset = parsed(built);
    DcmElement* element = nullptr;
    REQUIRE(dataset->findAndGetElement({tag.group, tag.element}, element).good());
    return raw_text(*element);
}

}  // namespace

TEST_CASE("DCMTK reads the normalised header in either byte order (PS3.5 7.3)") {
    for (auto const encoding : {Encoding::explicit_little_endian, Encoding::explicit_big_endian}) {
        bool const big = encoding == Encoding::explicit_big_endian;
        auto const dataset = parsed(small_image({}, encoding), {true, big ? ByteOrder::big : ByteOrder::little});
        CHECK(number_of(*dataset, {0x0028, 0x0100}, 0) == 16);
        CHECK(number_of(*dataset, {0x0028, 0x0010}, 0) == 2);
    }
}

TEST_CASE("text comes as it was written, with all values; only padding at the end may be gone (PS3.5 6.2)") {
    CHECK(without_padding(raw(small_image().text({0x0010, 0x1000}, "LO", " A \\B  "), {0x0010, 0x1000})) == " A \\B");
    CHECK((without_padding(raw(small_image().bytes({0x0010, 0x4000}, "LT", "a\0b "sv), {0x0010, 0x4000})) == "a\0b"sv));
    CHECK(raw(small_image(), {0x0028, 0x0010}) == "");  // US is no text
}

TEST_CASE("a number is the first value, in decimal, and the fallback where there is none") {
    auto const number = [](std::string_view text) {
        auto const dataset = parsed(small_image().text({0x0028, 0x0008}, "IS", text));
        return number_of(*dataset, {0x0028, 0x0008}, 77);
    };
    CHECK(number("12") == 12);
    CHECK(number(" +12 ") == 12);
    CHECK(number("3\\4") == 3);
    CHECK(number("") == 77);
    CHECK(number("-3") == 77);
    CHECK(number("x") == 77);
    CHECK(number("99999999999999999999999") == 77);
    CHECK(number_of(*parsed(small_image()), {0x0028, 0x0009}, 77) == 77);
}

TEST_CASE("what DCMTK cannot read all the same is malformed") {
    ScannedDataset scanned;
    scanned.header = std::string{"\x10\0\x20\0LO\xFF\x0F", 8};  // announces more than there is
    auto const refused = parse_header(scanned);
    if (!refused) CHECK(refused.error().code == ErrorCode::malformed);
}

}  // namespace cassette
