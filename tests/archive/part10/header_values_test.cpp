#include "archive/part10/header_values.h"

#include "tests/support/dataset_builder.h"
#include "tests/support/scanned_whole.h"

#include <doctest/doctest.h>

namespace cassette {

namespace {

using namespace std::string_view_literals;
using testing::DatasetBuilder;
using testing::Encoding;
using testing::small_image;

constexpr Tag frames{0x0028, 0x0008};

std::uint64_t number(DatasetBuilder const& built, Tag tag, ElementEncoding encoding = {}) {
    auto const scanned = testing::scan_dataset(built.dataset(), encoding);
    REQUIRE(scanned);
    auto const view = HeaderView::of(*scanned);
    REQUIRE(view);
    return number_of(*view, tag, 77);
}

std::string character_set(DatasetBuilder const& built) {
    auto const scanned = testing::scan_dataset(built.dataset());
    REQUIRE(scanned);
    auto const view = HeaderView::of(*scanned);
    REQUIRE(view);
    return std::string{character_set_of(*view)};
}

}  // namespace

TEST_CASE("a number is the first value, in decimal, and the fallback where there is none") {
    auto const text = [](std::string_view value) { return number(small_image().text(frames, "IS", value), frames); };
    CHECK(text("12") == 12);
    CHECK(text(" +12 ") == 12);
    CHECK(text("3\\4") == 3);
    CHECK(text("") == 77);
    CHECK(text("-3") == 77);
    CHECK(text("x") == 77);
    CHECK(text("99999999999999999999999") == 77);
    CHECK(number(small_image(), {0x0028, 0x0009}) == 77);
}

TEST_CASE("a number may be binary, in either byte order") {
    CHECK(number(small_image(), {0x0028, 0x0100}) == 16);
    CHECK(number(small_image({}, Encoding::explicit_big_endian), {0x0028, 0x0100}, {true, ByteOrder::big}) == 16);
    CHECK(number(small_image().bytes(frames, "UL", "\1\0\1\0\2\0\0\0"sv), frames) == 65537);
    CHECK(number(small_image().bytes(frames, "SS", "\xFF\xFF"sv), frames) == 77);  // -1
    CHECK(number(small_image().bytes(frames, "UL", "\1\0"sv), frames) == 77);      // half of one
    CHECK(number(small_image().bytes(frames, "OB", "12"sv), frames) == 77);
}

TEST_CASE("of an element of a binary VR the first value, of any other none") {
    auto const first = [](std::string_view vr, std::string_view value, ByteOrder order = ByteOrder::little) {
        return first_number({frames, vr, value}, order);
    };
    CHECK(first("US", "\1\2\3\4") == "513");
    CHECK(first("US", "\1\2\3\4", ByteOrder::big) == "258");
    CHECK(first("US", "\1") == "");
    CHECK(first("US", "") == "");
    CHECK(first("LO", "12") == "");
}

TEST_CASE("the character set of a header, as it was written") {
    CHECK(character_set(small_image()) == "");
    CHECK(character_set(small_image().text({0x0008, 0x0005}, "CS", "ISO_IR 100 ")) == "ISO_IR 100");
    CHECK(character_set(small_image().text({0x0008, 0x0005}, "CS", "\\ISO 2022 IR 87")) == "\\ISO 2022 IR 87");
    CHECK(character_set(small_image().bytes({0x0008, 0x0005}, "OB", "ISO_IR 100"sv)) == "");
}

}  // namespace cassette
