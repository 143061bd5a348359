// What the scanner does with broken and hostile data sets. Sound ones are in dataset_scanner_test.cpp.

#include "archive/part10/dataset_scanner.h"

#include "tests/support/dataset_builder.h"
#include "tests/support/scanned_whole.h"

#include <doctest/doctest.h>

#include <sys/resource.h>

namespace cassette {

namespace {

using namespace std::string_literals;
using namespace std::string_view_literals;
using testing::DatasetBuilder;
using testing::encapsulated;
using testing::item;
using testing::Length;
using testing::Pieces;
using testing::scan_dataset;
using testing::sequence;
using testing::small_image;

constexpr Tag request_attributes{0x0040, 0x0275};
std::string const item_end{"\xFE\xFF\x0D\xE0\0\0\0\0", 8};
std::string const sequence_end{"\xFE\xFF\xDD\xE0\0\0\0\0", 8};

ErrorCode refusal(std::string_view bytes, DatasetLimits const& limits = {}) {
    auto const scanned = scan_dataset(bytes, {}, limits);
    REQUIRE_FALSE(scanned);
    CHECK(scan_dataset(bytes, {}, limits, Pieces{1}).has_value() == false);
    return scanned.error().code;
}

std::string with_sequence(std::string const& whole) {
    return small_image().element(request_attributes, whole).dataset();
}

long peak_kilobytes() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss;
}

}  // namespace

