#include "storage/journal_segment.h"

#include "storage/sha256.h"
#include "tests/support/bytes_of.h"
#include "tests/support/failing_file_system.h"
#include "tests/support/temporary_directory.h"
#include "tests/support/temporary_folders_in_memory.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace cassette {

using testing::bytes_of;
using testing::FailingFileSystem;
using testing::read_file;
using testing::TemporaryDirectory;
using testing::TemporaryFoldersInMemory;
using testing::write_file;

namespace {

struct Found {
    std::uint64_t sequence;
    std::string text;
    bool operator==(Found const&) const = default;
};

JournalRecords records_of(std::vector<Found> const& wanted) {
    JournalRecords records;
    for (auto const& each : wanted)
        append_record(records, each.sequence, sha256(bytes_of(each.text)), bytes_of(each.text));
    return records;
}

std::vector<Found> read_all(JournalSegment& segment) {
    std::vector<Found> found;
    CHECK(segment.read([&](JournalSegment::Record const& record) -> Result<void> {
        CHECK(record.digest == sha256(record.bytes));
        auto const* const text = reinterpret_cast<char const*>(record.bytes.data());
        found.push_back({record.sequence, std::string(text, record.bytes.size())});
        return {};
    }));
    return found;
}

std::vector<Found> read_file_at(std::filesystem::path const& path) {
    JournalSegment segment{path.native(), posix_file_system()};
    return read_all(segment);
}

}  // namespace

