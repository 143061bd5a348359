#include "archive/part10/instance_layout.h"

#include <doctest/doctest.h>

#include <limits>
#include <random>

namespace cassette {

namespace {

constexpr auto largest = std::numeric_limits<std::uint64_t>::max();

InstanceLayout encapsulated_layout() {
    InstanceLayout layout;
    layout.dataset = {300, 1'000'000};
    layout.pixels = {.encoding = PixelEncoding::encapsulated,
                     .vr = "OB",
                     .value = {1000, 500},
                     .frames = 3,
                     .fragments = {{1008, 10}, {1026, 0}, {1034, 466}, {5'000'000'000, 1}},
                     .fragments_of_frame = {1, 2, 1}};
    layout.bulk = {{"00420011", "OB", {400, 100}}, {"54000100.1.54001010", "OW", {largest, largest}}};
    return layout;
}

InstanceLayout native_layout(std::uint64_t frame_bits, std::uint32_t frames, std::uint64_t length) {
    InstanceLayout layout;
    layout.pixels.encoding = PixelEncoding::native;
    layout.pixels.value = {1000, length};
    layout.pixels.frames = frames;
    layout.pixels.frame_bits = frame_bits;
    return layout;
}

// Any layout that its types allow.
InstanceLayout random_layout(std::mt19937_64& random) {
    auto const number = [&] { return random() >> random() % 64; };
    auto const range = [&] { return ByteRange{number(), number()}; };
    auto const text = [&] { return std::string(random() % 20, static_cast<char>(random())); };
    InstanceLayout layout;
    layout.deflated = random() % 2 == 0;
    layout.big_endian = random() % 2 == 0;
    layout.dataset = range();
    layout.pixels.encoding = static_cast<PixelEncoding>(random() % 3);
    layout.pixels.tag = {static_cast<std::uint16_t>(random()), static_cast<std::uint16_t>(random())};
    layout.pixels.vr = text();
    layout.pixels.value = range();
    layout.pixels.frames = static_cast<std::uint32_t>(number());
    layout.pixels.frame_bits = number();
    for (auto count = random() % 20; count > 0; --count) layout.pixels.fragments.push_back(range());
    for (auto count = random() % 20; count > 0; --count)
        layout.pixels.fragments_of_frame.push_back(static_cast<std::uint32_t>(number()));
    for (auto count = random() % 5; count > 0; --count) layout.bulk.push_back({text(), text(), range()});
    return layout;
}

ErrorCode refusal(InstanceLayout const& layout, std::uint32_t number) {
    auto const ranges = frame_ranges(layout, number);
    REQUIRE_FALSE(ranges);
    return ranges.error().code;
}

}  // namespace

TEST_CASE("a layout comes back from its encoding") {
    for (auto const& layout : {InstanceLayout{}, encapsulated_layout(), native_layout(largest, 1, largest)}) {
        auto const again = decode_layout(encode_layout(layout));
        REQUIRE(again);
        CHECK((*again == layout));
    }
    for (std::uint64_t seed = 1; seed <= 500; ++seed) {
        CAPTURE(seed);
        std::mt19937_64 random{seed};
        auto const layout = random_layout(random);
        auto const again = decode_layout(encode_layout(layout));
        REQUIRE(again);
        CHECK((*again == layout));
    }
}

TEST_CASE("what no version wrote is malformed: truncated, longer, of another version") {
    auto const bytes = encode_layout(encapsulated_layout());
    for (std::size_t size = 0; size < bytes.size(); ++size) {
        CAPTURE(size);
        auto const cut = decode_layout(std::string_view{bytes}.substr(0, size));
        REQUIRE_FALSE(cut);
        CHECK(cut.error().code == ErrorCode::malformed);
    }
    CHECK_FALSE(decode_layout(bytes + '\0'));
    CHECK_FALSE(decode_layout('\2' + bytes.substr(1)));
}

TEST_CASE("a changed byte never hurts") {
    auto const bytes = encode_layout(encapsulated_layout());
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        for (int bit = 0; bit < 8; ++bit) {
            auto changed = bytes;
            changed[i] = static_cast<char>(changed[i] ^ (1 << bit));
            auto const layout = decode_layout(changed);
            if (!layout) continue;
            for (std::uint32_t const number : {0U, 1U, 2U, 3U, 4U, 0xFFFFFFFFU}) (void)frame_ranges(*layout, number);
        }
    }
}

TEST_CASE("a forged count cannot ask for memory") {
    // Version, flags, data set, encapsulated, tag (7FE0,0010), no VR, value, frames, frame bits: all but fragments.
    std::string const start{"\1\0\0\0\2\x90\x80\x80\xFF\7\0\0\0\1\0", 15};
    CHECK(decode_layout(start + std::string{"\0\0\0", 3}));
    std::string const forged = "\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x7F";  // 2^63 - 1
    for (auto const& rest : {forged, '\0' + forged, std::string(2, '\0') + forged, '\1' + forged}) {
        auto const layout = decode_layout(start + rest);
        REQUIRE_FALSE(layout);
        CHECK(layout.error().code == ErrorCode::malformed);
    }
    CHECK_FALSE(decode_layout(start + std::string{"\5\0\0\0", 4}));  // five fragments in three bytes
}

TEST_CASE("native frames lie one behind the other (PS3.5 8.1.1)") {
    auto const layout = native_layout(64, 3, 24);
    auto const second = frame_ranges(layout, 2);
    REQUIRE(second);
    CHECK(*second == std::vector<ByteRange>{{1008, 8}});
    CHECK(refusal(layout, 0) == ErrorCode::not_found);
    CHECK(refusal(layout, 4) == ErrorCode::not_found);
    CHECK(refusal(native_layout(64, 3, 23), 3) == ErrorCode::not_found);
    CHECK(refusal(native_layout(0, 3, 24), 1) == ErrorCode::not_found);
    CHECK(refusal(native_layout(12, 3, 24), 1) == ErrorCode::not_acceptable);
    CHECK(refusal({}, 1) == ErrorCode::not_found);
}

TEST_CASE("sizes that overflow describe no frame") {
    CHECK(refusal(native_layout(largest - 7, 3, largest), 2) == ErrorCode::not_found);
    CHECK(refusal(native_layout(largest / 8 * 8, 0xFFFFFFFF, 24), 0xFFFFFFFF) == ErrorCode::not_found);
}

TEST_CASE("encapsulated frames are their fragments (PS3.5 A.4)") {
    auto layout = encapsulated_layout();
    CHECK(*frame_ranges(layout, 1) == std::vector<ByteRange>{{1008, 10}});
    CHECK(*frame_ranges(layout, 2) == std::vector<ByteRange>{{1026, 0}, {1034, 466}});
    CHECK(refusal(layout, 4) == ErrorCode::not_found);
    layout.pixels.frames = 9;
    CHECK(refusal(layout, 4) == ErrorCode::not_found);
    layout.pixels.fragments_of_frame = {1, 2, 0xFFFFFFFF};
    CHECK(refusal(layout, 3) == ErrorCode::internal);
}

}  // namespace cassette
