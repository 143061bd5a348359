#include "storage/writability.h"

#include "tests/support/failing_file_system.h"
#include "tests/support/temporary_directory.h"

#include <doctest/doctest.h>

#include <cerrno>
#include <string>

namespace cassette {

namespace {

using testing::FailingFileSystem;
using testing::TemporaryDirectory;
using enum Refusal;

constexpr std::uint64_t megabyte = 1'000'000;
std::chrono::steady_clock::time_point present;

void pass(std::chrono::seconds time) { present += time; }

// A disk of which the test says what is left.
struct Disk {
    Disk() { std::filesystem::create_directory(folder / "incoming"); }

    Writability watched(std::uint64_t reserve_bytes = 0) {
        auto const look = [this](std::filesystem::path const&) { return Result<Room>{room}; };
        return Writability{folder.path(), {reserve_bytes, look, [] { return present; }}, files};
    }
    bool is_clean() const { return std::filesystem::is_empty(folder / "incoming"); }

    TemporaryDirectory folder;
    FailingFileSystem files;
    Room room{1000 * megabyte, false};
};

std::string taken(Writability& writability) {
    std::string all;
    for (auto const& [what, letter] :
         {std::pair{Writing::new_object, 'n'}, std::pair{Writing::whole_object, 'w'}, std::pair{Writing::index, 'i'}})
        if (writability.may(what)) all += letter;
    return all;
}

}  // namespace

TEST_CASE("with less room than the reserve objects are refused, and what has come whole and the index go on") {
    Disk disk;
    auto writability = disk.watched(100 * megabyte);
    CHECK(taken(writability) == "nwi");
    disk.room.free_bytes = 100 * megabyte - 1;
    auto const refused = writability.may(Writing::new_object);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::out_of_resources);
    CHECK(writability.standing().refusal == low_space);
    CHECK(taken(writability) == "wi");
    SUBCASE("until there is a quarter of it more, so that it does not go to and fro") {
        disk.room.free_bytes = 120 * megabyte;
        writability.probe();
        CHECK(taken(writability) == "wi");
        disk.room.free_bytes = 125 * megabyte;
        writability.probe();
        CHECK(taken(writability) == "nwi");
        CHECK(disk.is_clean());
    }
}

TEST_CASE("an error of a write says what is refused from then on") {
    struct Case {
        int number;
        std::optional<Refusal> refusal;
        std::string_view still_taken;
    };
    for (auto const& [number, refusal, still_taken] :
         {Case{ENOSPC, no_space, "i"}, Case{EDQUOT, no_space, "i"}, Case{EFBIG, no_space, "i"}, Case{EIO, io_error, ""},
          Case{EROFS, io_error, ""}, Case{EACCES, io_error, ""}, Case{EMFILE, std::nullopt, "nwi"},
          Case{ENOENT, std::nullopt, "nwi"}}) {
        CAPTURE(number);
        Disk disk;
        auto writability = disk.watched();
        writability.note(error_of_errno(number, "write"));
        CHECK(writability.standing().refusal == refusal);
        CHECK(taken(writability) == still_taken);
        CHECK(disk.files.calls() == 0);
    }
}

TEST_CASE("a disk that was made read-only is told from one that fails") {
    Disk disk;
    auto writability = disk.watched();
    SUBCASE("by whoever writes") {
        disk.room.is_read_only = true;
        writability.note(error_of_errno(EROFS, "open"));
    }
    SUBCASE("before anybody writes") {
        disk.room.is_read_only = true;
        writability.probe();
    }
    SUBCASE("after it began to fail") {
        writability.note(error_of_errno(EIO, "write"));
        disk.room.is_read_only = true;
        writability.note(error_of_errno(EROFS, "open"));
    }
    CHECK(writability.standing().refusal == read_only_medium);
    CHECK(taken(writability).empty());
}

TEST_CASE("a refusal gives way to a graver one alone") {
    Disk disk;
    auto writability = disk.watched();
    writability.note(error_of_errno(ENOSPC, "write"));
    writability.note(error_of_errno(EIO, "fdatasync"));
    CHECK(writability.standing().refusal == io_error);
    CHECK(writability.standing().detail.starts_with("fdatasync"));
    writability.note(error_of_errno(ENOSPC, "write"));
    CHECK(writability.standing().refusal == io_error);
}

