// Query and retrieve between the node and peers that are not ours: DCMTK's tools, and Orthanc in both directions.

#include "tests/end_to_end/stow_client.h"
#include "tests/support/command.h"
#include "tests/support/dicom_object.h"
#include "tests/support/dimse_tools.h"
#include "tests/support/free_port.h"
#include "tests/support/node.h"
#include "tests/support/orthanc.h"
#include "tests/support/sha256_of.h"
#include "tests/support/temporary_directory.h"

#include <doctest/doctest.h>

#include <boost/json.hpp>

#include <algorithm>
#include <chrono>

namespace cassette::testing {

namespace {

constexpr int slices = 12;

std::filesystem::path write_configuration(TemporaryDirectory const& scratch, std::string const& title,
                                          std::uint16_t port) {
    auto const file = scratch / "node.toml";
    write_file(file,
               "[[dimse.peers]]\nae_title = \"" + title + "\"\nhost = \"127.0.0.1\"\nport = " + std::to_string(port) +
                   "\nparallel_associations = 2\n");
    return file;
}

std::vector<std::filesystem::path> generated(TemporaryDirectory const& scratch, std::string const& seed) {
    auto const folder = scratch / ("in" + seed);
    REQUIRE(run_command({CASSETTE_GENERATE, "--seed", seed, "--instances", std::to_string(slices), "--rows", "64",
                         "--columns", "64", "--flat", "--out", folder})
                .exit_code == 0);
    return files_below(folder);
}

std::string study_of(std::filesystem::path const& file) {
    auto const object = read_dicom_object(file);
    REQUIRE(object);
    return object->study;
}

// movescu or getscu of a study; its log.
CommandResult retrieve(std::vector<std::string> command, std::string const& study, std::string const& port) {
    std::vector<std::string> const arguments{
        "-d",        "-S", "-aec", "ANY", "-k", "QueryRetrieveLevel=STUDY", "-k", "StudyInstanceUID=" + study,
        "127.0.0.1", port};
    command.insert(command.end(), arguments.begin(), arguments.end());
    return run_command(command);
}

std::vector<std::string> datasets_of(std::vector<std::filesystem::path> const& files) {
    std::vector<std::string> digests;
    for (auto const& file : files) {
        auto const bytes = read_file(file);
        digests.push_back(sha256_of(bytes.substr(dataset_offset(bytes))));
    }
    std::ranges::sort(digests);
    return digests;
}

template <class Condition>
void wait_until(Node& node, Condition const& condition) {
    constexpr std::chrono::milliseconds between_looks{50};
    auto const deadline = std::chrono::steady_clock::now() + std::chrono::minutes{2};
    while (!condition()) {
        REQUIRE(std::chrono::steady_clock::now() < deadline);
        REQUIRE_FALSE(node.process().wait(between_looks));
    }
}

}  // namespace

TEST_CASE("getscu and movescu with storescp get a study as it was stored, and learn whose C-MOVE it is (PS3.4 C.4)") {
    TemporaryDirectory const scratch;
    auto const port = free_port();
    auto node = Node::start(scratch / "data", {"--config", write_configuration(scratch, "SINK", port)});
    auto const files = generated(scratch, "1");
    REQUIRE(store_scu(node, {}, files).exit_code == 0);
    auto const study = study_of(files.front());

    auto const got = scratch / "got";
    std::filesystem::create_directories(got);
    auto const get = retrieve({"getscu", "-B", "+B", "-od", got}, study, node.dimse_port());
    CHECK_MESSAGE(get.exit_code == 0, get.all());
    CHECK(datasets_of(files_below(got)) == datasets_of(files));

    auto const sink = scratch / "sink";
    std::filesystem::create_directories(sink);
    auto const log = scratch / "storescp.log";
    auto storescp = ChildProcess::start(
        {"storescp", "-d", "+B", "--fork", "--aetitle", "SINK", "--output-directory", sink, std::to_string(port)},
        {.output = log, .errors = log});
    wait_for_listener(port);
    auto const moved = retrieve({"movescu", "-aet", "MOVER", "-aem", "SINK"}, study, node.dimse_port());
    CHECK_MESSAGE(moved.exit_code == 0, moved.all());
    CHECK(datasets_of(files_below(sink)) == datasets_of(files));
    CHECK(read_file(log).find("Move Originator") != std::string::npos);
    CHECK(read_file(log).find("MOVER") != std::string::npos);
    storescp.kill();
    auto const failed = retrieve({"movescu", "-aem", "SINK"}, study, node.dimse_port());
    CHECK(failed.all().find("0xa702") != std::string::npos);
    auto const unknown = retrieve({"movescu", "-aem", "NOBODY"}, study, node.dimse_port());
    CHECK(unknown.all().find("0xa801") != std::string::npos);
    CHECK(node.stop() == 0);
}

TEST_CASE("Orthanc queries the node and retrieves from it, and the node gets what Orthanc moves to it (PS3.4 C.4)") {
    if (!Orthanc::is_installed()) {
        MESSAGE("SKIPPED: Orthanc is not installed (Debian package orthanc)");
        return;
    }
    TemporaryDirectory const scratch;
    auto const port = free_port();
    auto node = Node::start(scratch / "data", {"--config", write_configuration(scratch, "ORTHANC", port)});
    auto const orthanc = Orthanc::start(scratch / "orthanc", port, node);
    auto const in_orthanc = [&] { return boost::json::parse(orthanc.get("/instances")).as_array().size(); };
    auto const files = generated(scratch, "1");
    REQUIRE(store_scu(node, {}, files).exit_code == 0);

    auto const query =
        boost::json::parse(orthanc.post("/modalities/cassette/query",
                                        R"({"Level":"Study","Query":{"StudyInstanceUID":")" + study_of(files.front()) +
                                            R"(","PatientName":"","NumberOfStudyRelatedInstances":""}})"));
    auto const id = std::string{query.at("ID").as_string()};
    CHECK(boost::json::parse(orthanc.get("/queries/" + id + "/answers")).as_array().size() == 1);
    auto const content = orthanc.get("/queries/" + id + "/answers/0/content?simplify");
    CHECK(boost::json::parse(content).at("NumberOfStudyRelatedInstances").as_string() == std::to_string(slices));
    orthanc.post("/queries/" + id + "/retrieve", R"({"TargetAet":"ORTHANC","Synchronous":true})");
    CHECK(in_orthanc() == slices);

    // A move that somebody else asks for, and the other way round.
    auto const more = generated(scratch, "2");
    REQUIRE(store_scu(node, {}, more).exit_code == 0);
    auto const to_orthanc = retrieve({"movescu", "-aem", "ORTHANC"}, study_of(more.front()), node.dimse_port());
    CHECK_MESSAGE(to_orthanc.exit_code == 0, to_orthanc.all());
    CHECK(in_orthanc() == 2 * slices);
    auto empty = Node::start(scratch / "empty", {"--aet", "CASSETTE"});
    orthanc.put("/modalities/empty", R"({"AET":"EMPTY","Host":"127.0.0.1","Port":)" + empty.dimse_port() + "}");
    auto const to_node =
        retrieve({"movescu", "-aet", "CASSETTE", "-aem", "EMPTY"}, study_of(files.front()), std::to_string(port));
    CHECK_MESSAGE(to_node.exit_code == 0, to_node.all());
    wait_until(empty, [&] { return instances_shown(empty) == slices; });
    CHECK(empty.stop() == 0);
    CHECK(node.stop() == 0);
}

}  // namespace cassette::testing
