// What the scanner makes of sound data sets. Hostile ones are in dataset_scanner_hostile_test.cpp.

#include "archive/part10/dataset_scanner.h"

#include "tests/support/dataset_builder.h"
#include "tests/support/scanned_whole.h"

#include <doctest/doctest.h>

namespace cassette {

namespace {

using namespace std::string_literals;
using namespace std::string_view_literals;
using testing::DatasetBuilder;
using testing::encapsulated;
using testing::Encoding;
using testing::item;
using testing::Length;
using testing::Pieces;
using testing::scan_dataset;
using testing::sequence;
using testing::small_image;
using testing::summary;

constexpr ElementEncoding explicit_little{true, ByteOrder::little};
constexpr ElementEncoding implicit_little{false, ByteOrder::little};
constexpr ElementEncoding explicit_big{true, ByteOrder::big};
constexpr Tag request_attributes{0x0040, 0x0275};

// What `bytes` are read from: those of a value in the stream.
std::string_view at(std::string_view stream, ByteRange range) { return stream.substr(range.offset, range.length); }

// An image with a sequence of both kinds of length, a nested one, and private elements.
DatasetBuilder rich_image(Encoding encoding) {
    auto built = small_image({}, encoding);
    DatasetBuilder inner{encoding};
    inner.text({0x0040, 0x0009}, "SH", "SPS1").text({0x0040, 0x1001}, "SH", "RP1");
    auto const items =
        item(inner.dataset(), Length::defined, encoding) + item(inner.dataset(), Length::undefined, encoding);
    built.element(request_attributes, sequence(request_attributes, items, Length::undefined, encoding));
    auto const nested = sequence(request_attributes, items, Length::defined, encoding);
    auto const outer = item(nested, Length::defined, encoding);
    built.element({0x0040, 0xA730}, sequence({0x0040, 0xA730}, outer, Length::defined, encoding));
    built.text({0x0009, 0x0010}, "LO", "CREATOR").bytes({0x0009, 0x1001}, "UN", "\1\2\3\4");
    return built.element({0x0040, 0x0555}, sequence({0x0040, 0x0555}, "", Length::undefined, encoding));
}

}  // namespace

TEST_CASE("a data set in each encoding: header, pixel data and remembered values (PS3.5 7, A.1 to A.3)") {
    struct Sample {
        Encoding written;
        ElementEncoding read;
    };
    for (auto const& [written, read] : {Sample{Encoding::explicit_little_endian, explicit_little},
                                        Sample{Encoding::implicit_little_endian, implicit_little},
                                        Sample{Encoding::explicit_big_endian, explicit_big}}) {
        CAPTURE(static_cast<int>(written));
        auto const bytes = rich_image(written).dataset();
        DatasetScanner scanner{{}, read};
        REQUIRE(scanner.feed(std::as_bytes(std::span{bytes})));
        CHECK(testing::ct_image_storage == scanner.top_level({0x0008, 0x0016}).c_str());
        CHECK(scanner.top_level({0x0010, 0x0010}) == "");  // neither identifies nor measures
        auto const scanned = scanner.finish();
        REQUIRE(scanned);
        CHECK(scanned->order == read.order);
        CHECK(scanned->pixels.encoding == PixelEncoding::native);
        CHECK(scanned->pixels.vr == "OW");
        CHECK(at(bytes, scanned->pixels.value) == "\1\2\3\4\5\6\7\10");
        CHECK(scanned->bulk.empty());
        CHECK_FALSE(scanned->remarks.odd_length);
        CHECK_FALSE(scanned->remarks.unknown_vr);
        CHECK(scanned->header.find("CREATOR") != std::string::npos);
        CHECK(scanned->header.find("\1\2\3\4\5\6"sv) == std::string::npos);  // Pixel Data are left out
    }
}

TEST_CASE("implicit and explicit VR give the same header (PS3.5 7.1)") {
    auto const scanned = scan_dataset(rich_image(Encoding::explicit_little_endian).dataset(), explicit_little);
    auto const implicit = scan_dataset(rich_image(Encoding::implicit_little_endian).dataset(), implicit_little);
    REQUIRE(scanned);
    REQUIRE(implicit);
    CHECK(implicit->header == scanned->header);
}

TEST_CASE("any split of the stream gives the same result") {
    for (auto const encoding : {Encoding::explicit_little_endian, Encoding::implicit_little_endian}) {
        auto built = rich_image(encoding);
        if (encoding == Encoding::explicit_little_endian)
            built.element({0x7FE0, 0x0010}, encapsulated("\0\0\0\0\14\0\0\0"sv, {"\xFF\xD8xy"sv, "\xFF\xD8"sv, ""sv}));
        auto const bytes = built.dataset();
        ElementEncoding const read{encoding == Encoding::explicit_little_endian, ByteOrder::little};
        DatasetLimits limits;
        limits.inline_bytes_max = 6;  // so that there is bulk data
        auto const whole = summary(scan_dataset(bytes, read, limits));
        CHECK(whole.find("bulk ") != std::string::npos);
        for (std::size_t const size : {1, 2, 3, 5, 7, 11, 13, 64}) {
            CAPTURE(size);
            CHECK(summary(scan_dataset(bytes, read, limits, Pieces{size})) == whole);
        }
        for (std::uint64_t seed = 1; seed <= 50; ++seed) {
            CAPTURE(seed);
            CHECK(summary(scan_dataset(bytes, read, limits, Pieces{0, seed})) == whole);
        }
    }
}

TEST_CASE("a reader that seeks over what is skippable finds the same") {
    auto const bytes = small_image().bytes({0x0009, 0x1001}, "UN", std::string(100, 'x')).dataset();
    DatasetLimits limits;
    limits.inline_bytes_max = 50;
    DatasetScanner scanner{limits, explicit_little};
    std::uint64_t skipped = 0;
    for (std::string_view rest = bytes; !rest.empty();) {
        auto const skippable = static_cast<std::size_t>(scanner.skippable());
        if (skippable > 0) {
            scanner.skip(skippable);
            skipped += skippable;
            rest.remove_prefix(skippable);
            continue;
        }
        REQUIRE(scanner.feed(std::as_bytes(std::span{rest.substr(0, 1)})));
        rest.remove_prefix(1);
    }
    CHECK(skipped == 100 + 8);
    CHECK(summary(scanner.finish()) == summary(scan_dataset(bytes, explicit_little, limits)));
}

TEST_CASE("the normalised header is its own normal form") {
    for (auto const order : {ByteOrder::little, ByteOrder::big}) {
        bool const little = order == ByteOrder::little;
        auto const written = little ? Encoding::explicit_little_endian : Encoding::explicit_big_endian;
        auto const first = scan_dataset(rich_image(written).dataset(), {true, order});
        REQUIRE(first);
        auto const second = scan_dataset(first->header, {true, order});
        REQUIRE(second);
        CHECK(second->header == first->header);
    }
}

TEST_CASE("UN hides a sequence in Implicit VR Little Endian (PS3.5 6.2.2)") {
    DatasetBuilder implicit{Encoding::implicit_little_endian};
    implicit.text({0x0040, 0x1001}, "SH", "RP1");
    auto const expected = scan_dataset(
        small_image()
            .element(request_attributes,
                     sequence(request_attributes, item("\x40\0\1\x10SH\4\0RP1 "sv, Length::defined), Length::defined))
            .dataset());
    REQUIRE(expected);
    SUBCASE("of undefined length, private or not") {
        auto const items = item(implicit.dataset(), Length::undefined);
        auto whole = "\x40\0\x75\2UN\0\0\xFF\xFF\xFF\xFF"s + items + std::string{"\xFE\xFF\xDD\xE0\0\0\0\0", 8};
        auto const scanned = scan_dataset(small_image().element(request_attributes, whole).dataset());
        REQUIRE(scanned);
        CHECK(scanned->header == expected->header);
        whole.replace(0, 4, "\x09\0\1\x10"sv);
        CHECK(scan_dataset(small_image().element({0x0009, 0x1001}, whole).dataset()));
    }
    SUBCASE("of defined length, which the dictionary knows") {
        auto const items = item(implicit.dataset(), Length::defined);
        auto const scanned = scan_dataset(small_image().bytes(request_attributes, "UN", items).dataset());
        REQUIRE(scanned);
        CHECK(scanned->header == expected->header);
    }
    SUBCASE("whose writer stayed in Explicit VR, as some do") {
        auto const items = item("\x40\0\1\x10SH\4\0RP1 "sv, Length::undefined);
        auto const whole = "\x40\0\x75\2UN\0\0\xFF\xFF\xFF\xFF"s + items + std::string{"\xFE\xFF\xDD\xE0\0\0\0\0", 8};
        auto const scanned = scan_dataset(small_image().element(request_attributes, whole).dataset());
        REQUIRE(scanned);
        CHECK(scanned->header == expected->header);
    }
}

TEST_CASE("UN of a public element gets the dictionary's VR, of a private one it stays (PS3.5 6.2.2)") {
    auto const scanned =
        scan_dataset(small_image().bytes({0x0010, 0x4000}, "UN", "note").bytes({0x0011, 0x1001}, "UN", "ab").dataset());
    REQUIRE(scanned);
    CHECK(scanned->header.find("\x10\0\0\x40LT\4\0note"sv) != std::string::npos);
    CHECK(scanned->header.find("\x11\0\1\x10UN\0\0\2\0\0\0ab"sv) != std::string::npos);
}

TEST_CASE("US or SS goes by Pixel Representation (PS3.5 A.1)") {
    auto implicit = small_image({}, Encoding::implicit_little_endian);
    implicit.number({0x0028, 0x0106}, 7);
    auto const is = [&](std::string_view vr) {
        auto const scanned = scan_dataset(implicit.dataset(), implicit_little);
        REQUIRE(scanned);
        return scanned->header.find("\x28\0\6\1"s + std::string{vr}) != std::string::npos;
    };
    CHECK(is("US"));
    implicit.number({0x0028, 0x0103}, 1);
    CHECK(is("SS"));
}

TEST_CASE("group lengths and trailing padding are left out of the header (PS3.5 7.2, PS3.10 7.2)") {
    auto const bytes = small_image()
                           .bytes({0x0008, 0x0000}, "UL", "\x10\0\0\0"sv)
                           .bytes({0xFFFC, 0xFFFC}, "OB", "\0\0\0\0"sv)
                           .dataset();
    auto const scanned = scan_dataset(bytes);
    REQUIRE(scanned);
    CHECK(scanned->header == scan_dataset(small_image().dataset())->header);
    CHECK_FALSE(scanned->remarks.trailing_bytes);
}

TEST_CASE("values above inline_bytes_max are bulk data with path and range, inside sequences too (PS3.18 F.2.2)") {
    DatasetLimits limits;
    limits.inline_bytes_max = 16;
    std::string const large(18, 'L');
    DatasetBuilder inner;
    inner.bytes({0x5400, 0x1010}, "OW", large);
    auto const waveform = item("", Length::defined) + item(inner.dataset(), Length::undefined);
    auto built = small_image().bytes({0x0042, 0x0011}, "OB", large).text({0x0020, 0x4000}, "LT", std::string(16, 'i'));
    built.text({0x0018, 0x1012}, "DA", std::string(18, '2'));  // too long for a date, but dates are never bulk
    auto const bytes =
        built.element({0x5400, 0x0100}, sequence({0x5400, 0x0100}, waveform, Length::undefined)).dataset();
    auto const scanned = scan_dataset(bytes, explicit_little, limits);
    REQUIRE(scanned);
    // The two UIDs of 26 and 9 bytes stay: a UID is never bulk data.
    REQUIRE(scanned->bulk.size() == 2);
    CHECK(scanned->bulk[0].path == "00420011");
    CHECK(scanned->bulk[0].vr == "OB");
    CHECK(at(bytes, scanned->bulk[0].range) == large);
    CHECK(scanned->bulk[1].path == "54000100.2.54001010");
    CHECK(scanned->bulk[1].vr == "OW");
    CHECK(at(bytes, scanned->bulk[1].range) == large);
    CHECK(scanned->header.find(large) == std::string::npos);
}

TEST_CASE("encapsulated Pixel Data: offset table, fragments and where they begin (PS3.5 A.4)") {
    auto const pixels =
        encapsulated("\0\0\0\0\x0C\0\0\0"sv, {"\xFF\xD8\xFF\xE0"sv, "rest"sv, "\xFF\x4F\xFF\x51"sv, ""sv});
    auto const bytes = small_image().element({0x7FE0, 0x0010}, pixels).dataset();
    auto const scanned = scan_dataset(bytes);
    REQUIRE(scanned);
    CHECK(scanned->pixels.encoding == PixelEncoding::encapsulated);
    CHECK(scanned->pixels.vr == "OB");
    CHECK(scanned->basic_offsets == std::vector<std::uint64_t>{0, 12});
    REQUIRE(scanned->pixels.fragments.size() == 4);
    CHECK(at(bytes, scanned->pixels.fragments[1]) == "rest");
    CHECK(scanned->pixels.fragments[3].length == 0);
    CHECK(scanned->fragment_starts_frame == std::vector<bool>{true, false, true, false});
    // From the first Item to before the Sequence Delimitation Item.
    CHECK(at(bytes, scanned->pixels.value) == pixels.substr(12, pixels.size() - 12 - 8));
    CHECK_FALSE(scanned->remarks.unterminated);
}

TEST_CASE("an Extended Offset Table is read, and is bulk data (PS3.3 C.7.6.3.1.8)") {
    auto built = small_image().element({0x7FE0, 0x0010}, encapsulated("", {"ab"sv, "cd"sv}));
    built.bytes({0x7FE0, 0x0001}, "OV", "\0\0\0\0\0\0\0\0\x0A\0\0\0\1\0\0\0"sv);
    auto const scanned = scan_dataset(built.bytes({0x7FE0, 0x0002}, "OV", std::string(16, '\0')).dataset());
    REQUIRE(scanned);
    CHECK(scanned->extended_offsets == std::vector<std::uint64_t>{0, 0x10000000A});
    REQUIRE(scanned->bulk.size() == 1);
    CHECK(scanned->bulk[0].path == "7FE00001");
}

TEST_CASE("an icon's encapsulated pixel data are not those of the instance (PS3.3 C.7.6.1.1.6)") {
    auto const icon = item(encapsulated("", {"icon"sv}), Length::undefined);
    auto built = small_image().element({0x0088, 0x0200}, sequence({0x0088, 0x0200}, icon, Length::undefined));
    auto const bytes = built.dataset();
    auto const scanned = scan_dataset(bytes);
    REQUIRE(scanned);
    CHECK(scanned->pixels.encoding == PixelEncoding::native);
    CHECK(scanned->pixels.fragments.empty());
    CHECK(at(bytes, scanned->pixels.value) == "\1\2\3\4\5\6\7\10");
    CHECK(scanned->header.find("icon") == std::string::npos);
}

TEST_CASE("the first of two elements with one tag counts, as DCMTK has it, however the stream is cut") {
    auto const uid = "\x08\0\x18\0UI\4\0"s;
    DatasetScanner scanner{{}, explicit_little};
    auto const bytes = uid + std::string{"1.1\0", 4} + uid + std::string{"2.2\0", 4};
    REQUIRE(scanner.feed(std::as_bytes(std::span{bytes})));
    CHECK(scanner.top_level({0x0008, 0x0018}) == std::string{"1.1\0", 4});
}

}  // namespace cassette
