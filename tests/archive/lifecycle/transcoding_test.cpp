#include "archive/lifecycle/transcoding.h"

#include "archive/ingest/incoming_instance.h"
#include "archive/lifecycle/reindex.h"
#include "archive/lifecycle/removal.h"
#include "archive/lifecycle/verify.h"
#include "archive/retrieve/retrieve.h"
#include "schema/moment.h"
#include "storage/search_values.h"
#include "storage/transcodings.h"
#include "tests/support/archive_on_disk.h"
#include "tests/support/dataset_builder.h"
#include "tests/support/sample_image.h"
#include "tests/support/stored_file.h"
#include "tests/support/transcoded.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <limits>

namespace cassette {

namespace {

using testing::ArchiveOnDisk;
using testing::decoded_cells;
using testing::part10_of;
using testing::SampleImage;
using testing::stored_file;

TransferSyntaxUID const htj2k = *TransferSyntaxUID::parse("1.2.840.10008.1.2.4.202");
constexpr auto whenever = std::numeric_limits<std::int64_t>::max();

// Three frames of 12 bits in 16, with bits beside the stored ones.
std::string image(E_TransferSyntax syntax = EXS_LittleEndianExplicit, unsigned seed = 611) {
    SampleImage sample{.rows = 9, .columns = 7, .bits_allocated = 16, .bits_stored = 12, .frames = 3};
    for (unsigned i = 0; i < 189; ++i) sample.words.push_back(static_cast<std::uint16_t>(i * seed));
    return part10_of(sample, syntax);
}

RetrieveScope scope_of(StoredInstance const& stored) { return {stored.study, stored.series, stored.instance}; }

InstanceLocation located(ArchiveOnDisk& on_disk, StoredInstance const& stored) {
    auto location = locate_instance(on_disk.archive(), local_operator(), scope_of(stored));
    REQUIRE_MESSAGE(location, location.error().detail);
    return std::move(*location);
}

std::string bytes_of(ArchiveOnDisk& on_disk, Digest const& digest) {
    auto const blob = on_disk.archive().blobs.open(digest);
    REQUIRE(blob);
    std::string bytes(static_cast<std::size_t>((*blob)->size()), '\0');
    REQUIRE((*blob)->read_at(0, std::as_writable_bytes(std::span{bytes})));
    return bytes;
}

TranscodingPiece one_piece(ArchiveOnDisk& on_disk, TransferSyntaxUID const& to = htj2k) {
    auto piece = transcoding_piece(on_disk.archive(), local_operator(), {.to = to}, 0);
    REQUIRE_MESSAGE(piece, piece.error().detail);
    return std::move(*piece);
}

// verify finds nothing wrong and nothing lying about.
void check_clean(ArchiveOnDisk& on_disk) {
    VerifyObserver const observer{[](VersionInfo const&, Fault) {}, [](VerifyProgress const&) {}};
    auto const verified = verify(on_disk.archive(), local_operator(), observer);
    REQUIRE(verified);
    CHECK(verified->faults == 0);
    CHECK(verified->unreferenced == 0);
    CHECK(on_disk.incoming().empty());
}

std::filesystem::path file_of(ArchiveOnDisk& on_disk, Digest const& digest) {
    for (auto const& file : on_disk.objects())
        if (file.string().find(digest.hex()) != std::string::npos) return file;
    FAIL("no such object");
    return {};
}

void damage(ArchiveOnDisk& on_disk, Digest const& digest) {
    auto const path = file_of(on_disk, digest);
    std::filesystem::permissions(path, std::filesystem::perms::owner_all);
    std::fstream file{path, std::ios::in | std::ios::out | std::ios::binary};
    file.seekp(-3, std::ios::end);
    file.put('#');
    CHECK(file.good());
}

}  // namespace

TEST_CASE(
    "what is stored uncompressed becomes current in another transfer syntax, every pixel and attribute the same") {
    for (auto const stored_in : {EXS_LittleEndianExplicit, EXS_LittleEndianImplicit, EXS_BigEndianExplicit})
        for (auto const* to :
             {"1.2.840.10008.1.2.4.202", "1.2.840.10008.1.2.4.90", "1.2.840.10008.1.2.4.80", "1.2.840.10008.1.2.5"}) {
            CAPTURE(to);
            CAPTURE(static_cast<int>(stored_in));
            ArchiveOnDisk on_disk;
            auto const file = image(stored_in);
            auto const stored = stored_file(on_disk.archive(), file);
            auto const piece = one_piece(on_disk, *TransferSyntaxUID::parse(to));
            CHECK(piece.transcoded == 1);
            CHECK_MESSAGE(piece.refusals.empty(), piece.refusals.front().reason);
            CHECK(piece.bytes_before == file.size());
            auto const now = located(on_disk, stored);
            CHECK(now.transfer_syntax.str() == to);
            CHECK(now.size == piece.bytes_after);
            CHECK(*decoded_cells(bytes_of(on_disk, now.blob)) == *decoded_cells(file));
            check_clean(on_disk);
        }
}

TEST_CASE("colours come back, whichever way their samples lie") {
    for (std::uint16_t const planar : {std::uint16_t{0}, std::uint16_t{1}}) {
        SampleImage sample{
            .rows = 16, .columns = 15, .samples = 3, .planar_configuration = planar, .photometric = "RGB"};
        for (unsigned i = 0; i < 720; ++i) sample.bytes.push_back(static_cast<std::uint8_t>(i * i / 3));
        ArchiveOnDisk on_disk;
        auto const stored = stored_file(on_disk.archive(), part10_of(sample));
        auto const piece = one_piece(on_disk);
        CHECK_MESSAGE(piece.refusals.empty(), piece.refusals.front().reason);
        CHECK(piece.transcoded == 1);
        CHECK(*decoded_cells(bytes_of(on_disk, located(on_disk, stored).blob)) == *decoded_cells(part10_of(sample)));
    }
}

TEST_CASE("the next piece goes on behind the last one, until there is nothing behind it") {
    ArchiveOnDisk on_disk;
    auto& archive = on_disk.archive();
    for (auto const* instance : {"1.2.1.1.1", "1.2.1.1.2", "1.2.1.1.3"})
        stored_file(archive, testing::small_image({.instance = instance}).part10());
    TranscodingPolicy const policy{.to = htj2k, .versions_max = 2};
    auto const first = transcoding_piece(archive, local_operator(), policy, 0);
    REQUIRE(first);
    CHECK(first->transcoded == 2);
    CHECK_FALSE(first->finished);
    auto const second = transcoding_piece(archive, local_operator(), policy, first->last);
    REQUIRE(second);
    CHECK(second->transcoded == 1);
    auto last = second->last;
    for (bool finished = false; !finished;) {
        auto const next = transcoding_piece(archive, local_operator(), policy, last);
        REQUIRE(next);
        CHECK(next->transcoded == 0);
        finished = next->finished;
        last = next->last;
    }
    stored_file(archive, testing::small_image({.instance = "1.2.1.1.4"}).part10());
    CHECK(transcoding_piece(archive, local_operator(), policy, last)->transcoded == 1);
    check_clean(on_disk);
}

TEST_CASE("what cannot be transcoded is remembered with the reason and left as it is") {
    ArchiveOnDisk on_disk;
    SampleImage const bits{
        .rows = 8, .columns = 8, .bits_allocated = 1, .bits_stored = 1, .bytes = {1, 2, 3, 4, 5, 6, 7, 8}};
    auto const stored = stored_file(on_disk.archive(), part10_of(bits));
    auto const piece = one_piece(on_disk);
    CHECK(piece.transcoded == 0);
    REQUIRE(piece.refusals.size() == 1);
    CHECK(piece.refusals[0].instance == stored.instance);
    CHECK_FALSE(piece.refusals[0].reason.empty());
    CHECK(one_piece(on_disk).refusals.empty());
    CHECK(located(on_disk, stored).blob == stored.blob);
    check_clean(on_disk);
}

TEST_CASE("an object that has rotted is not given a digest that says it is sound") {
    ArchiveOnDisk on_disk;
    auto const stored = stored_file(on_disk.archive(), image());
    damage(on_disk, stored.blob);
    auto const piece = one_piece(on_disk);
    REQUIRE(piece.refusals.size() == 1);
    CHECK(piece.refusals[0].reason == "the stored object is damaged");
    CHECK(located(on_disk, stored).blob == stored.blob);
}

TEST_CASE("a piece that is stopped leaves everything as it was, and the next one does the work") {
    ArchiveOnDisk on_disk;
    auto& archive = on_disk.archive();
    auto const stored = stored_file(archive, image());
    // Stopped at every moment at which it asks, one after the other.
    bool done = false;
    int moments = 0;
    for (int stop_at = 0; !done; ++stop_at) {
        int asked = 0;
        TranscodingPolicy const policy{.to = htj2k, .stopped = [&] { return asked++ == stop_at; }};
        auto const piece = transcoding_piece(archive, local_operator(), policy, 0);
        done = piece.has_value();
        if (done) break;
        ++moments;
        CHECK(piece.error().code == ErrorCode::cancelled);
        CHECK(located(on_disk, stored).blob == stored.blob);
        check_clean(on_disk);
    }
    CHECK(moments > 5);
    CHECK(located(on_disk, stored).transfer_syntax == htj2k);
    check_clean(on_disk);
}

TEST_CASE("after a crash at any moment either version is current and whole, and the work goes on") {
    ArchiveOnDisk on_disk;
    auto& archive = on_disk.archive();
    auto const stored = stored_file(archive, image());
    auto const native = archive.index.transcodings().native_versions({0, 10}, htj2k);
    REQUIRE(native);
    REQUIRE(native->versions.size() == 1);
    SUBCASE("in the attempt") {
        REQUIRE(archive.index.transcodings().begin_attempt(native->versions[0].version, htj2k));
    }
    SUBCASE("between the publishing of the copy and its row") {
        REQUIRE(archive.index.transcodings().begin_attempt(native->versions[0].version, htj2k));
        ArchiveOnDisk elsewhere;
        auto const same = stored_file(elsewhere.archive(), image());
        CHECK(one_piece(elsewhere).transcoded == 1);
        auto const copy = bytes_of(elsewhere, located(elsewhere, same).blob);
        auto writer = archive.blobs.create();
        REQUIRE(writer);
        REQUIRE((*writer)->write(std::as_bytes(std::span{copy})));
        REQUIRE((*writer)->finish());
        REQUIRE((*writer)->publish(nanoseconds_now()));
    }
    on_disk.reopen_index();
    CHECK(located(on_disk, stored).blob == stored.blob);
    CHECK(one_piece(on_disk).transcoded == 1);
    CHECK(located(on_disk, stored).transfer_syntax == htj2k);
    check_clean(on_disk);
}

TEST_CASE("whoever stores or deletes the instance meanwhile wins, and the copy leaves nothing behind") {
    ArchiveOnDisk on_disk;
    auto& archive = on_disk.archive();
    auto const stored = stored_file(archive, image());
    auto const other = image(EXS_LittleEndianExplicit, 37);
    bool const deletes = [] {
        bool chosen = false;
        SUBCASE("stores") {}
        SUBCASE("deletes") { chosen = true; }
        return chosen;
    }();
    // The moment at which the last frame is compared: from here on nobody asks any more.
    int asked = 0;
    TranscodingPolicy counting{.to = htj2k, .stopped = [&] { return ++asked, false; }};
    {
        ArchiveOnDisk elsewhere;
        stored_file(elsewhere.archive(), image());
        REQUIRE(transcoding_piece(elsewhere.archive(), local_operator(), counting, 0));
    }
    int const last = std::exchange(asked, 0);
    counting.stopped = [&] {
        if (++asked != last) return false;
        if (deletes)
            CHECK(remove(archive, local_operator(), scope_of(stored), "a test"));
        else
            (void)stored_file(archive, other);
        return false;
    };
    auto const piece = transcoding_piece(archive, local_operator(), counting, 0);
    REQUIRE_MESSAGE(piece, piece.error().detail);
    CHECK(piece->transcoded == 0);
    CHECK(piece->refusals.empty());
    CHECK(on_disk.counts().versions == (deletes ? 1 : 2));
    CHECK(on_disk.counts().instances == (deletes ? 0 : 1));
    if (!deletes) CHECK(*decoded_cells(bytes_of(on_disk, located(on_disk, stored).blob)) == *decoded_cells(other));
    check_clean(on_disk);
}

TEST_CASE("an original that is sent again is recognised, kept or freed, whatever its File Meta and the policy") {
    for (auto const policy : {OnDuplicate::supersede, OnDuplicate::keep_first, OnDuplicate::reject})
        for (bool const freed : {false, true}) {
            CAPTURE(static_cast<int>(policy));
            CAPTURE(freed);
            ArchiveSettings settings;
            settings.on_duplicate = policy;
            ArchiveOnDisk on_disk{settings};
            auto& archive = on_disk.archive();
            auto const file = image();
            auto const stored = stored_file(archive, file);
            CHECK(one_piece(on_disk).transcoded == 1);
            if (freed) CHECK(free_originals(archive, local_operator(), {whenever})->originals == 1);
            auto const before = located(on_disk, stored);
            auto renamed = file;
            renamed[0] = 'x';  // of the preamble
            for (auto const& again : {file, renamed}) {
                auto const outcome = stored_file(archive, again);
                CHECK(outcome.outcome == Committed::unchanged);
                CHECK(outcome.blob == before.blob);
            }
            CHECK(located(on_disk, stored).blob == before.blob);
            CHECK(on_disk.counts().versions == (freed ? 1 : 2));
            check_clean(on_disk);
        }
}

TEST_CASE("an original that is sent again heals an instance whose copy is gone") {
    ArchiveOnDisk on_disk;
    auto& archive = on_disk.archive();
    auto const stored = stored_file(archive, image());
    CHECK(one_piece(on_disk).transcoded == 1);
    CHECK(free_originals(archive, local_operator(), {whenever})->originals == 1);
    REQUIRE(archive.blobs.remove(located(on_disk, stored).blob));
    CHECK(stored_file(archive, image()).outcome == Committed::superseded);
    CHECK(located(on_disk, stored).blob == stored.blob);
    CHECK(*decoded_cells(bytes_of(on_disk, stored.blob)) == *decoded_cells(image()));
    CHECK(one_piece(on_disk).transcoded == 1);  // which makes the copy anew
    check_clean(on_disk);
}

TEST_CASE("originals are freed when their time has come, by who may, and only if the copy is sound") {
    ArchiveOnDisk on_disk;
    auto& archive = on_disk.archive();
    auto const stored = stored_file(archive, image());
    CHECK(one_piece(on_disk).transcoded == 1);
    CHECK(on_disk.objects().size() == 2);
    CHECK(free_originals(archive, Principal{"guest"}, {whenever}).error().code == ErrorCode::not_authorized);
    CHECK(free_originals(archive, local_operator(), {1})->originals == 0);
    CHECK(on_disk.objects().size() == 2);
    SUBCASE("sound") {
        CHECK(free_originals(archive, local_operator(), {whenever})->originals == 1);
        CHECK(on_disk.objects().size() == 1);
        check_clean(on_disk);
    }
    SUBCASE("interrupted") {
        auto const native = archive.index.history(stored.instance);
        REQUIRE(native);
        auto const due = archive.index.transcodings().originals(whenever, 10);
        REQUIRE(due);
        REQUIRE(archive.index.transcodings().begin_freeing(due->at(0).original));
        REQUIRE(archive.blobs.remove(stored.blob));
        on_disk.reopen_index();
        check_clean(on_disk);
        CHECK(free_originals(on_disk.archive(), local_operator(), {1})->originals == 1);
        CHECK(on_disk.counts().versions == 1);
        check_clean(on_disk);
    }
    SUBCASE("damaged") {
        damage(on_disk, located(on_disk, stored).blob);
        auto const freed = free_originals(archive, local_operator(), {whenever});
        REQUIRE(freed);
        CHECK(freed->originals == 0);
        CHECK(freed->kept == 1);
        CHECK(on_disk.objects().size() == 2);
    }
}

TEST_CASE("after the index was lost the copy is current, and an original that is sent again is transcoded again") {
    ArchiveOnDisk on_disk;
    auto const stored = stored_file(on_disk.archive(), image());
    CHECK(one_piece(on_disk).transcoded == 1);
    auto const copy = located(on_disk, stored).blob;
    on_disk.lose_index();
    REQUIRE(reindex(on_disk.archive(), local_operator(), [](auto const&, auto const&, auto const*) {}));
    CHECK(located(on_disk, stored).blob == copy);
    stored_file(on_disk.archive(), image());
    CHECK(located(on_disk, stored).blob == stored.blob);
    CHECK(one_piece(on_disk).transcoded == 1);
    CHECK(located(on_disk, stored).blob == copy);
    CHECK(stored_file(on_disk.archive(), image()).outcome == Committed::unchanged);
    check_clean(on_disk);
}

TEST_CASE("transcoding waits while search attributes are being filled in") {
    ArchiveOnDisk on_disk;
    stored_file(on_disk.archive(), image());
    std::vector<SearchAttribute> const custom{
        {"KVP", {}, {0x0018, 0x0060}, {}, "DS", Level::instance, Matching::number}};
    REQUIRE(on_disk.archive().index.search_values().declare(custom));
    auto const piece = transcoding_piece(on_disk.archive(), local_operator(), {.to = htj2k}, 0);
    CHECK(piece.error().code == ErrorCode::unavailable);
}

TEST_CASE("what is wrong with the stores is not held against an object") {
    ArchiveOnDisk on_disk;
    auto& archive = on_disk.archive();
    stored_file(archive, image());
    class FullBlobs final : public BlobStore {
    public:
        explicit FullBlobs(BlobStore& sound) : sound_{sound} {}
        Result<std::unique_ptr<BlobWriter>> create() override { return full(); }
        Result<std::shared_ptr<Spool>> create_spool() override { return full(); }
        Result<std::shared_ptr<Blob const>> open(Digest const& digest) const override { return sound_.open(digest); }
        Result<bool> contains(Digest const& digest) const override { return sound_.contains(digest); }
        Result<void> remove(Digest const& digest) override { return sound_.remove(digest); }
        Result<void> for_each(Visitor const& visit) const override { return sound_.for_each(visit); }

    private:
        static Failure full() { return fail(ErrorCode::out_of_resources, "no space"); }
        BlobStore& sound_;
    };
    FullBlobs full{archive.blobs};
    Archive without_space{full, archive.index, archive.renditions, archive.settings};
    for (int attempt = 0; attempt < 4; ++attempt)
        CHECK(transcoding_piece(without_space, local_operator(), {.to = htj2k}, 0).error().code ==
              ErrorCode::out_of_resources);
    CHECK(one_piece(on_disk).transcoded == 1);
}

}  // namespace cassette
