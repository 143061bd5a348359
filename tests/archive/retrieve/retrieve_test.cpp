#include "archive/retrieve/retrieve.h"

#include "archive/part10/deflated_text.h"
#include "tests/support/archive_on_disk.h"
#include "tests/support/dataset_builder.h"
#include "tests/support/stored_file.h"

#include <doctest/doctest.h>

namespace cassette {

namespace {

using namespace std::string_view_literals;
using testing::ArchiveOnDisk;
using testing::small_image;
using testing::stored_file;

StudyInstanceUID study(std::string_view uid = "1.2.3") { return *StudyInstanceUID::parse(uid); }

// One instance on disk, and what retrieves from it.
struct OneInstance {
    explicit OneInstance(std::string const& file, ArchiveSettings const& settings = {}) : on_disk{settings} {
        stored_file(on_disk.archive(), file);
        auto const located = locate_instance(on_disk.archive(), local_operator(), {study(), {}, {}});
        REQUIRE(located);
        location.emplace(*located);
        auto found = layout_of(on_disk.archive(), local_operator(), *location);
        REQUIRE(found);
        layout = std::move(*found);
    }

    static std::string bytes_of(BlobRange const& piece) {
        std::string bytes(static_cast<std::size_t>(piece.range.length), '\0');
        REQUIRE(piece.blob->read_at(piece.range.offset, std::as_writable_bytes(std::span{bytes})));
        return bytes;
    }
    Result<std::string> frame(std::uint32_t number) {
        auto const pieces = frame_bytes(on_disk.archive(), local_operator(), *location, layout, number);
        if (!pieces) return fail(pieces.error());
        std::string all;
        for (auto const& piece : *pieces) all += bytes_of(piece);
        return all;
    }
    Result<std::string> bulk(std::string_view path) {
        auto const piece = bulk_bytes(on_disk.archive(), local_operator(), *location, layout, path);
        if (!piece) return fail(piece.error());
        return bytes_of(*piece);
    }

