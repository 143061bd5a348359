// A backup of a running node, and what comes back from it.

#include "tests/end_to_end/stow_client.h"
#include "tests/support/answers.h"
#include "tests/support/command.h"
#include "tests/support/dicom_object.h"
#include "tests/support/http_client.h"
#include "tests/support/node.h"
#include "tests/support/temporary_directory.h"

#include <doctest/doctest.h>

#include <fstream>
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

}  // namespace

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
