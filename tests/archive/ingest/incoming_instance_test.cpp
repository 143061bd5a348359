#include "archive/ingest/incoming_instance.h"

#include "archive/part10/file_meta.h"
#include "tests/support/archive_on_disk.h"
#include "tests/support/dataset_builder.h"
#include "tests/support/sha256_of.h"

#include <doctest/doctest.h>

#include <thread>

namespace cassette {

namespace {

using testing::ArchiveOnDisk;
using testing::Encoding;
using testing::small_image;

constexpr std::string_view explicit_little = "1.2.840.10008.1.2.1";

AnnouncedInstance announced(std::string_view instance, std::string_view syntax = explicit_little) {
    auto const sop_class = SOPClassUID::parse(testing::ct_image_storage);
    auto const uid = SOPInstanceUID::received(instance);
    auto const transfer_syntax = TransferSyntaxUID::parse(syntax);
    REQUIRE(sop_class);
    REQUIRE(uid);
    REQUIRE(transfer_syntax);
    return {*sop_class, *uid, *transfer_syntax};
}

Result<StoredInstance> sent(IncomingInstance incoming, std::string_view bytes, std::size_t piece) {
    for (; !bytes.empty(); bytes.remove_prefix(std::min(piece, bytes.size()))) {
        auto const part = bytes.substr(0, piece);
        if (auto written = incoming.write(std::as_bytes(std::span{part})); !written) return fail(written.error());
    }
    return incoming.commit();
}

Result<StoredInstance> store_file(Archive& archive, std::string_view file, std::size_t piece = 4096) {
    auto incoming = IncomingInstance::part10(archive, local_operator(), "test");
    REQUIRE(incoming);
    return sent(std::move(*incoming), file, piece);
}

Result<StoredInstance> store_dataset(Archive& archive, std::string_view dataset, AnnouncedInstance const& announcement,
                                     std::size_t piece = 4096) {
    auto incoming = IncomingInstance::dataset(archive, local_operator(), "test", announcement);
    REQUIRE(incoming);
    return sent(std::move(*incoming), dataset, piece);
}

std::string blob_bytes(Archive const& archive, Digest const& digest) {
    auto const blob = archive.blobs.open(digest);
    REQUIRE(blob);
    std::string bytes((*blob)->size(), '\0');
    REQUIRE((*blob)->read_at(0, std::as_writable_bytes(std::span{bytes})));
    return bytes;
}

ErrorCode refusal(Result<StoredInstance> const& stored) {
    REQUIRE_FALSE(stored);
    return stored.error().code;
}

std::vector<VersionInfo> history(Archive const& archive, std::string_view instance) {
    auto const versions = archive.index.history(*SOPInstanceUID::received(instance));
    REQUIRE(versions);
    return *versions;
}

// The same data set behind a File Meta group that another application wrote.
std::string with_other_meta(std::string file) {
    file.replace(0, 16, "another preamble");
    return file;
}

ArchiveSettings on_duplicate(OnDuplicate policy) {
    ArchiveSettings settings;
    settings.on_duplicate = policy;
    return settings;
}

}  // namespace

TEST_CASE("a Part 10 file is kept bit for bit, however it arrives (PS3.10 7.1)") {
    auto const file = with_other_meta(small_image().part10());
    for (std::size_t const piece : {std::size_t{1}, std::size_t{13}, file.size()}) {
        CAPTURE(piece);
        ArchiveOnDisk on_disk;
        auto const stored = store_file(on_disk.archive(), file, piece);
        REQUIRE(stored);
        CHECK(stored->outcome == Committed::added);
        CHECK(stored->warnings.empty());
        CHECK(stored->blob.hex() == testing::sha256_of(file));
        CHECK((blob_bytes(on_disk.archive(), stored->blob) == file));
        CHECK(on_disk.counts().instances == 1);
        CHECK(on_disk.incoming().empty());
        CHECK(on_disk.objects().size() == 1);
    }
}

TEST_CASE("what a file lacks is put before it, and nothing else (PS3.10 7.1)") {
    auto const file = small_image().part10();
    auto const dataset = small_image().dataset();
    auto const prefix =
        make_file_prefix(std::string{testing::ct_image_storage}, "1.2.3.1.1", std::string{explicit_little});
    struct Sample {
        std::string sent, kept;
        std::string_view what;
    };
    for (auto const& [bytes, kept, what] :
         {Sample{file.substr(128), file, "without preamble"}, Sample{file.substr(132), file, "File Meta alone"},
          Sample{dataset, prefix + dataset, "a bare data set"}}) {
        CAPTURE(what);
        for (std::size_t const piece : {std::size_t{1}, bytes.size()}) {
            ArchiveOnDisk on_disk;
            auto const stored = store_file(on_disk.archive(), bytes, piece);
            REQUIRE(stored);
            CHECK((blob_bytes(on_disk.archive(), stored->blob) == kept));
        }
    }
}

TEST_CASE(
    "a C-STORE data set sent twice is one blob, behind a File Meta group made of what was announced (PS3.7 9.3.1)") {
    ArchiveOnDisk on_disk;
    auto& archive = on_disk.archive();
    auto const dataset = small_image({}, Encoding::implicit_little_endian).dataset();
    auto const announcement = announced("1.2.3.1.1", "1.2.840.10008.1.2");
    auto const first = store_dataset(archive, dataset, announcement, 1);
    REQUIRE(first);
    CHECK(first->outcome == Committed::added);
    auto const prefix = make_file_prefix(std::string{testing::ct_image_storage}, "1.2.3.1.1", "1.2.840.10008.1.2");
    CHECK((blob_bytes(archive, first->blob) == prefix + dataset));
    auto const second = store_dataset(archive, dataset, announcement);
    REQUIRE(second);
    CHECK(second->outcome == Committed::unchanged);
    CHECK(second->blob == first->blob);
    // The same data set as a bare upload is the same blob too.
    auto const bare = store_file(archive, dataset);
    REQUIRE(bare);
    CHECK(bare->outcome == Committed::unchanged);
    CHECK(on_disk.objects().size() == 1);
}

TEST_CASE("the same data set behind another File Meta group is unchanged, under every policy") {
    using enum OnDuplicate;
    for (std::string const instance : {"1.2.3.1.1", "1.2.3.01-A"}) {  // the latter of unconventional form
        for (auto const policy : {supersede, keep_first, reject}) {
            CAPTURE(instance);
            CAPTURE(static_cast<int>(policy));
            ArchiveOnDisk on_disk{on_duplicate(policy)};
            auto const file = small_image({.instance = instance}).part10();
            auto const first = store_file(on_disk.archive(), file);
            REQUIRE(first);
            auto const again = store_file(on_disk.archive(), with_other_meta(file), 7);
            REQUIRE(again);
            CHECK(again->outcome == Committed::unchanged);
            CHECK(again->blob == first->blob);
            CHECK(history(on_disk.archive(), instance).size() == 1);
            CHECK(on_disk.objects().size() == 1);
            CHECK(on_disk.incoming().empty());
        }
    }
}

TEST_CASE("another data set under a known UID follows the policy") {
    auto const first_file = small_image().part10();
    auto const second_file = small_image({.patient_name = "Doe^John"}).part10();
    SUBCASE("supersede: the newest is current, the first stays in the history") {
        ArchiveOnDisk on_disk{on_duplicate(OnDuplicate::supersede)};
        auto const first = store_file(on_disk.archive(), first_file);
        auto const second = store_file(on_disk.archive(), second_file);
        REQUIRE(second);
        CHECK(second->outcome == Committed::superseded);
        auto const versions = history(on_disk.archive(), "1.2.3.1.1");
        REQUIRE(versions.size() == 2);
        CHECK(versions[0].blob == first->blob);
        CHECK_FALSE(versions[0].current);
        CHECK(versions[1].current);
    }
    SUBCASE("keep_first: the newest is recorded, the first stays current") {
        ArchiveOnDisk on_disk{on_duplicate(OnDuplicate::keep_first)};
        REQUIRE(store_file(on_disk.archive(), first_file));
        auto const second = store_file(on_disk.archive(), second_file);
        REQUIRE(second);
        CHECK(second->outcome == Committed::kept_first);
        auto const versions = history(on_disk.archive(), "1.2.3.1.1");
        REQUIRE(versions.size() == 2);
        CHECK(versions[0].current);
        CHECK((blob_bytes(on_disk.archive(), versions[1].blob) == second_file));
    }
    SUBCASE("reject: a conflict, and nothing of it is left") {
        ArchiveOnDisk on_disk{on_duplicate(OnDuplicate::reject)};
        REQUIRE(store_file(on_disk.archive(), first_file));
        CHECK(refusal(store_file(on_disk.archive(), second_file)) == ErrorCode::conflict);
        CHECK(history(on_disk.archive(), "1.2.3.1.1").size() == 1);
        CHECK(on_disk.objects().size() == 1);
        CHECK(on_disk.incoming().empty());
        CHECK(store_file(on_disk.archive(), first_file)->outcome == Committed::unchanged);
    }
}

TEST_CASE("a data set of other UIDs than announced is nonconformant (PS3.4 B.2.3)") {
    ArchiveOnDisk on_disk;
    auto& archive = on_disk.archive();
    CHECK(refusal(store_dataset(archive, small_image().dataset(), announced("1.2.3.1.9"))) == ErrorCode::nonconformant);
    auto mr = announced("1.2.3.1.1");
    mr.sop_class = *SOPClassUID::parse("1.2.840.10008.5.1.4.1.1.4");
    CHECK(refusal(store_dataset(archive, small_image().dataset(), mr)) == ErrorCode::nonconformant);
    CHECK(on_disk.counts().instances == 0);
    CHECK(on_disk.objects().empty());
    CHECK(on_disk.incoming().empty());
}

TEST_CASE("an instance of another study than it is sent to is nonconformant (PS3.18 10.5.1)") {
    ArchiveOnDisk on_disk;
    for (std::string const study : {"1.2.4", "1.2.3"}) {
        auto incoming = IncomingInstance::part10(on_disk.archive(), local_operator(), "test");
        REQUIRE(incoming);
        incoming->require_study(*StudyInstanceUID::parse(study));
        auto const stored = sent(std::move(*incoming), small_image().part10(), 100);
        CHECK(stored.has_value() == (study == "1.2.3"));
        if (!stored) CHECK(stored.error().code == ErrorCode::nonconformant);
    }
}

TEST_CASE("an instance beyond instance_bytes_max is too large as soon as it is") {
    auto const file = small_image().part10();
    ArchiveSettings settings;
    settings.instance_bytes_max = file.size();
    ArchiveOnDisk enough{settings};
    CHECK(store_file(enough.archive(), file));
    settings.instance_bytes_max = file.size() - 1;
    ArchiveOnDisk too_little{settings};
    CHECK(refusal(store_file(too_little.archive(), file)) == ErrorCode::too_large);
    settings = {};
    settings.limits.header_bytes_max = 100;
    ArchiveOnDisk small_header{settings};
    CHECK(refusal(store_file(small_header.archive(), file)) == ErrorCode::too_large);
    CHECK(too_little.objects().empty());
    CHECK(too_little.incoming().empty());
}

TEST_CASE("after an error the instance is lost: later writes and the commit return the same error") {
    ArchiveOnDisk on_disk;
    auto incoming = IncomingInstance::part10(on_disk.archive(), local_operator(), "test");
    REQUIRE(incoming);
    std::string const nonsense(200, 'x');
    auto const first = incoming->write(std::as_bytes(std::span{nonsense}));
    REQUIRE_FALSE(first);
    CHECK(first.error().code == ErrorCode::malformed);
    auto const file = small_image().part10();
    auto const second = incoming->write(std::as_bytes(std::span{file}));
    REQUIRE_FALSE(second);
    CHECK(second.error().code == ErrorCode::malformed);
    CHECK(second.error().detail == first.error().detail);
    CHECK(refusal(incoming->commit()) == ErrorCode::malformed);
}

TEST_CASE("what is broken, ends early or lacks a UID is malformed and leaves nothing") {
    ArchiveOnDisk on_disk;
    auto const file = small_image().part10();
    for (auto const& bytes : {
             std::string{},
             std::string(500, 'x'),
             file.substr(0, file.size() - 1),
             file.substr(0, 200),
             small_image().element({0x0040, 0x0275}, testing::nested_sequences(1000)).part10(),
             small_image().without({0x0008, 0x0018}).part10(),
             small_image().without({0x0008, 0x0016}).part10(),
             small_image({.instance = "../../etc"}).part10(),
             small_image().without({0x0008, 0x0018}).dataset(),
         }) {
        CAPTURE(bytes.size());
        CHECK(refusal(store_file(on_disk.archive(), bytes)) == ErrorCode::malformed);
        CHECK(refusal(store_file(on_disk.archive(), bytes, 11)) == ErrorCode::malformed);
        CHECK(on_disk.incoming().empty());
        CHECK(on_disk.objects().empty());
    }
    CHECK(on_disk.counts().instances == 0);
}

TEST_CASE("an instance that is dropped on its way in leaves nothing") {
    ArchiveOnDisk on_disk;
    auto const file = small_image().bytes({0x7FE0, 0x0010}, "OW", std::string(100'000, 'p')).part10();
    {
        auto incoming = IncomingInstance::part10(on_disk.archive(), local_operator(), "test");
        REQUIRE(incoming);
        REQUIRE(incoming->write(std::as_bytes(std::span{file}).first(90'000)));
        CHECK(on_disk.incoming().size() == 1);
        auto const identification = incoming->identification();
        CHECK(identification.sop_class == testing::ct_image_storage);
        CHECK(identification.sop_instance == "1.2.3.1.1");
    }
    CHECK(on_disk.incoming().empty());
    CHECK(on_disk.objects().empty());
}

TEST_CASE("a full medium is out_of_resources") {
    ArchiveOnDisk on_disk;
    // A file where the folder for what is on its way in should be.
    std::filesystem::remove_all(on_disk.path() / "incoming");
    testing::write_file(on_disk.path() / "incoming", "");
    CHECK(refusal(store_file(on_disk.archive(), small_image().part10())) == ErrorCode::out_of_resources);
}

TEST_CASE("eight threads store the same and different instances, and each ends as if alone") {
    ArchiveOnDisk on_disk;
    constexpr int threads = 8, own = 5;
    auto const shared = small_image().part10();
    std::vector<std::string> failures(threads);
    std::vector<std::thread> running;
    for (int t = 0; t < threads; ++t) {
        running.emplace_back([&, t] {
            for (int i = 0; i < own; ++i) {
                auto const instance = "1.2.3.2." + std::to_string(t) + "." + std::to_string(i);
                for (auto const& file : {shared, small_image({.series = "1.2.3.2", .instance = instance}).part10()}) {
                    auto incoming = IncomingInstance::part10(on_disk.archive(), local_operator(), "test");
                    auto const stored = sent(std::move(*incoming), file, 64);
                    if (!stored) failures[static_cast<std::size_t>(t)] += stored.error().detail + '\n';
                }
            }
        });
    }
    for (auto& thread : running) thread.join();
    for (auto const& failure : failures) CHECK(failure == "");
    CHECK(on_disk.counts().instances == threads * own + 1);
    CHECK(on_disk.counts().versions == threads * own + 1);
    CHECK(on_disk.counts().series == 2);
    CHECK(on_disk.counts().studies == 1);
    CHECK(on_disk.objects().size() == threads * own + 1);
    CHECK(on_disk.incoming().empty());
    CHECK(history(on_disk.archive(), "1.2.3.1.1").size() == 1);
}

TEST_CASE("threads that store different data under one UID leave one current version and all of them") {
    ArchiveOnDisk on_disk;
    std::vector<std::thread> running;
    std::vector<int> stored(8);
    for (int t = 0; t < 8; ++t) {
        running.emplace_back([&, t] {
            auto const file = small_image({.patient_name = "Doe^" + std::to_string(t)}).part10();
            auto incoming = IncomingInstance::part10(on_disk.archive(), local_operator(), "test");
            stored[static_cast<std::size_t>(t)] = sent(std::move(*incoming), file, 64).has_value() ? 1 : 0;
        });
    }
    for (auto& thread : running) thread.join();
    CHECK(stored == std::vector<int>(8, 1));
    auto const versions = history(on_disk.archive(), "1.2.3.1.1");
    CHECK(versions.size() == 8);
    CHECK(std::count_if(versions.begin(), versions.end(), [](auto const& version) { return version.current; }) == 1);
}

}  // namespace cassette