TEST_CASE("records come back in their order, whatever their lengths") {
    TemporaryFoldersInMemory const in_memory;
    TemporaryDirectory const folder;
    JournalSegment segment{(folder / "0").native(), posix_file_system()};
    CHECK(read_all(segment).empty());
    CHECK_FALSE(segment.exists());
    std::vector<Found> const first{{1, "one"}, {2, ""}, {5, std::string(70'000, 'x')}};
    std::vector<Found> const second{{6, "12345678"}, {9, std::string(300'000, 'y')}};
    REQUIRE(segment.append(records_of(first)));
    REQUIRE(segment.append(records_of(second)));
    auto all = first;
    all.insert(all.end(), second.begin(), second.end());
    CHECK(read_file_at(folder / "0") == all);
}

TEST_CASE("a segment that was read goes on behind what it has") {
    TemporaryFoldersInMemory const in_memory;
    TemporaryDirectory const folder;
    {
        JournalSegment segment{(folder / "0").native(), posix_file_system()};
        REQUIRE(segment.append(records_of({{1, "one"}})));
    }
    JournalSegment segment{(folder / "0").native(), posix_file_system()};
    CHECK(read_all(segment) == std::vector<Found>{{1, "one"}});
    REQUIRE(segment.append(records_of({{2, "two"}})));
    CHECK(read_file_at(folder / "0") == std::vector<Found>{{1, "one"}, {2, "two"}});
}

TEST_CASE("what was in a reused segment ends where the new records end, also when they lie alike") {
    TemporaryFoldersInMemory const in_memory;
    TemporaryDirectory const folder;
    JournalSegment segment{(folder / "0").native(), posix_file_system()};
    REQUIRE(segment.append(records_of({{1, "aaa"}, {2, "bbb"}, {3, "ccc"}})));
    segment.reuse();
    CHECK(read_file_at(folder / "0").size() == 3);  // not gone before there is something new
    REQUIRE(segment.append(records_of({{4, "ddd"}})));
    CHECK(read_file_at(folder / "0") == std::vector<Found>{{4, "ddd"}});
    REQUIRE(segment.append(records_of({{5, "a longer one than each of those"}})));
    CHECK(read_file_at(folder / "0").size() == 2);
}

TEST_CASE("once there is room, an append is one write and one sync") {
    TemporaryFoldersInMemory const in_memory;
    TemporaryDirectory const folder;
    FailingFileSystem files;
    JournalSegment segment{(folder / "0").native(), files};
    REQUIRE(segment.append(records_of({{1, "one"}})));
    CHECK(files.calls() == 5);  // made, written, filled up, synced, and its name synced
    auto const length = std::filesystem::file_size(folder / "0");
    REQUIRE(segment.append(records_of({{2, "two"}})));
    CHECK(files.calls() == 5 + 2);
    CHECK(files.syncs() == 2);
    CHECK(std::filesystem::file_size(folder / "0") == length);
}

TEST_CASE("whatever is torn or changed, what is before it is read and nothing else") {
    TemporaryFoldersInMemory const in_memory;
    TemporaryDirectory const folder;
    std::vector<Found> const written{{1, "first"}, {2, "second"}, {3, "third"}};
    auto const records = records_of(written);
    auto const length_of_first = records_of({written[0]}).size();
    auto const length_of_two = records_of({written[0], written[1]}).size();
    std::string const whole(reinterpret_cast<char const*>(records.data()), records.size());
    auto const whole_before = [&](std::size_t at) { return at < length_of_first ? 0U : at < length_of_two ? 1U : 2U; };
    for (std::size_t at = 0; at < whole.size(); ++at) {
        CAPTURE(at);
        write_file(folder / "0", whole.substr(0, at));
        auto const cut = read_file_at(folder / "0");
        CHECK(cut.size() >= whole_before(at));
        CHECK(std::vector<Found>(written.begin(), written.begin() + static_cast<std::ptrdiff_t>(cut.size())) == cut);
        auto changed = whole;
        changed[at] = static_cast<char>(changed[at] ^ 0x80);
        write_file(folder / "0", changed);
        for (auto const& found : read_file_at(folder / "0"))
            CHECK(std::ranges::find(written, found.text, &Found::text) != written.end());
    }
}

TEST_CASE("a length beyond the file, foreign bytes and an empty file are no records") {
    TemporaryFoldersInMemory const in_memory;
    TemporaryDirectory const folder;
    auto const records = records_of({{1, "text"}});
    std::string const whole(reinterpret_cast<char const*>(records.data()), records.size());
    auto huge = whole;
    huge.replace(16, 8, 8, '\xFF');
    for (auto const& content : {std::string{}, std::string(1000, '\0'), std::string(1000, 'C'), huge}) {
        write_file(folder / "0", content);
        CHECK(read_file_at(folder / "0").empty());
    }
}

TEST_CASE("records whose write or sync failed do not count; the next ones take their place") {
    TemporaryFoldersInMemory const in_memory;
    for (auto const call : {FailingFileSystem::Call::write, FailingFileSystem::Call::sync}) {
        TemporaryDirectory const folder;
        FailingFileSystem files;
        JournalSegment segment{(folder / "0").native(), files};
        REQUIRE(segment.append(records_of({{1, "kept"}})));
        files.fail_at(call, EIO);
        CHECK(segment.append(records_of({{2, "failed"}, {3, "this too"}})).error().code == ErrorCode::out_of_resources);
        files.recover();
        REQUIRE(segment.append(records_of({{4, "later"}})));
        CHECK(read_file_at(folder / "0") == std::vector<Found>{{1, "kept"}, {4, "later"}});
    }
}

TEST_CASE("what is visited once more is what was appended, not what failed behind it; damage to it is an error") {
    TemporaryFoldersInMemory const in_memory;
    TemporaryDirectory const folder;
    FailingFileSystem files;
    JournalSegment segment{(folder / "0").native(), files};
    std::vector<std::string> found;
    auto const note = [&](JournalSegment::Record const& record) -> Result<void> {
        found.emplace_back(reinterpret_cast<char const*>(record.bytes.data()), record.bytes.size());
        return {};
    };
    REQUIRE(segment.append(records_of({{1, "kept"}})));
    files.fail_at(FailingFileSystem::Call::sync, EIO);
    CHECK_FALSE(segment.append(records_of({{2, "failed"}})));
    files.recover();
    CHECK(segment.visit(note));
    CHECK(found == std::vector<std::string>{"kept"});
    REQUIRE(segment.append(records_of({{3, "later"}})));
    CHECK(read_file_at(folder / "0") == std::vector<Found>{{1, "kept"}, {3, "later"}});
    auto damaged = read_file(folder / "0");
    damaged[57] = static_cast<char>(damaged[57] ^ 1);
    write_file(folder / "0", damaged);
    CHECK(segment.visit(note).error().code == ErrorCode::internal);
    write_file(folder / "0", "");
    CHECK(segment.visit(note).error().code == ErrorCode::internal);
}

TEST_CASE("a removed segment is made again; to remove what is not there is no error") {
    TemporaryFoldersInMemory const in_memory;
    TemporaryDirectory const folder;
    JournalSegment segment{(folder / "0").native(), posix_file_system()};
    CHECK(segment.remove());
    REQUIRE(segment.append(records_of({{1, "one"}})));
    REQUIRE(segment.remove());
    CHECK_FALSE(std::filesystem::exists(folder / "0"));
    REQUIRE(segment.append(records_of({{2, "two"}})));
    CHECK(read_file_at(folder / "0") == std::vector<Found>{{2, "two"}});
}

TEST_CASE("reading ends with the error of whoever is shown the records") {
    TemporaryFoldersInMemory const in_memory;
    TemporaryDirectory const folder;
    JournalSegment segment{(folder / "0").native(), posix_file_system()};
    REQUIRE(segment.append(records_of({{1, "one"}, {2, "two"}})));
    int shown = 0;
    auto const read = segment.read([&](JournalSegment::Record const&) -> Result<void> {
        ++shown;
        return fail(ErrorCode::out_of_resources, "full");
    });
    CHECK(read.error().code == ErrorCode::out_of_resources);
    CHECK(shown == 1);
}

}  // namespace cassette
