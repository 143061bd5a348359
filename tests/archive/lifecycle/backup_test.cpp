#include "archive/lifecycle/backup.h"

#include "storage/memory_blob_store.h"
#include "tests/support/archive_on_disk.h"
#include "tests/support/dataset_builder.h"
#include "tests/support/failing_blobs.h"
#include "tests/support/stored_file.h"

#include <doctest/doctest.h>

#include <map>

#include <algorithm>
#include <fstream>

namespace cassette {

namespace {

using testing::ArchiveOnDisk;
using testing::small_image;
using testing::stored_file;

struct Copy {
    BackupProgress progress;
    std::vector<Fault> faults;
};

Copy copied(Index const& index, BlobStore const& from, BlobStore& to) {
    Copy copy;
    BackupObserver const observer{[&](VersionInfo const&, Fault fault) { copy.faults.push_back(fault); },
                                  [](BackupProgress const&) {}};
    auto const source = [&](Digest const& digest) { return from.open(digest); };
    auto const progress = copy_blobs({index, source, to}, local_operator(), observer);
    REQUIRE(progress);
    CHECK(progress->faults == copy.faults.size());
    copy.progress = *progress;
    return copy;
}

// Two instances, of which one has an earlier version.
void store_three_versions(Archive& archive) {
    stored_file(archive, small_image({.instance = "1.2.3.1.9"}).part10());
    stored_file(archive, small_image().part10());
    stored_file(archive, small_image({.patient_name = "Doe^John"}).part10());
}

std::map<std::string, std::int64_t> times_of(BlobStore const& blobs) {
    std::map<std::string, std::int64_t> times;
    CHECK(blobs.for_each([&](BlobInfo const& info) -> Result<void> {
        times[info.digest.hex()] = info.stored_at;
        return {};
    }));
    return times;
}

}  // namespace

TEST_CASE("a backup has the blob of every version, earlier ones too, and the next one copies only what is new") {
    ArchiveOnDisk on_disk;
    auto& archive = on_disk.archive();
    store_three_versions(archive);
    auto const backup_store = make_memory_blob_store();
    auto& backup = *backup_store;
    auto const first = copied(archive.index, archive.blobs, backup);
    CHECK(first.progress.versions == 3);
    CHECK(first.progress.copied == 3);
    auto const all_there = [&](VersionInfo const& version) -> Result<void> {
        auto const blob = backup.open(version.blob);
        REQUIRE(blob);
        CHECK((*blob)->size() == version.size);
        return {};
    };
    CHECK(archive.index.for_each_version(all_there));
    CHECK(times_of(backup) == times_of(archive.blobs));  // reindexing finds the same order in it
    stored_file(archive, small_image({.instance = "1.2.3.1.10"}).part10());
    auto const second = copied(archive.index, archive.blobs, backup);
    CHECK(second.progress.versions == 4);
    CHECK(second.progress.copied == 1);
}

TEST_CASE("what is damaged, cut short, lost or unreadable is told and never copied") {
    ArchiveOnDisk on_disk;
    store_three_versions(on_disk.archive());
    auto const files = on_disk.objects();
    REQUIRE(files.size() == 3);
    for (auto const& file : files) std::filesystem::permissions(file, std::filesystem::perms::owner_all);
    std::fstream{files[0], std::ios::in | std::ios::out | std::ios::binary}.seekp(200).put('\x7f');
    std::filesystem::resize_file(files[1], std::filesystem::file_size(files[1]) - 1);
    std::filesystem::remove(files[2]);
    auto const backup_store = make_memory_blob_store();
    auto& backup = *backup_store;
    auto damaged = copied(on_disk.archive().index, on_disk.archive().blobs, backup);
    std::ranges::sort(damaged.faults);
    CHECK(damaged.faults == std::vector{Fault::missing, Fault::wrong_digest, Fault::wrong_size});
    CHECK(damaged.progress.copied == 0);
    CHECK(backup.for_each([](BlobInfo const&) -> Result<void> { return fail(ErrorCode::internal, "a blob"); }));

    ArchiveOnDisk sound;
    store_three_versions(sound.archive());
    testing::FailingBlobs const failing{sound.archive().blobs};
    CHECK(copied(sound.archive().index, failing, backup).faults == std::vector(3, Fault::unreadable));
}

}  // namespace cassette
