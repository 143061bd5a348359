// What the node sends to others by itself: forwarding and storage commitment, whoever dies meanwhile.

#include "tests/end_to_end/stow_client.h"
#include "tests/support/command.h"
#include "tests/support/dicom_object.h"
#include "tests/support/dimse_tools.h"
#include "tests/support/free_port.h"
#include "tests/support/node.h"
#include "tests/support/orthanc.h"
#include "tests/support/temporary_directory.h"

#include <doctest/doctest.h>

#include <boost/json.hpp>

#include <algorithm>
#include <chrono>

namespace cassette::testing {

namespace {

// Looks again and again, as long as the node runs.
template <class Condition>
void wait_until(Node& node, Condition const& condition) {
    constexpr std::chrono::milliseconds between_looks{50};
    auto const deadline = std::chrono::steady_clock::now() + std::chrono::minutes{2};
    while (!condition()) {
        REQUIRE(std::chrono::steady_clock::now() < deadline);
        REQUIRE_FALSE(node.process().wait(between_looks));
    }
}

std::filesystem::path write_configuration(TemporaryDirectory const& scratch, std::uint16_t port,
                                          std::string const& title, std::string const& rules) {
    auto const file = scratch / "node.toml";
    write_file(file,
               "[[dimse.peers]]\nae_title = \"" + title + "\"\nhost = \"127.0.0.1\"\nport = " + std::to_string(port) +
                   "\n" + rules + "\n[outbox]\nretry_seconds = 1\nretry_seconds_max = 1\n");
    return file;
}

std::vector<std::filesystem::path> generated(TemporaryDirectory const& scratch, std::string const& seed, int count) {
    auto const folder = scratch / ("in" + seed);
    REQUIRE(run_command({CASSETTE_GENERATE, "--seed", seed, "--instances", std::to_string(count), "--rows", "64",
                         "--columns", "64", "--flat", "--out", folder})
                .exit_code == 0);
    return files_below(folder);
}

ChildProcess start_storescp(std::filesystem::path const& folder, std::uint16_t port) {
    std::filesystem::create_directories(folder);
    auto storescp = ChildProcess::start(
        {"storescp", "--aetitle", "SINK", "--output-directory", folder, "--fork", std::to_string(port)}, {});
    wait_for_listener(port);
    return storescp;
}

std::string outbox_of(TemporaryDirectory const& scratch, std::vector<std::string> const& arguments = {}) {
    std::vector<std::string> command{CASSETTE_BINARY, "outbox", "--data", scratch / "data"};
    command.insert(command.end(), arguments.begin(), arguments.end());
    auto const result = run_command(command);
    CAPTURE(result.errors);
    CHECK(result.exit_code == 0);
    return result.output;
}

std::size_t lines_in(std::string const& text) {
    return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

bool has_orthanc() {
    if (Orthanc::is_installed()) return true;
    MESSAGE("SKIPPED: Orthanc is not installed (Debian package orthanc)");
    return false;
}

std::string const forward_to_sink = "[[dimse.forward]]\nto = \"SINK\"";
std::string const forward_to_orthanc = "[[dimse.forward]]\nto = \"ORTHANC\"";

}  // namespace

TEST_CASE("forwarding survives a destination that is down, kill -9 of the node and another restart of both") {
    TemporaryDirectory const scratch;
    auto const port = free_port();
    auto const configuration = write_configuration(scratch, port, "SINK", forward_to_sink);
    auto const sink = scratch / "sink";
    {
        auto node = Node::start(scratch / "data", {"--config", configuration});
        CHECK(store_scu(node, {}, generated(scratch, "1", 5)).exit_code == 0);
        wait_until(node, [&] { return lines_in(outbox_of(scratch)) == 5; });
        wait_until(node, [&] { return outbox_of(scratch).find("attempts 0") == std::string::npos; });
        CHECK(send({.url = node.url("/metrics")})
                  .body.find(R"(cassette_outbox_tasks{kind="forward",state="failed"} 5)") != std::string::npos);
        CHECK(store_scu(node, {}, generated(scratch, "2", 5)).exit_code == 0);
        node.process().kill();
    }
    {
        auto storescp = start_storescp(sink, port);
        auto node = Node::start(scratch / "data", {"--config", configuration});
        wait_until(node, [&] { return files_below(sink).size() == 10; });
        wait_until(node, [&] { return outbox_of(scratch).empty(); });
        CHECK(stow_file(node, generated(scratch, "3", 1).front()).status == 200);
        wait_until(node, [&] { return files_below(sink).size() == 11; });
        storescp.kill();
        CHECK(store_scu(node, {}, generated(scratch, "4", 3)).exit_code == 0);
        wait_until(node, [&] { return lines_in(outbox_of(scratch)) == 3; });
        CHECK(node.stop() == 0);
    }
    auto storescp = start_storescp(sink, port);
    auto node = Node::start(scratch / "data", {"--config", configuration});
    wait_until(node, [&] { return files_below(sink).size() == 14; });
    CHECK(node.stop() == 0);
}

TEST_CASE("kill -9 at any moment of forwarding loses nothing") {
    TemporaryDirectory const scratch;
    auto const port = free_port();
    auto const configuration = write_configuration(scratch, port, "SINK", forward_to_sink);
    auto const sink = scratch / "sink";
    auto storescp = start_storescp(sink, port);
    constexpr std::size_t instances = 60;
    auto const files = generated(scratch, "1", instances);
    for (std::size_t round = 0; round < 6; ++round) {
        auto node = Node::start(scratch / "data", {"--config", configuration});
        std::vector<std::filesystem::path> const some(files.begin() + static_cast<std::ptrdiff_t>(round * 10),
                                                      files.begin() + static_cast<std::ptrdiff_t>(round * 10 + 10));
        CHECK(store_scu(node, {}, some).exit_code == 0);
        wait_until(node, [&] { return files_below(sink).size() > round * 8; });
        node.process().kill();
    }
    auto node = Node::start(scratch / "data", {"--config", configuration});
    wait_until(node, [&] { return files_below(sink).size() == instances; });
    wait_until(node, [&] { return outbox_of(scratch).empty(); });
    CHECK(node.stop() == 0);
}

TEST_CASE("operators list, hasten and drop what waits, while the node runs") {
    TemporaryDirectory const scratch;
    auto const configuration = write_configuration(scratch, free_port(), "SINK", forward_to_sink);
    auto node = Node::start(scratch / "data", {"--config", configuration});
    CHECK(store_scu(node, {}, generated(scratch, "1", 2)).exit_code == 0);
    wait_until(node, [&] { return lines_in(outbox_of(scratch)) == 2; });
    CHECK(outbox_of(scratch, {"list", "--destination", "OTHER"}).empty());
    CHECK(outbox_of(scratch, {"list", "--kind", "forward"}).find("SINK") != std::string::npos);
    CHECK(outbox_of(scratch, {"retry"}) == "2 tasks are due now\n");
    CHECK(run_command({CASSETTE_BINARY, "outbox", "drop", "--data", scratch / "data"}).exit_code == 2);
    CHECK(run_command({CASSETTE_BINARY, "outbox", "list", "--kind", "mail", "--data", scratch / "data"}).exit_code ==
          2);
    CHECK(outbox_of(scratch, {"drop", "--id", "1"}) == "1 tasks dropped\n");
    CHECK(outbox_of(scratch, {"drop", "--all"}) == "1 tasks dropped\n");
    CHECK(outbox_of(scratch).empty());
    CHECK(node.stop() == 0);
}

TEST_CASE("a rule that names nobody who can be called is an error of the configuration") {
    TemporaryDirectory const scratch;
    auto const file = scratch / "node.toml";
    write_file(file, "[[dimse.forward]]\nto = \"NOBODY\"\n");
    auto const refused = run_command({CASSETTE_BINARY, "serve", "--data", scratch / "data", "--config", file});
    CHECK(refused.exit_code == 2);
    CHECK(refused.errors.find("NOBODY") != std::string::npos);
}

TEST_CASE("Orthanc gets what is forwarded, and the node commits to what Orthanc has sent (PS3.4 J)") {
    if (!has_orthanc()) return;
    TemporaryDirectory const scratch;
    auto const port = free_port();
    auto const configuration = write_configuration(scratch, port, "ORTHANC", forward_to_orthanc);
    auto node = Node::start(scratch / "data", {"--config", configuration});
    auto const orthanc = Orthanc::start(scratch / "orthanc", port, node);
    auto const in_orthanc = [&] { return boost::json::parse(orthanc.get("/instances")).as_array().size(); };

    CHECK(store_scu(node, {}, generated(scratch, "1", 4)).exit_code == 0);
    wait_until(node, [&] { return in_orthanc() == 4; });

    // The other way: Orthanc stores, and asks whether that is safe. Nothing comes back to it.
    auto const own = generated(scratch, "2", 3);
    for (auto const& file : own)
        CHECK(send({.url = orthanc.url("/instances"), .method = "POST", .body_file = file}).status == 200);
    auto const object = read_dicom_object(own.front());
    REQUIRE(object);
    auto const studies = boost::json::parse(
        orthanc.post("/tools/find", R"({"Level":"Study","Query":{"StudyInstanceUID":")" + object->study + R"("}})"));
    auto const study = std::string{studies.as_array().at(0).as_string()};
    orthanc.post("/modalities/cassette/store", study);
    CHECK(instances_shown(node) == 7);
    wait_until(node, [&] { return outbox_of(scratch).empty(); });

    auto const status_of = [&](std::string const& request) {
        auto const asked = boost::json::parse(orthanc.post("/modalities/cassette/storage-commitment", request));
        auto const id = std::string{asked.at("ID").as_string()};
        std::string status = "Pending";
        wait_until(node, [&] {
            status = boost::json::parse(orthanc.get("/storage-commitment/" + id)).at("Status").as_string().c_str();
            return status != "Pending";
        });
        return status;
    };
    CHECK(status_of(R"({"Resources":[")" + study + R"("]})") == "Success");
    CHECK(status_of(R"({"DicomInstances":[{"SOPClassUID":")" + object->sop_class +
                    R"(","SOPInstanceUID":"1.2.3.4.5"}]})") == "Failure");
    SUBCASE("not to bytes that have changed on the disk") {
        for (auto const& file : files_below(scratch / "data" / "objects")) {
            std::filesystem::permissions(file, std::filesystem::perms::owner_write, std::filesystem::perm_options::add);
            std::filesystem::resize_file(file, std::filesystem::file_size(file) - 1);
        }
        CHECK(status_of(R"({"Resources":[")" + study + R"("]})") == "Failure");
    }
    CHECK(node.stop() == 0);
}

}  // namespace cassette::testing
