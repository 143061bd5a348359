#include "tests/end_to_end/stow_client.h"
#include "tests/support/command.h"
#include "tests/support/dicom_object.h"
#include "tests/support/dimse_tools.h"
#include "tests/support/temporary_directory.h"

#include <doctest/doctest.h>

#include <signal.h>

namespace cassette::testing {

TEST_CASE("--help and --version say what they are asked and exit 0") {
    auto const help = run_command({CASSETTE_BINARY, "--help"});
    CHECK(help.exit_code == 0);
    for (std::string const command : {"serve", "import", "verify", "reindex", "stats"}) {
        CAPTURE(command);
        CHECK(help.output.find(command) != std::string::npos);
    }
    auto const version = run_command({CASSETTE_BINARY, "--version"});
    CHECK(version.exit_code == 0);
    CHECK(version.output.find("0.1.0") != std::string::npos);
}

TEST_CASE("a wrong command line exits 2 with one line that names what is wrong") {
    TemporaryDirectory const scratch;
    struct Wrong {
        std::vector<std::string> arguments;
        std::string named;
    };
    for (auto const& [arguments, named] : {
             Wrong{{"serve", "--bogus", "1"}, "--bogus"},
             Wrong{{"frobnicate"}, "frobnicate"},
             Wrong{{"serve", "--http", "nonsense"}, "http"},
             Wrong{{"serve", "--aet", "THIS_IS_FAR_TOO_LONG_FOR_AN_AE_TITLE"}, "aet"},
             Wrong{{"serve", "--config", "/nonexistent/cassette.toml"}, "cassette.toml"},
         }) {
        std::vector<std::string> command{CASSETTE_BINARY};
        command.insert(command.end(), arguments.begin(), arguments.end());
        auto const result = run_command(command);
        CAPTURE(named);
        CAPTURE(result.all());
        CHECK(result.exit_code == 2);
        CHECK(result.errors.find(named) != std::string::npos);
    }
}

TEST_CASE("an unknown key of the configuration is an error that names it") {
    TemporaryDirectory const scratch;
    write_file(scratch / "bad.toml", "http = \"127.0.0.1:0\"\nbogus_key = 1\n");
    auto const result = run_command({CASSETTE_BINARY, "serve", "--config", scratch / "bad.toml"});
    CHECK(result.exit_code == 2);
    CHECK(result.errors.find("bogus_key") != std::string::npos);
}

TEST_CASE("flags win over the environment, and the environment over the file") {
    TemporaryDirectory const scratch;
    write_file(scratch / "good.toml", "aet = \"FROMFILE\"\n");
    auto node = Node::start(scratch / "data", {"--config", scratch / "good.toml", "--aet", "FROMFLAG"});
    auto const echo = run_command({"echoscu", "-aec", "FROMFLAG", node.dimse_host(), node.dimse_port()});
    CHECK(echo.exit_code == 0);
    CHECK(node.stop() == 0);
}

TEST_CASE("SIGTERM and SIGINT end the node with exit code 0") {
    for (int const number : {SIGTERM, SIGINT}) {
        CAPTURE(number);
        TemporaryDirectory const scratch;
        auto node = Node::start(scratch / "data");
        CHECK(is_healthy(node));
        node.process().signal(number);
        CHECK(node.process().wait(std::chrono::seconds{30}) == 0);
    }
}

TEST_CASE("the node answers C-ECHO, /health and /metrics") {
    TemporaryDirectory const scratch;
    auto node = Node::start(scratch / "data");
    CHECK(echo_scu(node).exit_code == 0);
    CHECK(get(node.url("/health")).header("content-type").starts_with("application/json"));
    CHECK(get(node.url("/metrics")).body.find("# TYPE") != std::string::npos);
    CHECK(node.stop() == 0);
}

TEST_CASE("two nodes do not share a data folder") {
    TemporaryDirectory const scratch;
    auto node = Node::start(scratch / "data");
    auto const second = run_command(
        {CASSETTE_BINARY, "serve", "--data", scratch / "data", "--http", "127.0.0.1:0", "--dimse", "127.0.0.1:0"});
    CHECK(second.exit_code == 1);
    CHECK(is_healthy(node));
    CHECK(node.stop() == 0);
}

TEST_CASE("import reads a folder, says so in plain lines, and exits 1 when a file failed") {
    TemporaryDirectory const scratch;
    auto const made = run_command({CASSETTE_GENERATE, "--instances", "5", "--out", scratch / "in", "--flat"});
    REQUIRE(made.exit_code == 0);
    auto const good = run_command({CASSETTE_BINARY, "import", scratch / "in", "--data", scratch / "data"});
    CHECK(good.exit_code == 0);
    CHECK(good.all().find('\r') == std::string::npos);
    write_file(scratch / "in" / "notes.txt", "not DICOM");
    auto const mixed = run_command({CASSETTE_BINARY, "import", scratch / "in", "--data", scratch / "data"});
    CHECK(mixed.exit_code == 1);
    CHECK(mixed.all().find("notes.txt") != std::string::npos);
    CHECK(exit_code_of("verify", scratch / "data") == 0);
    auto const stats = run_command({CASSETTE_BINARY, "stats", "--data", scratch / "data"});
    CHECK(stats.exit_code == 0);
    CHECK(stats.output.find('5') != std::string::npos);
}

TEST_CASE("import sends to a running node by --url") {
    TemporaryDirectory const scratch;
    REQUIRE(run_command({CASSETTE_GENERATE, "--instances", "4", "--out", scratch / "in", "--flat"}).exit_code == 0);
    auto node = Node::start(scratch / "data");
    auto const sent = run_command({CASSETTE_BINARY, "import", scratch / "in", "--url", node.url("")});
    CHECK_MESSAGE(sent.exit_code == 0, sent.all());
    CHECK(instances_shown(node) == 4);
    CHECK(node.stop() == 0);
    auto const refused = run_command({CASSETTE_BINARY, "import", scratch / "in", "--url", node.url("")});
    CHECK(refused.exit_code == 1);
}

TEST_CASE("verify finds a changed byte and a missing object, and exits 1") {
    TemporaryDirectory const scratch;
    REQUIRE(run_command({CASSETTE_GENERATE, "--instances", "3", "--out", scratch / "in", "--flat"}).exit_code == 0);
    REQUIRE(run_command({CASSETTE_BINARY, "import", scratch / "in", "--data", scratch / "data"}).exit_code == 0);
    auto const blobs = files_below(scratch / "data" / "objects");
    REQUIRE(blobs.size() == 3);
    auto bytes = read_file(blobs[0]);
    bytes.back() = static_cast<char>(bytes.back() ^ 1);
    std::filesystem::permissions(blobs[0], std::filesystem::perms::owner_write, std::filesystem::perm_options::add);
    write_file(blobs[0], bytes);
    std::filesystem::remove(blobs[1]);
    auto const verified = run_command({CASSETTE_BINARY, "verify", "--data", scratch / "data"});
    CHECK(verified.exit_code == 1);
    CHECK(verified.all().find(blobs[0].filename().string()) != std::string::npos);
    CHECK(verified.all().find(blobs[1].filename().string()) != std::string::npos);
}

}  // namespace cassette::testing
