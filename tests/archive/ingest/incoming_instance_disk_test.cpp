// A disk that is full or fails under the whole archive: whatever call it is, the instance is refused as out of resources,
// nothing of it is half there, what is stored is found and read on, and the archive stores again by itself.

#include "archive/ingest/incoming_instance.h"

#include "archive/lifecycle/removal.h"
#include "archive/lifecycle/verify.h"
#include "schema/failure_reason.h"
#include "storage/folder_blob_store.h"
#include "storage/guarded_blob_store.h"
#include "storage/sqlite_index.h"
#include "storage/uncached_renditions.h"
#include "tests/support/dataset_builder.h"
#include "tests/support/failing_file_system.h"
#include "tests/support/failing_sqlite.h"
#include "tests/support/temporary_directory.h"
#include "tests/support/temporary_folders_in_memory.h"

#include <doctest/doctest.h>
#include <sqlite3.h>

#include <cerrno>
#include <functional>
#include <memory>
#include <string>

namespace cassette {

namespace {

using testing::FailingFileSystem;
using testing::FailingSqlite;
using testing::small_image;

std::chrono::steady_clock::time_point present;

// The stores of a node, on a disk that fails when it is told to.
struct FailingDisk {
    FailingDisk() {
        auto folder_store = open_folder_blob_store(folder.path(), files);
        REQUIRE(folder_store);
        blobs = guard_blob_store(*std::move(folder_store), writability);
        auto opened = open_sqlite_index(folder / "index.sqlite", {.readers = 1, .writability = &writability});
        REQUIRE(opened);
        index = *std::move(opened);
        archive = std::make_unique<Archive>(Archive{*blobs, *index, renditions, {}});
    }

    Result<StoredInstance> store(std::string const& instance) {
        auto incoming = IncomingInstance::part10(*archive, local_operator(), "test");
        if (!incoming) return fail(incoming.error());
        auto const bytes = small_image({.instance = instance}).bytes({0xFFFC, 0xFFFC}, "OB", padding).part10();
        if (auto written = incoming->write(std::as_bytes(std::span{bytes})); !written) return fail(written.error());
        return incoming->commit();
    }
    void recover() {
        files.recover();
        sqlite.recover();
        present += std::chrono::seconds{1};
        writability.probe();
    }

    std::string padding;  // what makes an object large; the small ones go by way of the journal
    testing::TemporaryFoldersInMemory in_memory;
    FailingFileSystem files;
    FailingSqlite sqlite;
    testing::TemporaryDirectory folder;
    Writability writability{folder.path(), {.now = [] { return present; }}, files};
    UncachedRenditions renditions;
    std::unique_ptr<BlobStore> blobs;
    std::unique_ptr<Index> index;
    std::unique_ptr<Archive> archive;
};

void check_sound(FailingDisk& disk, std::uint64_t instances) {
    CHECK(std::filesystem::is_empty(disk.folder / "incoming"));
    auto const counts = disk.index->counts();
    REQUIRE(counts);
    CHECK(counts->instances == instances);
    auto const verified =
        verify(*disk.archive, local_operator(), {[](VersionInfo const&, Fault) {}, [](VerifyProgress const&) {}});
    REQUIRE(verified);
    CHECK(verified->faults == 0);
    CHECK(verified->versions == instances);
}

void check_refused(Result<StoredInstance> const& stored) {
    REQUIRE_FALSE(stored);
    CHECK(stored.error().code == ErrorCode::out_of_resources);
    CHECK(failure_reason(stored.error().code) == 0xA700);
}

void check_refusal_and_recovery(FailingDisk& disk, std::function<void()> const& break_it) {
    REQUIRE(disk.store("1.2.3.1"));
    break_it();
    check_refused(disk.store("1.2.3.2"));
    check_refused(disk.store("1.2.3.3"));
    CHECK(disk.writability.standing().refusal);
    check_sound(disk, 1);
    disk.recover();
    CHECK_FALSE(disk.writability.standing().refusal);
    CHECK(disk.store("1.2.3.2"));
    CHECK(disk.store("1.2.3.3"));
    check_sound(disk, 3);
}

}  // namespace

TEST_CASE(
    "an object that cannot be written is refused with A700, leaves nothing, and is taken when the disk is well "
    "(PS3.4 Table B.2-1)") {
    using enum FailingFileSystem::Call;
    for (bool const large : {false, true})
        for (auto const call : {create, write, sync, rename, sync_directory})
            for (int const number : {ENOSPC, EDQUOT, EIO, EROFS}) {
                if (!large && call == sync_directory) continue;  // of the file of a small one nothing is synced yet
                CAPTURE(large);
                CAPTURE(static_cast<int>(call));
                CAPTURE(number);
                FailingDisk disk;
                if (large) disk.padding.assign(100'000, '\0');
                check_refusal_and_recovery(disk, [&] { disk.files.fail_at(call, number); });
            }
}

TEST_CASE(
    "an object whose rows cannot be written is refused with A700, leaves nothing, and is taken when the disk is well") {
    struct Case {
        FailingSqlite::Call call;
        int code;
    };
    for (auto const& [call, code] :
         {Case{FailingSqlite::Call::write, SQLITE_FULL}, Case{FailingSqlite::Call::write, SQLITE_IOERR_WRITE},
          Case{FailingSqlite::Call::sync, SQLITE_IOERR_FSYNC}}) {
        CAPTURE(code);
        FailingDisk disk;
        check_refusal_and_recovery(disk, [&] { disk.sqlite.fail_at(call, code); });
    }
}

TEST_CASE("deleting is refused while the disk fails, and works while it is only full") {
    FailingDisk disk;
    auto const stored = disk.store("1.2.3.1");
    REQUIRE(stored);
    RetrieveScope const scope{stored->study, std::nullopt, std::nullopt};
    SUBCASE("it fails") {
        disk.files.fail_at(FailingFileSystem::Call::write, EIO);
        check_refused(disk.store("1.2.3.2"));
        auto const removed = remove(*disk.archive, local_operator(), scope, "");
        REQUIRE_FALSE(removed);
        CHECK(removed.error().code == ErrorCode::out_of_resources);
        check_sound(disk, 1);
    }
    SUBCASE("it is full") {
        disk.files.fail_at(FailingFileSystem::Call::write, ENOSPC);
        check_refused(disk.store("1.2.3.2"));
        CHECK(remove(*disk.archive, local_operator(), scope, ""));
        CHECK(purge(*disk.archive, local_operator(), {INT64_MAX}));
        check_sound(disk, 0);
        CHECK_FALSE(*disk.blobs->contains(stored->blob));
    }
}

}  // namespace cassette