TEST_CASE("a full disk is told by its room where the error does not say so") {
    Disk disk;
    auto writability = disk.watched();
    disk.room.free_bytes = 4096;
    writability.note({ErrorCode::out_of_resources, "index: step: disk I/O error (4874)"});
    CHECK(writability.standing().refusal == no_space);
}

TEST_CASE("a refusal ends when a file can be written, synced and removed, and not before") {
    using Call = FailingFileSystem::Call;
    for (auto const call : {Call::create, Call::write, Call::sync}) {
        CAPTURE(static_cast<int>(call));
        Disk disk;
        auto writability = disk.watched();
        writability.note(error_of_errno(EIO, "write"));
        disk.files.fail_at(call, EIO);
        pass(std::chrono::seconds{1});
        writability.probe();
        CHECK(disk.files.calls() > 0);
        CHECK(taken(writability).empty());
        disk.files.recover();
        writability.probe();
        CHECK(taken(writability) == "nwi");
        CHECK(disk.is_clean());
    }
}

TEST_CASE("while everything is refused nobody but the probe touches the disk, and the probe only now and then") {
    Disk disk;
    auto writability = disk.watched();
    writability.note(error_of_errno(EIO, "write"));
    for (int i = 0; i < 100; ++i) {
        CHECK(taken(writability).empty());
        writability.probe();
    }
    CHECK(disk.files.calls() == 0);
    pass(std::chrono::seconds{1});
    writability.probe();
    CHECK(disk.files.calls() == 5);  // remove what is left, create, write, sync, remove
}

TEST_CASE("what fails again and again is tried less and less, and at once when it has been well for long") {
    Disk disk;
    auto writability = disk.watched();
    auto const seconds_refused = [&] {
        writability.note(error_of_errno(EIO, "fdatasync"));
        int seconds = 0;
        for (; writability.standing().refusal; ++seconds) {
            pass(std::chrono::seconds{1});
            writability.probe();
        }
        return seconds;
    };
    for (int const expected : {1, 2, 4, 8, 16, 32, 60, 60}) CHECK(seconds_refused() == expected);
    pass(std::chrono::minutes{5});
    CHECK(seconds_refused() == 1);
}

TEST_CASE("the index has a say in whether it can be written") {
    Disk disk;
    auto writability = disk.watched();
    Result<void> index = fail(ErrorCode::out_of_resources, "index: commit: disk I/O error (1034)");
    writability.probe_index_by([&] { return index; });
    writability.note(index.error());
    pass(std::chrono::seconds{1});
    writability.probe();
    CHECK(taken(writability).empty());
    index = {};
    writability.probe();
    CHECK(taken(writability) == "nwi");
}

TEST_CASE("a write that fails while the disk is tried keeps the refusal up") {
    Disk disk;
    auto writability = disk.watched();
    writability.note(error_of_errno(EIO, "write"));
    writability.probe_index_by([&] {
        writability.note(error_of_errno(EIO, "fdatasync"));
        return Result<void>{};
    });
    pass(std::chrono::seconds{1});
    writability.probe();
    CHECK(writability.standing().refusal == io_error);
}

TEST_CASE("a disk that does not even tell its room fails") {
    Disk disk;
    auto const look = [](std::filesystem::path const&) -> Result<Room> { return fail(error_of_errno(EIO, "statvfs")); };
    Writability writability{disk.folder.path(), {0, look}, disk.files};
    CHECK_FALSE(writability.may(Writing::new_object));
    CHECK(writability.standing().refusal == io_error);
}

TEST_CASE("the system tells the room on a folder") {
    TemporaryDirectory const folder;
    auto const room = room_on(folder.path());
    REQUIRE(room);
    CHECK(room->free_bytes > 0);
    CHECK_FALSE(room->is_read_only);
    CHECK_FALSE(room_on(folder / "missing"));
}

TEST_CASE("each refusal has a name of its own") {
    for (auto const refusal : refusals) CHECK_FALSE(refusal_name(refusal).empty());
    CHECK(refusal_name(low_space) != refusal_name(no_space));
}

}  // namespace cassette
