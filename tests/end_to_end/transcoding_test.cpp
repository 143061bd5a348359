// The policy that rewrites uncompressed objects, on the running node.

#include "tests/end_to_end/stow_client.h"
#include "tests/support/answers.h"
#include "tests/support/command.h"
#include "tests/support/dicom_object.h"
#include "tests/support/temporary_directory.h"

#include <doctest/doctest.h>

#include <chrono>
#include <random>

namespace cassette::testing {

namespace {

constexpr std::chrono::seconds patience{120};
std::vector<std::string> const policy{"--storage-transcode", "htj2k-lossless"};

std::vector<DicomObject> imported(TemporaryDirectory const& scratch, int instances) {
    REQUIRE(run_command({CASSETTE_GENERATE, "--seed", "11", "--instances", std::to_string(instances), "--rows", "256",
                         "--columns", "256", "--flat", "--out", scratch / "in"})
                .exit_code == 0);
    REQUIRE(run_command({CASSETTE_BINARY, "import", scratch / "in", "--data", scratch / "data"}).exit_code == 0);
    std::vector<DicomObject> objects;
    for (auto const& file : files_below(scratch / "in")) {
        auto object = read_dicom_object(file);
        REQUIRE(object);
        objects.push_back(*std::move(object));
    }
    return objects;
}

std::size_t count_of(std::string const& text, std::string const& word) {
    std::size_t count = 0;
    for (auto at = text.find(word); at != std::string::npos; at = text.find(word, at + word.size())) ++count;
    return count;
}

std::size_t transcoded_so_far(Node const& node) {
    return count_of(get(node.dicom_web("/changes?limit=10000")).body, R"("type":"transcoded")");
}

// Asks until so many are transcoded; each question takes a while.
void wait_for_transcoded(Node const& node, std::size_t count) {
    auto const deadline = std::chrono::steady_clock::now() + patience;
    while (transcoded_so_far(node) < count) REQUIRE(std::chrono::steady_clock::now() < deadline);
}

std::string path_of(DicomObject const& object) {
    return "/studies/" + object.study + "/series/" + object.series + "/instances/" + object.instance;
}

void check_pixels(Node const& node, DicomObject const& object) {
    auto const frame = get(node.dicom_web(path_of(object) + "/frames/1"),
                           "application/octet-stream; transfer-syntax=1.2.840.10008.1.2.1");
    CHECK(frame.status == 200);
    auto const file = read_file(object.path);
    CHECK(frame.body.size() == 256 * 256 * 2);
    // The generator writes Pixel Data last.
    CHECK((file.substr(file.size() - frame.body.size()) == frame.body));
}

}  // namespace

TEST_CASE("the policy rewrites what is there and what arrives, and everything comes back") {
    TemporaryDirectory const scratch;
    auto const objects = imported(scratch, 4);
    auto node = Node::start(scratch / "data", policy);
    wait_for_transcoded(node, 4);
    for (auto const& object : objects) {
        check_pixels(node, object);
        auto const stored = get(node.dicom_web(path_of(object)), "application/dicom; transfer-syntax=*");
        CHECK(stored.status == 200);
        CHECK(stored.body.find("1.2.840.10008.1.2.4.202") != std::string::npos);
        CHECK(stow_file(node, object.path).status == 200);
    }
    CHECK(transcoded_so_far(node) == 4);
    auto const metrics = get(node.url("/metrics")).body;
    CHECK(metrics.find("cassette_transcodings_total{outcome=\"transcoded\"} 4") != std::string::npos);
    CHECK(metrics.find("cassette_transcoding_bytes_total{when=\"before\"}") != std::string::npos);
    CHECK(node.stop() == 0);

    CHECK(exit_code_of("verify", scratch / "data") == 0);
    auto const stats = run_command(
        {"env", "CASSETTE_STORAGE_TRANSCODE=htj2k-lossless", CASSETTE_BINARY, "stats", "--data", scratch / "data"});
    CHECK(stats.exit_code == 0);
    CHECK(count_of(stats.output, "to transcode") == 1);
    CHECK(count_of(stats.output, "originals") == 1);
    CHECK(files_below(scratch / "data" / "objects").size() == 8);
    CHECK(run_command({CASSETTE_BINARY, "purge", "--deleted-days", "0", "--data", scratch / "data"}).exit_code == 0);
    CHECK(files_below(scratch / "data" / "objects").size() == 4);
    CHECK(exit_code_of("verify", scratch / "data") == 0);

    auto again = Node::start(scratch / "data");
    for (auto const& object : objects) {
        check_pixels(again, object);
        CHECK(stow_file(again, object.path).status == 200);
    }
    CHECK(again.stop() == 0);
    CHECK(files_below(scratch / "data" / "objects").size() == 4);
}

TEST_CASE("kill -9 in the middle of transcoding loses nothing, and the next start goes on") {
    TemporaryDirectory const scratch;
    constexpr int instances = 60;
    auto const objects = imported(scratch, instances);
    auto const seed = std::random_device{}();
    CAPTURE(seed);
    std::mt19937 random{seed};
    for (std::size_t last = 0; last < instances / 2;) {
        auto node = Node::start(scratch / "data", policy);
        wait_for_transcoded(node, last + std::uniform_int_distribution<std::size_t>{1, 8}(random));
        node.process().kill();
        CHECK(exit_code_of("verify", scratch / "data") == 0);
        auto again = Node::start(scratch / "data");
        last = transcoded_so_far(again);
        CHECK(instances_shown(again) == instances);
        check_pixels(again, objects[last - 1]);
        CHECK(again.stop() == 0);
    }
    auto node = Node::start(scratch / "data", policy);
    wait_for_transcoded(node, instances);
    for (auto const& object : objects) check_pixels(node, object);
    CHECK(node.stop() == 0);
    CHECK(exit_code_of("verify", scratch / "data") == 0);
    CHECK(std::filesystem::is_empty(scratch / "data" / "incoming"));
}

}  // namespace cassette::testing
