// A large multi-frame instance passes through both doors and back in constant memory. CASSETTE_TEST_SIZE_MB sets its size.

#include "tests/end_to_end/stow_client.h"
#include "tests/support/command.h"
#include "tests/support/dicom_object.h"
#include "tests/support/dimse_tools.h"
#include "tests/support/free_port.h"
#include "tests/support/sha256_of.h"
#include "tests/support/temporary_directory.h"

#include <doctest/doctest.h>

#include <cstdlib>

namespace cassette::testing {

namespace {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool memory_is_ours = false;  // sanitizers keep shadows and quarantines
#else
constexpr bool memory_is_ours = true;
#endif
constexpr std::uint64_t resident_bytes_max = std::uint64_t{200} << 20;
constexpr std::chrono::seconds patience{900};

std::string size_mb() {
    auto const* set = std::getenv("CASSETTE_TEST_SIZE_MB");
    return set != nullptr ? set : "256";
}

void check_memory(Node& node) {
    auto const peak = node.process().peak_resident_bytes();
    CHECK(peak > 0);
    MESSAGE("peak resident memory " << peak / (1 << 20) << " MiB");
    if (memory_is_ours) CHECK(peak < resident_bytes_max);
}

// The file in its folder, its UIDs from the first bytes.
DicomObject large_object(std::filesystem::path const& folder) {
    auto const made = run_command({CASSETTE_GENERATE, "--modality", "US", "--rows", "512", "--columns", "512",
                                   "--size-mb", size_mb(), "--flat", "--out", folder},
                                  patience);
    REQUIRE(made.exit_code == 0);
    auto const files = files_below(folder);
    REQUIRE(files.size() == 1);
    auto const object = read_dicom_object(files[0]);
    REQUIRE(object);
    return *object;
}

std::string fetched_digest(Node const& node, DicomObject const& object, std::filesystem::path const& output) {
    auto const response = send({.url = node.dicom_web("/studies/" + object.study + "/series/" + object.series +
                                                      "/instances/" + object.instance),
                                .headers = {"Accept: application/dicom; transfer-syntax=*"},
                                .output_file = output,
                                .timeout = patience});
    CHECK(response.status == 200);
    auto digest = sha256_of_file(output);
    return digest;
}

}  // namespace

TEST_CASE("a large instance goes through STOW-RS and back in constant memory (PS3.18 10.5, 10.4)") {
    TemporaryDirectory const scratch;
    auto const object = large_object(scratch / "in");
    auto node = Node::start(scratch / "data");
    CHECK(stow_file(node, object.path).status == 200);
    CHECK(fetched_digest(node, object, scratch / "out") == sha256_of_file(object.path));
    auto const frame = get(node.dicom_web("/studies/" + object.study + "/series/" + object.series + "/instances/" +
                                          object.instance + "/frames/100"),
                           "application/octet-stream");
    CHECK(frame.status == 200);
    CHECK(frame.body.size() == 512 * 512 * 2);
    check_memory(node);
    CHECK(node.stop() == 0);
}

TEST_CASE("a large instance goes through chunked STOW-RS in constant memory (RFC 9112 7.1)") {
    TemporaryDirectory const scratch;
    auto const object = large_object(scratch / "in");
    auto node = Node::start(scratch / "data");
    auto const stored = send({.url = node.dicom_web("/studies"),
                              .method = "POST",
                              .headers = {"Content-Type: application/dicom"},
                              .body_file = object.path,
                              .chunked = true,
                              .timeout = patience});
    CHECK(stored.status == 200);
    check_memory(node);
    CHECK(node.stop() == 0);
    CHECK(exit_code_of("verify", scratch / "data") == 0);
}

TEST_CASE("a large instance goes through C-STORE and back in constant memory (PS3.4 B)") {
    TemporaryDirectory const scratch;
    auto const object = large_object(scratch / "in");
    auto node = Node::start(scratch / "data");
    auto storescu = ChildProcess::start(store_scu_command(node, {"-R", "-xe"}, {object.path}),
                                        {.input = "/dev/null", .output = scratch / "log", .errors = scratch / "log"});
    CHECK(storescu.wait(patience) == 0);
    CHECK_MESSAGE(acknowledged_files(read_file(scratch / "log")).size() == 1, read_file(scratch / "log"));
    (void)fetched_digest(node, object, scratch / "out");
    // Both data sets run to the end of their files; the files' heads differ.
    auto const tail_of = [&](std::filesystem::path const& file) {
        return run_command({"sh", "-c", "tail -c \"$1\" \"$2\" | sha256sum", "sh",
                            std::to_string(std::filesystem::file_size(object.path) - object.dataset_offset), file},
                           patience)
            .output;
    };
    CHECK(tail_of(scratch / "out") == tail_of(object.path));
    check_memory(node);
    CHECK(node.stop() == 0);
}

TEST_CASE("a large instance is transcoded by WADO-RS in constant memory, and never kept whole (PS3.18 10.4)") {
    TemporaryDirectory const scratch;
    auto const object = large_object(scratch / "in");
    auto node = Node::start(scratch / "data");
    CHECK(stow_file(node, object.path).status == 200);
    // HTJ2K Lossless RPCL, and Implicit VR Little Endian.
    for (std::string const syntax : {"1.2.840.10008.1.2.4.202", "1.2.840.10008.1.2"}) {
        CAPTURE(syntax);
        auto const response = send({.url = node.dicom_web("/studies/" + object.study + "/series/" + object.series +
                                                          "/instances/" + object.instance),
                                    .headers = {"Accept: application/dicom; transfer-syntax=" + syntax},
                                    .output_file = scratch / "out",
                                    .timeout = patience});
        CHECK(response.status == 200);
        auto const transcoded = read_dicom_object(scratch / "out");
        REQUIRE(transcoded);
        CHECK(transcoded->transfer_syntax == syntax);
        CHECK(transcoded->instance == object.instance);
    }
    constexpr std::uintmax_t frame_bytes_max = 1 << 20;
    for (auto const& file : files_below(scratch / "data" / "renditions"))
        CHECK(std::filesystem::file_size(file) < frame_bytes_max);
    check_memory(node);
    CHECK(node.stop() == 0);
}

TEST_CASE(
    "a large instance leaves by C-GET and C-MOVE, as it is stored and transcoded, in constant memory (PS3.4 C.4)") {
    TemporaryDirectory const scratch;
    auto const object = large_object(scratch / "in");
    auto const port = free_port();
    write_file(scratch / "node.toml",
               "[[dimse.peers]]\nae_title = \"SINK\"\nhost = \"127.0.0.1\"\nport = " + std::to_string(port) + "\n");
    auto node = Node::start(scratch / "data", {"--config", scratch / "node.toml"});
    CHECK(stow_file(node, object.path).status == 200);
    auto storescp = ChildProcess::start({"storescp", "--ignore", "--aetitle", "SINK", std::to_string(port)}, {});
    wait_for_listener(port);
    std::vector<std::string> const study{"-k",
                                         "QueryRetrieveLevel=STUDY",
                                         "-k",
                                         "StudyInstanceUID=" + object.study,
                                         node.dimse_host(),
                                         node.dimse_port()};
    for (std::vector<std::string> command : {std::vector<std::string>{"getscu", "-S", "--ignore"},
                                             std::vector<std::string>{"getscu", "-S", "--ignore", "-xi"},
                                             std::vector<std::string>{"movescu", "-S", "-aem", "SINK"}}) {
        CAPTURE(command.back());
        command.insert(command.end(), study.begin(), study.end());
        auto const retrieved = run_command(command, patience);
        CHECK_MESSAGE(retrieved.exit_code == 0, retrieved.all());
    }
    CHECK(node.logs("\"matches\":1"));
    check_memory(node);
    CHECK(node.stop() == 0);
}

}  // namespace cassette::testing
