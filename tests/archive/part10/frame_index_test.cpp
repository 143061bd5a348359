#include "archive/part10/frame_index.h"

#include "tests/support/dataset_builder.h"
#include "tests/support/scanned_whole.h"

#include <doctest/doctest.h>

namespace cassette {

namespace {

using namespace std::string_view_literals;
using Counts = std::vector<std::uint32_t>;

// Encapsulated Pixel Data of fragments that lie one behind the other, each with its header of eight bytes.
ScannedInstance encapsulated(std::vector<std::uint64_t> const& lengths) {
    ScannedInstance scanned;
    auto& pixels = scanned.dataset.pixels;
    pixels.encoding = PixelEncoding::encapsulated;
    std::uint64_t position = 1000;
    for (auto const length : lengths) {
        pixels.fragments.push_back({position + 8, length});
        scanned.dataset.fragment_starts_frame.push_back(false);
        position += 8 + length;
    }
    return scanned;
}

ScannedInstance native(std::uint64_t length) {
    ScannedInstance scanned;
    scanned.dataset.pixels.encoding = PixelEncoding::native;
    scanned.dataset.pixels.value = {500, length};
    return scanned;
}

}  // namespace

TEST_CASE("native frames are told by their size in bits (PS3.5 8.1.1)") {
    auto const whole = resolve_layout(native(24), 3, 64);
    CHECK(whole.pixels_fit);
    CHECK(whole.layout.pixels.frames == 3);
    CHECK(whole.layout.pixels.frame_bits == 64);
    CHECK(resolve_layout(native(10), 9, 8).pixels_fit);  // padded to an even length
    CHECK(resolve_layout(native(2), 3, 5).pixels_fit);   // 15 bits
    CHECK_FALSE(resolve_layout(native(23), 3, 64).pixels_fit);
    CHECK_FALSE(resolve_layout(native(26), 3, 64).pixels_fit);
    CHECK_FALSE(resolve_layout(native(24), 3, 0).pixels_fit);
}

TEST_CASE("without pixel data there are no frames, whatever Number of Frames says") {
    auto const resolved = resolve_layout({}, 7, 64);
    CHECK(resolved.pixels_fit);
    CHECK(resolved.layout.pixels.frames == 0);
}

TEST_CASE("the Basic Offset Table groups fragments into frames (PS3.5 A.4)") {
    auto scanned = encapsulated({10, 6, 4, 8});
    scanned.dataset.basic_offsets = {0, 32};  // behind headers and bytes of the first two fragments
    auto const resolved = resolve_layout(scanned, 2, 0);
    CHECK(resolved.pixels_fit);
    CHECK(resolved.layout.pixels.fragments_of_frame == Counts{2, 2});
}

TEST_CASE("the Extended Offset Table comes before the basic one (PS3.3 C.7.6.3.1.8)") {
    auto scanned = encapsulated({10, 6, 4});
    scanned.dataset.basic_offsets = {0, 18};
    scanned.dataset.extended_offsets = {0, 32};
    CHECK(resolve_layout(scanned, 2, 0).layout.pixels.fragments_of_frame == Counts{2, 1});
    scanned.dataset.extended_offsets = {0, 33};  // fits no fragment
    CHECK(resolve_layout(scanned, 2, 0).layout.pixels.fragments_of_frame == Counts{1, 2});
}

TEST_CASE("tables that do not fit are not believed") {
    for (std::vector<std::uint64_t> const& offsets : std::vector<std::vector<std::uint64_t>>{
             {0}, {0, 17}, {18, 36}, {18, 0}, {0, 0}, {0, 5'000'000'000}, {0, 18, 36}}) {
        auto scanned = encapsulated({10, 10});
        scanned.dataset.basic_offsets = offsets;
        auto const resolved = resolve_layout(scanned, 2, 0);
        CHECK(resolved.layout.pixels.fragments_of_frame == Counts{1, 1});
        CHECK(resolved.pixels_fit);
    }
}

TEST_CASE("without a table: one fragment a frame, one frame of all, or where images begin") {
    CHECK(resolve_layout(encapsulated({4, 4, 4}), 3, 0).layout.pixels.fragments_of_frame == Counts{1, 1, 1});
    CHECK(resolve_layout(encapsulated({4, 4, 4}), 1, 0).layout.pixels.fragments_of_frame == Counts{3});
    auto scanned = encapsulated({4, 4, 4});
    scanned.dataset.fragment_starts_frame = {true, false, true};
    auto const resolved = resolve_layout(scanned, 2, 0);
    CHECK(resolved.pixels_fit);
    CHECK(resolved.layout.pixels.fragments_of_frame == Counts{2, 1});
}

TEST_CASE("where description and stream disagree what is certain is served") {
    auto const too_few = resolve_layout(encapsulated({4, 4}), 5, 0);
    CHECK_FALSE(too_few.pixels_fit);
    CHECK(too_few.layout.pixels.fragments_of_frame == Counts{1, 1});
    auto const too_many = resolve_layout(encapsulated({4, 4, 4}), 2, 0);
    CHECK_FALSE(too_many.pixels_fit);
    CHECK(too_many.layout.pixels.fragments_of_frame == Counts{1, 1});
    auto const none = resolve_layout(encapsulated({}), 2'000'000'000, 0);
    CHECK_FALSE(none.pixels_fit);
    CHECK(none.layout.pixels.fragments_of_frame.empty());
}

TEST_CASE("a video is one bit stream, however its fragments are cut (PS3.5 8.2.5)") {
    for (auto const* const syntax : {"1.2.840.10008.1.2.4.100", "1.2.840.10008.1.2.4.102", "1.2.840.10008.1.2.4.107"}) {
        auto scanned = encapsulated({10, 6});
        scanned.transfer_syntax = syntax;
        CHECK(resolve_layout(scanned, 300, 0).pixels_fit);
        CHECK(resolve_layout(scanned, 300, 0).layout.pixels.frames == 300);
        auto without = encapsulated({});
        without.transfer_syntax = syntax;
        CHECK_FALSE(resolve_layout(without, 300, 0).pixels_fit);
    }
}

TEST_CASE("offsets become those of the file, or stay those of the inflated data set") {
    auto scanned = encapsulated({4});
    scanned.range = {300, 5000};
    scanned.dataset.bulk = {{"00420011", "OB", {20, 9}}};
    scanned.dataset.order = ByteOrder::big;
    auto const stored = resolve_layout(scanned, 1, 0).layout;
    CHECK(stored.big_endian);
    CHECK_FALSE(stored.deflated);
    CHECK(stored.dataset == ByteRange{300, 5000});
    CHECK(stored.pixels.fragments.front() == ByteRange{1308, 4});
    CHECK(stored.bulk.front().range == ByteRange{320, 9});
    scanned.deflated = true;
    auto const inflated = resolve_layout(scanned, 1, 0).layout;
    CHECK(inflated.deflated);
    CHECK(inflated.pixels.fragments.front() == ByteRange{1008, 4});
    CHECK(inflated.bulk.front().range == ByteRange{20, 9});
}

TEST_CASE("a scanned file's fragments are its own bytes") {
    auto built = testing::small_image().text({0x0028, 0x0008}, "IS", "2");
    auto const pixels = testing::encapsulated("\0\0\0\0\x0C\0\0\0"sv, {"abcd"sv, "ef"sv});
    auto const file = built.element({0x7FE0, 0x0010}, pixels).part10(testing::rle_lossless);
    auto const scanned = testing::scan_part10(file);
    REQUIRE(scanned);
    auto const layout = resolve_layout(*scanned, 2, 64).layout;
    auto const second = frame_ranges(layout, 2);
    REQUIRE(second);
    REQUIRE(second->size() == 1);
    CHECK(file.substr(second->front().offset, second->front().length) == "ef");
}

}  // namespace cassette