    ArchiveOnDisk on_disk;
    std::optional<InstanceLocation> location;
    InstanceLayout layout;
};

ErrorCode code(Result<std::string> const& result) {
    REQUIRE_FALSE(result);
    return result.error().code;
}

testing::DatasetBuilder two_frames() { return small_image().text({0x0028, 0x0008}, "IS", "2"); }

}  // namespace

TEST_CASE("native frames are ranges of the file (PS3.18 10.4.1.1.6)") {
    OneInstance one{two_frames().bytes({0x7FE0, 0x0010}, "OW", "frame 1.frame 2.").part10()};
    CHECK(*one.frame(1) == "frame 1.");
    CHECK(*one.frame(2) == "frame 2.");
    CHECK(code(one.frame(3)) == ErrorCode::not_found);
    CHECK(code(one.frame(0)) == ErrorCode::not_found);
    CHECK(*one.bulk("7FE00010") == "frame 1.frame 2.");
}

TEST_CASE("frames of encapsulated pixel data are their fragments, without the items' headers (PS3.5 A.4)") {
    auto const pixels = testing::encapsulated("\0\0\0\0\x16\0\0\0"sv, {"ab"sv, "cdef"sv, "gh"sv});
    OneInstance one{two_frames().element({0x7FE0, 0x0010}, pixels).part10(testing::rle_lossless)};
    CHECK(*one.frame(1) == "abcdef");
    CHECK(*one.frame(2) == "gh");
    CHECK(code(one.bulk("7FE00010")) == ErrorCode::not_found);
    OneInstance single{
        small_image().element({0x7FE0, 0x0010}, testing::encapsulated("", {"abcd"sv})).part10(testing::rle_lossless)};
    CHECK(*single.frame(1) == "abcd");
    CHECK(*single.bulk("7FE00010") == "abcd");
}

TEST_CASE("frames of single bits are shifted to begin on a byte (PS3.5 8.1.1)") {
    // Three frames of 3 x 3 pixels: bits 0 to 8, 9 to 17 and 18 to 26, from the least significant one.
    auto built = small_image().text({0x0028, 0x0008}, "IS", "3").number({0x0028, 0x0100}, 1);
    built.number({0x0028, 0x0010}, 3).number({0x0028, 0x0011}, 3);
    // 101010101 . 111111111 . 000000001, then zeros: bytes 0x55, 0xFF, 0x03, 0x04.
    OneInstance one{built.bytes({0x7FE0, 0x0010}, "OB", "\x55\xFF\x03\x04").part10()};
    CHECK(*one.frame(1) == "\x55\x01"sv);
    CHECK(*one.frame(2) == "\xFF\x01"sv);
    CHECK(*one.frame(3) == "\0\1"sv);
    CHECK(code(one.frame(4)) == ErrorCode::not_found);
}

TEST_CASE("frames and bulk data of a deflated object come from its inflated data set (PS3.5 A.5)") {
    ArchiveSettings settings;
    settings.limits.inline_bytes_max = 16;
    auto const built = two_frames()
                           .bytes({0x7FE0, 0x0010}, "OW", "frame 1.frame 2.")
                           .bytes({0x0042, 0x0011}, "OB", std::string(20, 'b'));
    auto file = built.part10(testing::deflated_explicit);
    file.resize(file.size() - built.dataset().size());
    OneInstance one{file + testing::deflated(built.dataset()), settings};
    CHECK(*one.frame(2) == "frame 2.");
    CHECK(*one.bulk("00420011") == std::string(20, 'b'));
    CHECK(*one.bulk("7FE00010") == "frame 1.frame 2.");
}

TEST_CASE("bulk data come by their path, also from inside sequences (PS3.18 F.2.2)") {
    ArchiveSettings settings;
    settings.limits.inline_bytes_max = 16;
    testing::DatasetBuilder inner;
    inner.bytes({0x5400, 0x1010}, "OW", std::string(32, 'w'));
    auto const items =
        testing::item("", testing::Length::defined) + testing::item(inner.dataset(), testing::Length::defined);
    auto const built =
        small_image().element({0x5400, 0x0100}, testing::sequence({0x5400, 0x0100}, items, testing::Length::defined));
    OneInstance one{built.part10(), settings};
    CHECK(*one.bulk("54000100.2.54001010") == std::string(32, 'w'));
    for (std::string_view const path : {"", "54000100", "54000100.1.54001010", "00100010", "../7FE00010"}) {
        CAPTURE(path);
        CHECK(code(one.bulk(path)) == ErrorCode::not_found);
    }
}

TEST_CASE("an object without pixel data has no frames, one that is too short not its last") {
    OneInstance none{small_image().without({0x7FE0, 0x0010}).part10()};
    CHECK(code(none.frame(1)) == ErrorCode::not_found);
    CHECK(code(none.bulk("7FE00010")) == ErrorCode::not_found);
    OneInstance shorter{two_frames().bytes({0x7FE0, 0x0010}, "OW", "frame 1.fram").part10()};
    CHECK(*shorter.frame(1) == "frame 1.");
    CHECK(code(shorter.frame(2)) == ErrorCode::not_found);
}

TEST_CASE("the stored file is found at each level, and what is not there is not_found (PS3.18 10.4.1)") {
    auto const file = small_image().part10();
    OneInstance one{file};
    auto& archive = one.on_disk.archive();
    auto const blob = open_part10(archive, local_operator(), *one.location);
    REQUIRE(blob);
    CHECK((OneInstance::bytes_of({*blob, {0, (*blob)->size()}}) == file));
    auto const series = SeriesInstanceUID::parse("1.2.3.1");
    auto const instance = SOPInstanceUID::parse("1.2.3.1.1");
    CHECK(locate(archive, local_operator(), {study(), *series, {}}));
    CHECK(locate(archive, local_operator(), {study(), *series, *instance}));
    for (auto const& scope :
         {RetrieveScope{study("9.9"), {}, {}}, RetrieveScope{study(), *SeriesInstanceUID::parse("9.9"), {}},
          RetrieveScope{study(), *series, *SOPInstanceUID::parse("9.9")},
          RetrieveScope{study("9.9"), *series, *instance}}) {
        auto const located = locate(archive, local_operator(), scope);
        REQUIRE_FALSE(located);
        CHECK(located.error().code == ErrorCode::not_found);
        CHECK_FALSE(locate_instance(archive, local_operator(), scope));
        auto const nothing = [](InstanceLocation const&, DeflatedText const&) -> Result<void> { return {}; };
        auto const told = metadata(archive, local_operator(), scope, nothing);
        REQUIRE_FALSE(told);
        CHECK(told.error().code == ErrorCode::not_found);
    }
    REQUIRE(archive.blobs.remove(one.location->blob));
    auto const missing = open_part10(archive, local_operator(), *one.location);
    REQUIRE_FALSE(missing);
    CHECK(missing.error().code == ErrorCode::not_found);
}

TEST_CASE("metadata come instance by instance, in order of their numbers (PS3.18 10.4.1.1.2)") {
    ArchiveOnDisk on_disk;
    for (std::string const number : {"10", "2", "1"}) {
        auto built = small_image({.instance = "1.2.3.1." + number});
        stored_file(on_disk.archive(), built.text({0x0020, 0x0013}, "IS", number).part10());
    }
    std::vector<std::string> order;
    auto const keep = [&](InstanceLocation const& location, DeflatedText const& text) -> Result<void> {
        order.push_back(location.instance.str());
        auto const inflated = inflate_text(text);
        CHECK((inflated && inflated->find(location.instance.str()) != std::string::npos));
        return {};
    };
    REQUIRE(metadata(on_disk.archive(), local_operator(), {study(), {}, {}}, keep));
    CHECK(order == std::vector<std::string>{"1.2.3.1.1", "1.2.3.1.2", "1.2.3.1.10"});
}

TEST_CASE("the current version is retrieved, not the earlier one") {
    ArchiveOnDisk on_disk;
    stored_file(on_disk.archive(), small_image().part10());
    auto const newer = stored_file(on_disk.archive(), small_image({.patient_name = "Doe^John"}).part10());
    auto const located = locate_instance(on_disk.archive(), local_operator(), {study(), {}, {}});
    REQUIRE(located);
    CHECK(located->blob == newer.blob);
}

TEST_CASE("an object that is not as long as what was stored is not opened") {
    OneInstance one{small_image().part10()};
    auto const file = one.on_disk.objects().front();
    auto const bytes = testing::read_file(file);
    CHECK(one.frame(1));
    for (auto const& other : {bytes.substr(0, bytes.size() - 1), bytes + '\0', std::string{}}) {
        testing::write_file(file, other);
        auto const blob = open_part10(one.on_disk.archive(), local_operator(), *one.location);
        REQUIRE_FALSE(blob);
        CHECK(blob.error().code == ErrorCode::internal);
        CHECK(code(one.frame(1)) == ErrorCode::internal);
    }
    std::filesystem::remove(file);
    CHECK(code(one.frame(1)) == ErrorCode::not_found);
}

}  // namespace cassette
