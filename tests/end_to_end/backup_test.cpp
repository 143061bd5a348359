// A backup of a running node, and what comes back from it.

#include "tests/end_to_end/crash_audit.h"
#include "tests/end_to_end/crash_load.h"
#include "tests/end_to_end/stow_client.h"
#include "tests/support/answers.h"
#include "tests/support/command.h"
#include "tests/support/dicom_object.h"
#include "tests/support/http_client.h"
#include "tests/support/node.h"
#include "tests/support/temporary_directory.h"

#include <doctest/doctest.h>

#include <poll.h>

#include <algorithm>
#include <fstream>
#include <regex>
#include <thread>

namespace cassette::testing {

namespace {

std::vector<std::filesystem::path> generated(TemporaryDirectory const& scratch, std::string const& seed) {
    REQUIRE(run_command({CASSETTE_GENERATE, "--seed", seed, "--studies", "4", "--series", "2", "--instances", "5",
                         "--out", scratch / ("in" + seed)})
                .exit_code == 0);
    return files_below(scratch / ("in" + seed));
}

CommandResult on_folder(std::string const& command, std::filesystem::path const& folder,
                        std::filesystem::path const& data) {
    return run_command({CASSETTE_BINARY, command, folder, "--data", data});
}

// What a backup says of itself.
struct Counted {
    std::uint64_t versions = 0, copied = 0;
};
Counted counted(CommandResult const& backup) {
    static std::regex const line{R"((\d+) versions: (\d+) objects copied, \d+ bytes, 0 faults\n)"};
    std::smatch match;
    CAPTURE(backup.all());
    CHECK(backup.exit_code == 0);
    REQUIRE(std::regex_match(backup.output, match, line));
    return {std::stoull(match[1]), std::stoull(match[2])};
}

void wait_for_instances(Node const& node, std::uint64_t count) {
    constexpr int between_looks_ms = 20;
    for (int looks = 0; instances_counted(node) < count; ++looks) {
        REQUIRE(looks < 3000);
        (void)::poll(nullptr, 0, between_looks_ms);
    }
}

}  // namespace

TEST_CASE("backups while ten senders store are consistent and copy nothing twice, and so is a restore meanwhile") {
    TemporaryDirectory const scratch;
    auto const data = scratch / "data", backup = scratch / "backup", again = scratch / "again";
    auto node = Node::start(data);
    // As fast as they can they would outrun the copying for as long as it lasts.
    CrashLoad load{node, 0, std::chrono::milliseconds{100}};
    wait_for_instances(node, 50);
    Counted last;
    for (int i = 0; i < 2; ++i) {
        CAPTURE(i);
        auto const before = instances_counted(node);
        auto const now = counted(on_folder("backup", backup, data));
        CHECK(now.versions >= before);
        CHECK(now.copied == now.versions - last.versions);
        wait_for_instances(node, now.versions + 20);
        last = now;
    }
    CHECK(counted(on_folder("restore", backup, again)).copied == last.versions);
    wait_for_instances(node, last.versions + 40);
    node.process().kill();
    auto sent = load.sent();

    CHECK(exit_code_of("verify", backup) == 0);
    CHECK(exit_code_of("verify", again) == 0);
    auto restored = Node::start(again);
    CHECK(instances_counted(restored) == last.versions);
    // What came after the backup is not missed, what is there is the same by both doors.
    for (auto& study : sent)
        for (auto& instance : study.instances) instance.acknowledged = false;
    auto const report = audit(restored, sent);
    CHECK(report.present == last.versions);
    for (auto const& complaint : report.complaints) FAIL_CHECK(complaint);
    CHECK(restored.stop() == 0);
}

TEST_CASE(
    "a backup of a node that stores meanwhile is whole, the next one adds what is new, and a restore serves the same") {
    TemporaryDirectory const scratch;
    auto const first = generated(scratch, "1");
    auto const second = generated(scratch, "2");
    auto node = Node::start(scratch / "data");
    for (auto const& file : first) REQUIRE(stow_file(node, file).status == 200);
    std::jthread storing{[&] {
        for (auto const& file : second) (void)stow_file(node, file);
    }};
    auto const early = on_folder("backup", scratch / "backup", scratch / "data");
    CAPTURE(early.all());
    CHECK(early.exit_code == 0);
    CHECK(exit_code_of("verify", scratch / "backup") == 0);
    storing.join();

    auto const late = on_folder("backup", scratch / "backup", scratch / "data");
    CAPTURE(late.output);
    CHECK(late.exit_code == 0);
    CHECK(late.output.starts_with("80 versions: "));
    CHECK(on_folder("backup", scratch / "backup", scratch / "data").output ==
          "80 versions: 0 objects copied, 0 bytes, 0 faults\n");
    auto const studies = ask_by_qido(node, studies_question());
    CHECK(node.stop() == 0);

    auto const restored = on_folder("restore", scratch / "backup", scratch / "again");
    CHECK(restored.exit_code == 0);
    CHECK(exit_code_of("verify", scratch / "again") == 0);
    CHECK(files_below(scratch / "again" / "objects").size() == 80);
    auto again = Node::start(scratch / "again");
    CHECK(ask_by_qido(again, studies_question()) == studies);
    CHECK(again.stop() == 0);
}

TEST_CASE("a damaged object is named and not copied; the sound one of an earlier backup stays") {
    TemporaryDirectory const scratch;
    auto const files = generated(scratch, "3");
    REQUIRE(run_command({CASSETTE_BINARY, "import", scratch / "in3", "--data", scratch / "data"}).exit_code == 0);
    CHECK(on_folder("backup", scratch / "sound", scratch / "data").exit_code == 0);
    auto const victim = files_below(scratch / "data" / "objects").front();
    std::filesystem::permissions(victim, std::filesystem::perms::owner_all);
    std::fstream{victim, std::ios::in | std::ios::out | std::ios::binary}.seekp(300).put('\x7f');
    auto const damaged = on_folder("backup", scratch / "fresh", scratch / "data");
    CHECK(damaged.exit_code == 1);
    CHECK(damaged.output.find(victim.filename().string() + " changed") != std::string::npos);
    CHECK(damaged.output.find("39 objects copied") != std::string::npos);
    CHECK(on_folder("backup", scratch / "sound", scratch / "data").exit_code == 0);
    CHECK(exit_code_of("verify", scratch / "sound") == 0);
}

TEST_CASE("a copy in the backup that was cut short or lost is made again") {
    TemporaryDirectory const scratch;
    (void)generated(scratch, "5");
    auto const data = scratch / "data", backup = scratch / "backup";
    REQUIRE(run_command({CASSETTE_BINARY, "import", scratch / "in5", "--data", data}).exit_code == 0);
    CHECK(counted(on_folder("backup", backup, data)).copied == 40);
    auto const copies = files_below(backup / "objects");
    std::filesystem::resize_file(copies[0], 100);
    std::filesystem::remove(copies[1]);
    CHECK(exit_code_of("verify", backup) == 1);
    CHECK(counted(on_folder("backup", backup, data)).copied == 2);
    CHECK(exit_code_of("verify", backup) == 0);
}

TEST_CASE(
    "after a power cut, before its node has started, a folder is backed up and restored with what is in its journal") {
    TemporaryDirectory const scratch;
    auto const data = scratch / "data", backup = scratch / "backup", again = scratch / "again";
    auto const store_until_power_cut = [&](std::filesystem::path const& folder, std::string const& seed) {
        auto const small = generated(scratch, seed);
        auto node = Node::start(folder);
        auto const before = files_below(folder / "objects");
        for (auto const& file : small) REQUIRE(stow_file(node, file).status == 200);
        node.process().kill();
        // What no sync has reached: small objects are synced in the journal.
        for (auto const& file : files_below(folder / "objects"))
            if (std::ranges::find(before, file) == before.end()) std::filesystem::remove(file);
        REQUIRE(files_below(folder / "objects") == before);
        REQUIRE_FALSE(std::filesystem::is_empty(folder / "journal"));
    };
    store_until_power_cut(data, "6");
    CHECK(counted(on_folder("backup", backup, data)).copied == 40);
    CHECK(exit_code_of("verify", backup) == 0);
    CHECK(exit_code_of("verify", data) == 0);
    store_until_power_cut(backup, "7");
    CHECK(counted(on_folder("restore", backup, again)).versions == 80);
    CHECK(exit_code_of("verify", again) == 0);
}

TEST_CASE("what a backup cannot be made to or restored over is refused") {
    TemporaryDirectory const scratch;
    (void)generated(scratch, "4");
    REQUIRE(run_command({CASSETTE_BINARY, "import", scratch / "in4", "--data", scratch / "data"}).exit_code == 0);
    CHECK(on_folder("backup", scratch / "data", scratch / "data").exit_code == 2);
    CHECK(on_folder("backup", scratch / "backup", scratch / "nowhere").exit_code == 1);
    CHECK(on_folder("backup", scratch / "backup", scratch / "data").exit_code == 0);
    CHECK(on_folder("restore", scratch / "backup", scratch / "data").exit_code == 2);
    CHECK(on_folder("restore", scratch / "nothing", scratch / "new").exit_code == 1);
    CHECK(exit_code_of("verify", scratch / "data") == 0);
}

}  // namespace cassette::testing
