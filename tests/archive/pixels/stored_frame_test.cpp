#include "archive/pixels/stored_frame.h"

#include "archive/part10/header.h"
#include "storage/folder_rendition_cache.h"
#include "tests/support/sample_image.h"
#include "tests/support/single_instance_archive.h"
#include "tests/support/temporary_directory.h"

#include <dcmtk/dcmdata/dcdatset.h>
#include <doctest/doctest.h>

namespace cassette {

namespace {

Result<Frame> load(testing::SampleImage const& image, E_TransferSyntax syntax, std::uint32_t number) {
    auto const stored = testing::SingleInstanceArchive::holding(testing::part10_of(image, syntax));
    REQUIRE(stored);
    auto const& holder = **stored;
    auto const layout = decode_layout(holder.layout());
    REQUIRE(layout);
    auto const blob = open_part10(holder.archive(), local_operator(), holder.location());
    REQUIRE(blob);
    auto const header = read_header(**blob, {});
    REQUIRE(header);
    return load_frame({holder.archive(), local_operator(), holder.location(), *layout}, **header, number);
}

// The blobs of another store, counting how often one is opened.
class CountedBlobs final : public BlobStore {
public:
    explicit CountedBlobs(BlobStore& all) : all_{all} {}
    Result<std::unique_ptr<BlobWriter>> create() override { return all_.create(); }
    Result<std::shared_ptr<Spool>> create_spool() override { return all_.create_spool(); }
    Result<std::shared_ptr<Blob const>> open(Digest const& digest) const override {
        ++opened;
        return all_.open(digest);
    }
    Result<bool> contains(Digest const& digest) const override { return all_.contains(digest); }
    Result<void> remove(Digest const& digest) override { return all_.remove(digest); }
    Result<void> for_each(Visitor const& visit) const override { return all_.for_each(visit); }

    mutable int opened = 0;

private:
    BlobStore& all_;
};

}  // namespace

TEST_CASE("a frame that cannot be decoded is tried once, until that is forgotten") {
    testing::SampleImage const image{.rows = 2, .columns = 2, .frames = 2, .bytes = {1, 2, 3, 4, 5, 6, 7, 8}};
    auto part10 = testing::part10_of(image, EXS_RLELossless);
    // PS3.5 G.5: the number of segments of the first frame, whose header begins with it and 64.
    auto const header = part10.find(std::string{"\1\0\0\0\x40\0\0\0", 8});
    REQUIRE(header != std::string::npos);
    part10[header] = '\x0F';
    auto const stored = testing::SingleInstanceArchive::holding(part10);
    REQUIRE(stored);
    auto const& inner = (*stored)->archive();
    testing::TemporaryDirectory const folder;
    std::chrono::steady_clock::time_point now{};
    auto const cache =
        open_folder_rendition_cache(folder.path(), {.failure_lifetime_seconds = 60, .now = [&] { return now; }});
    REQUIRE(cache);
    CountedBlobs blobs{inner.blobs};
    Archive const archive{blobs, inner.index, **cache, inner.settings};
    auto const layout = decode_layout((*stored)->layout());
    REQUIRE(layout);
    auto const blob = open_part10(inner, local_operator(), (*stored)->location());
    REQUIRE(blob);
    auto const dataset = read_header(**blob, {});
    REQUIRE(dataset);
    ObjectInArchive const object{archive, local_operator(), (*stored)->location(), *layout};
    auto const code_of = [&](std::uint32_t number) {
        auto const frame = load_frame(object, **dataset, number);
        return frame ? std::optional<ErrorCode>{} : frame.error().code;
    };
    for (int i = 0; i < 3; ++i) CHECK(code_of(1) == ErrorCode::not_acceptable);
    CHECK(blobs.opened == 1);
    CHECK_FALSE(code_of(2));
    CHECK(blobs.opened == 2);
    now += std::chrono::seconds{60};
    CHECK(code_of(1) == ErrorCode::not_acceptable);
    CHECK(blobs.opened == 3);
    // What is not there is no fault of the frame.
    CHECK(code_of(3) == ErrorCode::not_found);
    REQUIRE((*cache)->clear());
    REQUIRE(inner.blobs.remove((*stored)->location().blob));
    CHECK(code_of(1) == ErrorCode::not_found);
    CHECK(code_of(1) == ErrorCode::not_found);
    CHECK(blobs.opened == 5);
}

TEST_CASE("a frame's cells are the same in whatever byte order and coding they are stored (PS3.5 7.3)") {
    testing::SampleImage image{.rows = 1, .columns = 3, .bits_allocated = 16, .bits_stored = 16, .frames = 2};
    image.words = {1, 2, 3, 0x0102, 0x0304, 0x0506};
    for (auto const syntax : {EXS_LittleEndianExplicit, EXS_LittleEndianImplicit, EXS_BigEndianExplicit,
                              EXS_DeflatedLittleEndianExplicit, EXS_RLELossless}) {
        auto const frame = load(image, syntax, 2);
        REQUIRE_MESSAGE(frame, frame.error().detail);
        CHECK(frame->bytes.substr(0, 6) == "\2\1\4\3\6\5");
    }
}

TEST_CASE("bytes in words of big endian belong to two frames where these have an odd length (PS3.5 7.3)") {
    testing::SampleImage image{.rows = 1, .columns = 3, .frames = 2, .bytes = {1, 2, 3, 4, 5, 6}};
    CHECK(load(image, EXS_BigEndianExplicit, 1)->bytes == "\1\2\3");
    CHECK(load(image, EXS_BigEndianExplicit, 2)->bytes == "\4\5\6");
}

TEST_CASE("there is no frame behind the last") {
    testing::SampleImage const image{.rows = 1, .columns = 2, .bytes = {1, 2}};
    CHECK(load(image, EXS_LittleEndianExplicit, 2).error().code == ErrorCode::not_found);
    CHECK(load(image, EXS_LittleEndianExplicit, 0).error().code == ErrorCode::not_found);
}

}  // namespace cassette
