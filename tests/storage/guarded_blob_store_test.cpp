#include "storage/guarded_blob_store.h"

#include "schema/moment.h"
#include "storage/folder_blob_store.h"
#include "storage/memory_blob_store.h"
#include "tests/support/blob_store_contract.h"
#include "tests/support/bytes_of.h"
#include "tests/support/failing_file_system.h"
#include "tests/support/temporary_directory.h"
#include "tests/support/temporary_folders_in_memory.h"

#include <doctest/doctest.h>

#include <cerrno>
#include <string>
#include <vector>

namespace cassette {

using testing::bytes_of;

namespace {

using testing::FailingFileSystem;
using testing::TemporaryDirectory;
using testing::TemporaryFoldersInMemory;
using Call = FailingFileSystem::Call;

std::chrono::steady_clock::time_point present;

// A guarded folder on a disk that fails when it is told to.
struct Guarded {
    explicit Guarded(FailingFileSystem& files)
        : writability{folder.path(), {.now = [] { return present; }}, files}, store{open(files)} {}

    std::unique_ptr<BlobStore> open(FailingFileSystem& files) {
        auto opened = open_folder_blob_store(folder.path(), files);
        REQUIRE(opened);
        return guard_blob_store(*std::move(opened), writability);
    }
    Result<Digest> put(std::string_view bytes) {
        auto writer = store->create();
        if (!writer) return fail(writer.error());
        if (auto written = (*writer)->write(bytes_of(bytes)); !written) return fail(written.error());
        auto digest = (*writer)->finish();
        if (!digest) return digest;
        if (auto published = (*writer)->publish(nanoseconds_now()); !published) return fail(published.error());
        return digest;
    }
    bool has_nothing_incoming() const { return std::filesystem::is_empty(folder / "incoming"); }

    TemporaryFoldersInMemory in_memory;
    TemporaryDirectory folder;
    Writability writability;
    std::unique_ptr<BlobStore> store;
};

}  // namespace

TEST_CASE("a guarded store keeps the contract") {
    TemporaryDirectory const folder;
    Writability writability{folder.path(), {}};
    auto const store = guard_blob_store(make_memory_blob_store(), writability);
    testing::check_blob_store_contract(*store);
}

TEST_CASE(
    "whatever write fails, and however: nothing is half stored, the next is refused at once, and it goes on by "
    "itself") {
    for (auto const call : {Call::create, Call::write, Call::sync, Call::rename, Call::make_directory}) {
        for (int const number : {ENOSPC, EDQUOT, EIO, EROFS}) {
            CAPTURE(static_cast<int>(call));
            CAPTURE(number);
            FailingFileSystem files;
            Guarded guarded{files};
            auto const before = guarded.put("before");
            REQUIRE(before);
            files.fail_at(call, number);
            auto const failed = guarded.put("an object of the moment when it happens");
            REQUIRE_FALSE(failed);
            CHECK(failed.error().code == ErrorCode::out_of_resources);
            CHECK(guarded.has_nothing_incoming());
            auto const calls = files.calls();
            CHECK(guarded.put("next").error().code == ErrorCode::out_of_resources);
            CHECK(guarded.store->create_spool().error().code == ErrorCode::out_of_resources);
            CHECK(files.calls() == calls);
            CHECK(guarded.store->open(*before));
            files.recover();
            present += std::chrono::seconds{1};
            guarded.writability.probe();
            CHECK(guarded.put("an object of the moment when it happens"));
            CHECK(guarded.put("next"));
            CHECK(guarded.has_nothing_incoming());
        }
    }
}

TEST_CASE("a sync that failed is not tried again on the same file, nor is its object ever there") {
    FailingFileSystem files;
    Guarded guarded{files};
    auto writer = guarded.store->create();
    REQUIRE(writer);
    REQUIRE((*writer)->write(bytes_of(std::string(100'000, 'x'))));
    auto const digest = (*writer)->finish();
    REQUIRE(digest);
    files.fail_at(Call::sync, EIO);
    CHECK_FALSE((*writer)->publish(nanoseconds_now()));
    files.recover();
    present += std::chrono::seconds{1};
    guarded.writability.probe();
    auto const syncs = files.syncs();
    CHECK_FALSE((*writer)->publish(nanoseconds_now()));
    CHECK(files.syncs() == syncs);
    writer->reset();
    CHECK(guarded.has_nothing_incoming());
    CHECK_FALSE(*guarded.store->contains(*digest));
}

TEST_CASE("what is small is written to the journal again after a sync of it that failed") {
    FailingFileSystem files;
    Guarded guarded{files};
    auto writer = guarded.store->create();
    REQUIRE(writer);
    REQUIRE((*writer)->write(bytes_of("small")));
    auto const digest = (*writer)->finish();
    REQUIRE(digest);
    files.fail_at(Call::sync, EIO);
    CHECK((*writer)->publish(nanoseconds_now()).error().code == ErrorCode::out_of_resources);
    CHECK_FALSE(*guarded.store->contains(*digest));
    files.recover();
    present += std::chrono::seconds{1};
    guarded.writability.probe();
    auto const calls = files.calls();
    CHECK((*writer)->publish(nanoseconds_now()));
    CHECK(files.calls() - calls >= 5);  // written and synced anew, then the file
    CHECK(*guarded.store->contains(*digest));
}

TEST_CASE(
    "an object that is on its way when the disk fails is not made durable, and one that grows asks for more room") {
    FailingFileSystem files;
    Guarded guarded{files};
    auto writer = guarded.store->create();
    REQUIRE(writer);
    REQUIRE((*writer)->write(bytes_of("on its way")));
    guarded.writability.note(error_of_errno(EIO, "fdatasync"));
    SUBCASE("it ends") { CHECK((*writer)->finish().error().code == ErrorCode::out_of_resources); }
    SUBCASE("it grows") {
        std::vector<std::byte> const piece(std::size_t{8} << 20);
        CHECK((*writer)->write(piece).error().code == ErrorCode::out_of_resources);
        CHECK((*writer)->write(bytes_of("x")).error().code == ErrorCode::out_of_resources);
    }
    writer->reset();
    CHECK(guarded.has_nothing_incoming());
}

TEST_CASE("what is there can be freed on a full disk") {
    FailingFileSystem files;
    Guarded guarded{files};
    auto const digest = guarded.put("old");
    REQUIRE(digest);
    guarded.writability.note(error_of_errno(ENOSPC, "write"));
    CHECK(guarded.store->remove(*digest));
    CHECK_FALSE(*guarded.store->contains(*digest));
}

TEST_CASE("a spool that cannot be made is noted") {
    FailingFileSystem files;
    Guarded guarded{files};
    REQUIRE(guarded.store->create_spool());
    std::filesystem::remove(guarded.folder / "incoming");
    CHECK(guarded.store->create_spool().error().code == ErrorCode::out_of_resources);
    CHECK(guarded.writability.standing().refusal == Refusal::io_error);
}

}  // namespace cassette