TEST_CASE("nesting is bounded, and what is deeper is refused as soon as it shows (PS3.5 7.5)") {
    DatasetLimits const limits;
    auto const closed = [](std::size_t depth) {
        std::string all = testing::nested_sequences(depth);
        for (std::size_t i = 0; i < depth; ++i) all += item_end + sequence_end;
        return all;
    };
    CHECK(scan_dataset(closed(limits.depth_max)));
    CHECK(refusal(closed(limits.depth_max + 1)) == ErrorCode::malformed);
    auto const before = peak_kilobytes();
    CHECK(refusal(testing::nested_sequences(10'000)) == ErrorCode::malformed);
    CHECK(peak_kilobytes() - before < 16 * 1024);
}

TEST_CASE("elements are counted, items and delimitations too (PS3.5 7.1)") {
    DatasetLimits limits;
    limits.elements_max = 100;
    std::string items;
    for (int i = 0; i < 99; ++i) items += item("", Length::defined);
    CHECK(scan_dataset(sequence(request_attributes, items, Length::defined), {}, limits));
    items += item("", Length::defined);
    CHECK(refusal(sequence(request_attributes, items, Length::defined), limits) == ErrorCode::malformed);
}

TEST_CASE("the header is bounded in bytes, by what is announced and by what is there") {
    DatasetLimits limits;
    limits.header_bytes_max = 1000;
    limits.inline_bytes_max = 4'000'000'000;
    CHECK(scan_dataset(DatasetBuilder{}.bytes({0x0009, 0x1001}, "UN", std::string(900, 'x')).dataset(), {}, limits));
    // Refused by its header alone: the value of four gigabytes need not come.
    CHECK(refusal("\x09\0\1\x10UN\0\0\0\0\0\xEE"sv, limits) == ErrorCode::too_large);
    std::string many;
    for (std::uint16_t i = 0; i < 20; ++i)
        many += DatasetBuilder{}.bytes({0x0009, 0x1001}, "UN", std::string(60, 'x')).dataset();
    CHECK(refusal(many, limits) == ErrorCode::too_large);
    std::string items;
    for (int i = 0; i < 100; ++i) items += item("", Length::defined);
    CHECK(refusal(sequence(request_attributes, items, Length::defined), limits) == ErrorCode::too_large);
    auto const table = std::string(2000, '\0');
    CHECK(refusal(encapsulated(table, {"ab"sv}), limits) == ErrorCode::too_large);
}

TEST_CASE("a length of nearly four gigabytes costs nothing and ends in an early end") {
    for (auto const* const vr : {"OB", "OW", "UN", "UT"}) {
        CAPTURE(vr);
        CHECK(refusal("\x09\0\1\x10"s + vr + "\0\0\xFE\xFF\xFF\xFF"s + std::string(100, 'x')) == ErrorCode::malformed);
    }
    CHECK(refusal("\xE0\x7F\x10\0OW\0\0\xFE\xFF\xFF\xFFxx"sv) == ErrorCode::malformed);
    // An Item of 0xFFFFFFFE bytes in a sequence of as many, which holds the Item's header too.
    CHECK(refusal("\x40\0\x75\2SQ\0\0\xFE\xFF\xFF\xFF\xFE\xFF\0\xE0\xFE\xFF\xFF\xFF"sv) == ErrorCode::malformed);
}

TEST_CASE("what is longer than what holds it is refused (PS3.5 7.5.1)") {
    auto const value = "\x40\0\1\x10SH\4\0RP1 "s;
    CHECK(scan_dataset(with_sequence(sequence(request_attributes, item(value, Length::defined), Length::defined))));
    // An Item of 12 bytes in a sequence of 16, which would take 20.
    CHECK(refusal("\x40\0\x75\2SQ\0\0\x10\0\0\0\xFE\xFF\0\xE0\x0C\0\0\0"s + value) == ErrorCode::malformed);
    // A value of 4 bytes in an Item of 10, which would take 12.
    CHECK(refusal("\x40\0\x75\2SQ\0\0\x14\0\0\0\xFE\xFF\0\xE0\x0A\0\0\0"s + value) == ErrorCode::malformed);
    // The header of an element reaches over the end of its Item.
    CHECK(refusal("\x40\0\x75\2SQ\0\0\x0C\0\0\0\xFE\xFF\0\xE0\4\0\0\0"s + value) == ErrorCode::malformed);
    // A sequence of 100 bytes in an Item of 12.
    CHECK(refusal("\x40\0\x75\2SQ\0\0\x14\0\0\0\xFE\xFF\0\xE0\x0C\0\0\0\x40\0\x75\2SQ\0\0\x64\0\0\0"s) ==
          ErrorCode::malformed);
}

TEST_CASE("delimitations without what they end are refused, at the top they are stray (PS3.5 7.5.2)") {
    auto const stray = scan_dataset(small_image().element({0x0041, 0x0000}, sequence_end + item_end).dataset());
    REQUIRE(stray);
    CHECK(stray->remarks.stray_item);
    CHECK(stray->header == scan_dataset(small_image().dataset())->header);
    auto const open = "\x40\0\x75\2SQ\0\0\xFF\xFF\xFF\xFF"s;
    CHECK(refusal(open + item_end) == ErrorCode::malformed);
    CHECK(refusal(open + "\x10\0\x20\0LO\2\0P1"s) == ErrorCode::malformed);
    // An Item of defined length has no delimitation inside.
    CHECK(refusal(open + "\xFE\xFF\0\xE0\x08\0\0\0"s + item_end) == ErrorCode::malformed);
    CHECK(refusal("\xFE\xFF\0\xE0\xFF\xFF\xFF\xFF"s) == ErrorCode::malformed);
}

TEST_CASE("an Item whose own delimitation was left out ends with its sequence") {
    auto const whole = "\x40\0\x75\2SQ\0\0\xFF\xFF\xFF\xFF\xFE\xFF\0\xE0\xFF\xFF\xFF\xFF"s + sequence_end;
    auto const scanned = scan_dataset(with_sequence(whole));
    REQUIRE(scanned);
    CHECK(scanned->header ==
          scan_dataset(with_sequence(sequence(request_attributes, item("", Length::undefined), Length::undefined)))
              ->header);
}

TEST_CASE("a fragment is an Item of defined length and nothing else (PS3.5 A.4)") {
    auto const open = "\xE0\x7F\x10\0OB\0\0\xFF\xFF\xFF\xFF"s;
    CHECK(refusal(open + "\xFE\xFF\0\xE0\xFF\xFF\xFF\xFF"s) == ErrorCode::malformed);
    CHECK(refusal(open + item_end) == ErrorCode::malformed);
    CHECK(refusal(open + "\x10\0\x20\0LO\2\0P1"s) == ErrorCode::malformed);
    CHECK(refusal(encapsulated("", {"ab"sv}) + encapsulated("", {"ab"sv})) == ErrorCode::malformed);
    CHECK(refusal("\x10\0\0\x40UT\0\0\xFF\xFF\xFF\xFF"s) == ErrorCode::malformed);
}

TEST_CASE("odd lengths, blank and unknown VRs are remarked upon and read (PS3.5 6.2, 7.1.1)") {
    auto const odd = scan_dataset(small_image().bytes({0x0010, 0x4000}, "LT", "odd").dataset());
    REQUIRE(odd);
    CHECK(odd->remarks.odd_length);
    CHECK_FALSE(odd->remarks.unknown_vr);
    auto const blank = scan_dataset(small_image().element({0x0010, 0x4000}, "\x10\0\0\x40  \4\0note"s).dataset());
    REQUIRE(blank);
    CHECK(blank->remarks.unknown_vr);
    CHECK(blank->header.find("\x10\0\0\x40LT\4\0note"sv) != std::string::npos);
    auto const unknown =
        scan_dataset(small_image().element({0x0010, 0x4000}, "\x10\0\0\x40ZZ\0\0\4\0\0\0note"s).dataset());
    REQUIRE(unknown);
    CHECK(unknown->remarks.unknown_vr);
    CHECK(unknown->header.find("\x10\0\0\x40UN\0\0\4\0\0\0note"sv) != std::string::npos);
}

TEST_CASE("zero bytes behind the data set are no elements") {
    for (std::size_t const zeros : {1, 7, 8, 100}) {
        CAPTURE(zeros);
        auto const scanned = scan_dataset(small_image().dataset() + std::string(zeros, '\0'));
        REQUIRE(scanned);
        CHECK(scanned->remarks.trailing_bytes);
        CHECK(scanned->header == scan_dataset(small_image().dataset())->header);
    }
    CHECK(refusal(small_image().dataset() + "\n") == ErrorCode::malformed);
}

TEST_CASE("truncated anywhere: whole only where an element or a fragment ends, in each byte order") {
    for (bool const big : {false, true}) {
        CAPTURE(big);
        auto const encoding = big ? testing::Encoding::explicit_big_endian : testing::Encoding::explicit_little_endian;
        auto built = small_image({}, encoding);
        auto const nested =
            sequence(request_attributes, item("", Length::undefined, encoding), Length::undefined, encoding);
        built.element(request_attributes, nested);
        if (!big) built.element({0x7FE0, 0x0010}, encapsulated("", {"abcd"sv, "ef"sv}));
        auto const bytes = built.dataset();
        ElementEncoding const read{true, big ? ByteOrder::big : ByteOrder::little};
        std::size_t accepted = 0;
        for (std::size_t size = 0; size <= bytes.size(); ++size) {
            CAPTURE(size);
            auto const scanned = scan_dataset(std::string_view{bytes}.substr(0, size), read);
            if (!scanned) CHECK(scanned.error().code == ErrorCode::malformed);
            accepted += scanned ? 1 : 0;
        }
        // Little endian: behind none to 21 elements, behind the last one's header, its offset table and its two fragments.
        // Big endian: behind none to 21 elements; and the first byte of a tag, which is zero in 20 of them, may be padding.
        CHECK(accepted == (big ? 22 + 20 : 22 + 4));
    }
}

}  // namespace cassette
