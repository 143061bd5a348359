#include "archive/part10/part10_scanner.h"

#include "tests/support/dataset_builder.h"
#include "tests/support/scanned_whole.h"

#include <doctest/doctest.h>

namespace cassette {

namespace {

using namespace std::string_literals;
using namespace std::string_view_literals;
using testing::Encoding;
using testing::Pieces;
using testing::scan_part10;
using testing::small_image;
using testing::summary;

constexpr std::string_view explicit_little = "1.2.840.10008.1.2.1";
constexpr std::string_view implicit_little = "1.2.840.10008.1.2";
constexpr std::string_view explicit_big = "1.2.840.10008.1.2.2";

// The same however it is cut.
Result<ScannedInstance> scanned_in_any_pieces(std::string_view bytes) {
    auto const whole = scan_part10(bytes);
    for (std::size_t const size : {1, 3, 131, 132, 133}) {
        CAPTURE(size);
        CHECK(summary(scan_part10(bytes, {}, Pieces{size})) == summary(whole));
    }
    for (std::uint64_t seed = 1; seed <= 5; ++seed) {
        CAPTURE(seed);
        CHECK(summary(scan_part10(bytes, {}, Pieces{0, seed})) == summary(whole));
    }
    return whole;
}

ErrorCode refusal(std::string_view bytes, DatasetLimits const& limits = {}) {
    auto const scanned = scan_part10(bytes, limits);
    REQUIRE_FALSE(scanned);
    return scanned.error().code;
}

std::string prefix_of(std::string_view bytes) {
    Part10Scanner scanner{{}};
    REQUIRE(scanner.feed(std::as_bytes(std::span{bytes})));
    REQUIRE(scanner.finish());
    REQUIRE(scanner.prefix());
    return *scanner.prefix();
}

}  // namespace

TEST_CASE("a Part 10 file in each encoding is taken as it is (PS3.10 7.1)") {
    for (auto const encoding :
         {Encoding::explicit_little_endian, Encoding::implicit_little_endian, Encoding::explicit_big_endian}) {
        CAPTURE(static_cast<int>(encoding));
        auto const file = small_image({}, encoding).part10();
        auto const scanned = scanned_in_any_pieces(file);
        REQUIRE(scanned);
        CHECK(scanned->transfer_syntax == generate::transfer_syntax_uid(encoding));
        CHECK(scanned->had_preamble);
        CHECK(scanned->had_meta);
        CHECK(scanned->known_transfer_syntax);
        CHECK_FALSE(scanned->transfer_syntax_disagrees);
        auto const size = small_image({}, encoding).dataset().size();
        CHECK(scanned->range == ByteRange{file.size() - size, size});
        CHECK(prefix_of(file) == "");
    }
}

TEST_CASE("without preamble, and without DICM, what is missing goes before it") {
    auto const file = small_image().part10();
    auto const without_preamble = scanned_in_any_pieces(std::string_view{file}.substr(128));
    REQUIRE(without_preamble);
    CHECK_FALSE(without_preamble->had_preamble);
    CHECK(without_preamble->had_meta);
    CHECK(prefix_of(std::string_view{file}.substr(128)) == std::string(128, '\0'));
    auto const without_magic = scanned_in_any_pieces(std::string_view{file}.substr(132));
    REQUIRE(without_magic);
    CHECK_FALSE(without_magic->had_preamble);
    CHECK(without_magic->had_meta);
    CHECK(prefix_of(std::string_view{file}.substr(132)) == std::string(128, '\0') + "DICM");
    // Ranges count from the start of the completed file.
    CHECK(without_preamble->range == scan_part10(file)->range);
    CHECK(without_magic->range == scan_part10(file)->range);
}

TEST_CASE("a bare data set proves its encoding and gets a File Meta group of its own") {
    struct Sample {
        Encoding encoding;
        std::string_view uid;
    };
    for (auto const& [encoding, uid] : {Sample{Encoding::explicit_little_endian, explicit_little},
                                        Sample{Encoding::implicit_little_endian, implicit_little},
                                        Sample{Encoding::explicit_big_endian, explicit_big}}) {
        CAPTURE(uid);
        auto const bytes = small_image({}, encoding).dataset();
        auto const scanned = scanned_in_any_pieces(bytes);
        REQUIRE(scanned);
        CHECK(scanned->transfer_syntax == uid);
        CHECK_FALSE(scanned->had_preamble);
        CHECK_FALSE(scanned->had_meta);
        CHECK_FALSE(scanned->transfer_syntax_disagrees);
        auto const prefix = make_file_prefix(std::string{testing::ct_image_storage}, "1.2.3.1.1", std::string{uid});
        CHECK(prefix_of(bytes) == prefix);
        CHECK(scanned->range == ByteRange{prefix.size(), bytes.size()});
    }
}

TEST_CASE("a data set that is not in its declared transfer syntax is read as what it is (PS3.10 7.1)") {
    struct Sample {
        Encoding written;
        std::string_view declared, really;
    };
    for (auto const& [written, declared, really] : {
             Sample{Encoding::implicit_little_endian, explicit_little, implicit_little},
             Sample{Encoding::explicit_little_endian, implicit_little, explicit_little},
             Sample{Encoding::explicit_big_endian, explicit_little, explicit_big},
             Sample{Encoding::implicit_little_endian, testing::jpeg_baseline, testing::jpeg_baseline},
         }) {
        CAPTURE(declared);
        auto const scanned = scanned_in_any_pieces(small_image({}, written).part10(declared));
        REQUIRE(scanned);
        CHECK(scanned->transfer_syntax_disagrees);
        CHECK(scanned->transfer_syntax == really);
        CHECK(scanned->dataset.pixels.encoding == PixelEncoding::native);
    }
}

TEST_CASE("an unknown transfer syntax is kept, a missing one is found out") {
    auto const unknown = scanned_in_any_pieces(small_image().part10("1.2.3.4.5"));
    REQUIRE(unknown);
    CHECK_FALSE(unknown->known_transfer_syntax);
    CHECK(unknown->transfer_syntax == "1.2.3.4.5");
    auto const missing = scanned_in_any_pieces(small_image().part10("  "));
    REQUIRE(missing);
    CHECK(missing->transfer_syntax == explicit_little);
    CHECK(refusal(small_image().part10("not a UID")) == ErrorCode::malformed);
}

TEST_CASE("a deflated data set: ranges count its inflated bytes (PS3.5 A.5)") {
    auto const plain = small_image().dataset();
    auto const stream = testing::deflated(plain);
    auto meta = small_image().part10(testing::deflated_explicit);
    meta.resize(meta.size() - plain.size());
    auto const file = meta + stream;
    auto const scanned = scanned_in_any_pieces(file);
    REQUIRE(scanned);
    CHECK(scanned->deflated);
    CHECK(scanned->range == ByteRange{meta.size(), stream.size()});
    CHECK(plain.substr(scanned->dataset.pixels.value.offset, 8) == "\1\2\3\4\5\6\7\10");

    CHECK(refusal(file.substr(0, file.size() - 1)) == ErrorCode::malformed);
    CHECK(refusal(meta + plain) == ErrorCode::malformed);
    auto const padded = scan_part10(file + std::string(2, '\0'));
    CHECK(padded);
    DatasetLimits limits;
    limits.inflated_bytes_max = 1 << 20;
    auto bomb = small_image().bytes({0x7FE0, 0x0010}, "OW", std::string(std::size_t{8} << 20, '\0')).dataset();
    CHECK(refusal(meta + testing::deflated(bomb), limits) == ErrorCode::too_large);
    CHECK(scan_part10(meta + testing::deflated(bomb)));
}

TEST_CASE("what is not DICOM is refused") {
    for (std::string const& bytes : {
             ""s,
             "D"s,
             "DICM"s,
             std::string(131, '\0'),
             std::string(132, '\0'),
             std::string(1000, 'x'),
             "%PDF-1.4\n"s + std::string(500, ' '),
             "\x89PNG\r\n\x1A\n"s + std::string(500, '\0'),
             std::string(128, '\0') + "DICM",
             std::string(128, '\0') + "DICM" + std::string(20, '\0'),
         }) {
        CAPTURE(bytes.size());
        CHECK(refusal(bytes) == ErrorCode::malformed);
        CHECK(scanned_in_any_pieces(bytes).has_value() == false);
    }
}

TEST_CASE("a small object of less than 132 bytes is found out at its end") {
    testing::DatasetBuilder tiny;
    tiny.text({0x0008, 0x0016}, "UI", "1.2").text({0x0008, 0x0018}, "UI", "1.2.3");
    auto const bytes = tiny.dataset();
    REQUIRE(bytes.size() < 131);
    CHECK(scanned_in_any_pieces(bytes));
    tiny.bytes({0x0010, 0x0010}, "PN", std::string(131 - 8 - bytes.size(), 'x'));
    CHECK(tiny.dataset().size() == 131);
    CHECK(scanned_in_any_pieces(tiny.dataset()));
}

TEST_CASE("an endless File Meta group is given up after a mebibyte") {
    std::string const element = "\2\0\2\1OB\0\0\x00\x10\0\0"s + std::string(0x1000, 'x');
    Part10Scanner scanner{{}};
    auto const start = std::string(128, '\0') + "DICM";
    REQUIRE(scanner.feed(std::as_bytes(std::span{start})));
    std::size_t fed = 0;
    while (scanner.feed(std::as_bytes(std::span{element})) && fed < 1000) ++fed;
    CHECK(fed >= 250);
    CHECK(fed < 260);
}

TEST_CASE("a bare data set without UIDs is refused after a mebibyte") {
    auto const start = "\x08\0\x05\0CS\0\0"s;
    std::string const element = "\x09\0\1\x10UN\0\0\x00\x00\1\0"s + std::string(0x10000, 'x');
    Part10Scanner scanner{{}};
    REQUIRE(scanner.feed(std::as_bytes(std::span{start})));
    std::size_t fed = 0;
    while (scanner.feed(std::as_bytes(std::span{element})) && fed < 100) ++fed;
    CHECK(fed < 20);
    CHECK(refusal("\x08\0\x05\0CS\0\0"s) == ErrorCode::malformed);
}

TEST_CASE("a data set behind an announcement is taken in the announced transfer syntax (PS3.7 9.3.1)") {
    auto const bytes = small_image({}, Encoding::implicit_little_endian).dataset();
    FileMeta const announced{std::string{testing::ct_image_storage}, "1.2.3.1.1", std::string{implicit_little}, 0};
    auto const prefix = make_file_prefix(announced.sop_class, announced.sop_instance, announced.transfer_syntax);
    Part10Scanner scanner{{}, announced};
    CHECK(scanner.prefix() == prefix);
    for (char const& byte : bytes) REQUIRE(scanner.feed(std::as_bytes(std::span{&byte, 1})));
    CHECK(scanner.before_dataset() == 0);
    auto const scanned = scanner.finish();
    REQUIRE(scanned);
    CHECK(scanned->range == ByteRange{prefix.size(), bytes.size()});
    CHECK_FALSE(scanned->transfer_syntax_disagrees);
    Part10Scanner empty{{}, announced};
    CHECK(empty.finish());  // no element is missing; what identifies it is for describe_instance to miss
}

TEST_CASE("the identity is known as soon as it has passed, from the data set before File Meta") {
    auto const file = small_image().part10();
    Part10Scanner scanner{{}};
    auto const dataset_start = file.size() - small_image().dataset().size();
    std::size_t const uid_end = file.find("1.2.3.1.1", dataset_start) + 10;
    REQUIRE(scanner.feed(std::as_bytes(std::span{file}).first(uid_end)));
    CHECK(scanner.sop_instance() == "1.2.3.1.1");
    CHECK(scanner.sop_class() == testing::ct_image_storage);
    CHECK(scanner.top_level_uid({0x0020, 0x000D}) == "");
    CHECK(scanner.before_dataset() == file.size() - small_image().dataset().size());

    Part10Scanner meta_alone{{}};
    REQUIRE(meta_alone.feed(std::as_bytes(std::span{file}).first(file.size() - small_image().dataset().size() + 9)));
    CHECK(meta_alone.sop_instance() == "1.2.3.1.1");
}

TEST_CASE("truncated anywhere an object never hurts, and File Meta is never taken for whole") {
    auto const file = small_image().part10();
    auto const dataset_start = file.size() - small_image().dataset().size();
    for (std::size_t size = 0; size < file.size(); ++size) {
        CAPTURE(size);
        auto const scanned = scan_part10(std::string_view{file}.substr(0, size));
        if (!scanned) CHECK(scanned.error().code == ErrorCode::malformed);
        if (size < dataset_start && size > 132) CHECK_FALSE((scanned && scanned->range.length > 0));
    }
}

}  // namespace cassette
