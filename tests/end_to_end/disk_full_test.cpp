// A disk that fills up, for real: what does not fit is refused with the standard's words, what is stored goes on being
// served, nothing is half there, and with room the node stores again by itself.

#include "tests/end_to_end/stow_client.h"
#include "tests/support/answers.h"
#include "tests/support/command.h"
#include "tests/support/dicom_object.h"
#include "tests/support/dimse_tools.h"
#include "tests/support/temporary_directory.h"

#include <doctest/doctest.h>

#include <fcntl.h>
#include <sys/mount.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace cassette::testing {

namespace {

constexpr std::uint64_t megabyte = 1 << 20;
constexpr std::uint64_t reserve = 4 * megabyte;

// A file system in memory, gone with whoever holds it, whatever became of the test.
class SmallDisk {
public:
    explicit SmallDisk(std::filesystem::path path) : path_{std::move(path)} {
        std::filesystem::create_directory(path_);
        mounted_ = ::mount("tmpfs", path_.c_str(), "tmpfs", 0, "size=40m,mode=0700") == 0;
        if (!mounted_) MESSAGE("SKIPPED: no small disk to fill: mount: " << std::string{std::strerror(errno)});
    }
    SmallDisk(SmallDisk const&) = delete;
    SmallDisk& operator=(SmallDisk const&) = delete;
    ~SmallDisk() {
        if (mounted_) (void)::umount2(path_.c_str(), MNT_DETACH);
    }

    bool is_there() const { return mounted_; }
    std::filesystem::path const& path() const { return path_; }
    std::filesystem::path operator/(std::string_view name) const { return path_ / name; }
    std::uint64_t free_bytes() const {
        struct statvfs status {};
        REQUIRE(::statvfs(path_.c_str(), &status) == 0);
        return std::uint64_t{status.f_bavail} * status.f_frsize;
    }
    // What somebody else puts there, until so much is free.
    void fill_up(std::uint64_t left) const {
        int const file = ::open((path_ / "ballast").c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
        REQUIRE(file >= 0);
        std::string const page(4096, 'b');
        auto const free = free_bytes();
        for (auto pages = free > left ? (free - left) / page.size() : 0; pages > 0; --pages)
            if (::write(file, page.data(), page.size()) < 0) break;
        ::close(file);
    }
    void make_room() const { std::filesystem::remove(path_ / "ballast"); }

private:
    std::filesystem::path path_;
    bool mounted_ = false;
};

std::vector<std::filesystem::path> generated(std::filesystem::path const& folder, std::string const& seed) {
    REQUIRE(run_command({CASSETTE_GENERATE, "--seed", seed, "--instances", "12", "--rows", "512", "--columns", "512",
                         "--flat", "--out", folder})
                .exit_code == 0);
    return files_below(folder);
}

// The files that storescu had acknowledged; what it was answered for the others is in `refusal`.
std::vector<std::filesystem::path> stored_by_scu(Node const& node, std::vector<std::filesystem::path> const& files,
                                                 std::string const& refusal) {
    auto const result = store_scu(node, {"--no-halt"}, files);
    auto const acknowledged = acknowledged_files(result.all());
    bool const refused = result.all().find("Received Store Response (" + refusal) != std::string::npos;
    CHECK(refused == (acknowledged.size() < files.size()));
    return acknowledged;
}

void check_served(Node const& node, std::vector<std::filesystem::path> const& files,
                  TemporaryDirectory const& scratch) {
    for (auto const& file : files) {
        CAPTURE(file);
        auto const object = read_dicom_object(file);
        REQUIRE(object);
        auto const url = node.dicom_web("/studies/" + object->study + "/series/" + object->series + "/instances/" +
                                        object->instance);
        auto const fetched = get(url, "application/dicom; transfer-syntax=*");
        CHECK(fetched.status == 200);
        CHECK((dataset_of(fetched.body) == dataset_of(read_file(file))));
    }
    auto const object = read_dicom_object(files.front());
    CHECK(instances_shown(node) == files.size());
    CHECK(get(node.dicom_web("/studies/" + object->study + "/rendered"), "image/png").status == 200);
    std::filesystem::create_directories(scratch / "found");
    CHECK(find_scu(node, {"QueryRetrieveLevel=STUDY", "StudyInstanceUID=" + object->study}, scratch / "found")
              .exit_code == 0);
    CHECK_FALSE(std::filesystem::is_empty(scratch / "found"));
}

// PS3.18 I.2.2: each that failed, with the reason of PS3.4 Table B.2-1.
void check_refused_by_stow(Node const& node, std::filesystem::path const& file) {
    auto const response = stow_file(node, file);
    CHECK(response.status == 507);
    CHECK(response.body.find(R"("00081197":{"vr":"US","Value":[42752]})") != std::string::npos);
    CHECK(response.body.find(read_dicom_object(file)->instance) != std::string::npos);
    CHECK_FALSE(response.header("retry-after").empty());
}

void check_read_only(Node const& node, std::string const& reason) {
    auto const health = get(node.url("/health"));
    CHECK(health.status == 503);
    CHECK(health.body.find(R"("status":"read-only")") != std::string::npos);
    CHECK(health.body.find("\"reason\":\"" + reason + "\"") != std::string::npos);
    CHECK(get(node.url("/health/live")).status == 200);
    auto const metrics = get(node.url("/metrics")).body;
    CHECK(metrics.find("cassette_read_only{reason=\"" + reason + "\"} 1") != std::string::npos);
}

void wait_until_healthy(Node const& node) {
    auto const deadline = std::chrono::steady_clock::now() + std::chrono::seconds{30};
    while (!is_healthy(node) && std::chrono::steady_clock::now() < deadline) continue;
    CHECK(is_healthy(node));
}

std::size_t log_lines(Node const& node, std::string const& key, std::string const& value) {
    auto const log = node.log();
    auto const wanted = "\"" + key + "\":\"" + value + "\"";
    std::size_t count = 0;
    for (auto at = log.find(wanted); at != std::string::npos; at = log.find(wanted, at + 1)) ++count;
    return count;
}

std::vector<std::filesystem::path> rest_of(std::vector<std::filesystem::path> const& all,
                                           std::vector<std::filesystem::path> const& some) {
    std::vector<std::filesystem::path> rest;
    std::ranges::copy_if(all, std::back_inserter(rest),
                         [&](auto const& file) { return std::ranges::find(some, file) == some.end(); });
    return rest;
}

struct Filling {
    std::uint64_t reserve_bytes;
    std::uint64_t left;  // on the disk, for two or three objects
    std::string reason;
};

void fill_and_make_room(Filling const& filling) {
    TemporaryDirectory const scratch;
    SmallDisk const disk{scratch / "disk"};
    if (!disk.is_there()) return;
    auto const files = generated(scratch / "in", "5");
    auto node = Node::start(disk.path(), {"--storage-reserve-bytes", std::to_string(filling.reserve_bytes)});
    disk.fill_up(filling.left);

    auto stored = stored_by_scu(node, files, "Refused: OutOfResources");
    auto const refused = rest_of(files, stored);
    CHECK_FALSE(stored.empty());
    REQUIRE_FALSE(refused.empty());
    check_refused_by_stow(node, refused.front());
    check_read_only(node, filling.reason);
    check_served(node, stored, scratch);
    CHECK(std::filesystem::is_empty(disk / "incoming"));

    disk.make_room();
    wait_until_healthy(node);
    CHECK(stow_file(node, refused.front()).status == 200);
    CHECK(stored_by_scu(node, refused, "nothing").size() == refused.size());
    check_served(node, files, scratch);
    CHECK(std::filesystem::is_empty(disk / "incoming"));
    CHECK(log_lines(node, "level", "error") == 1);
    CHECK(log_lines(node, "event", "read_only") == 1);
    REQUIRE(node.logs("writable_again"));
    CHECK(log_lines(node, "event", "writable_again") == 1);
    CHECK(node.stop() == 0);
    CHECK(exit_code_of("verify", disk.path()) == 0);
}

}  // namespace

TEST_CASE("with less room than the reserve the node is read-only, and stores again when there is more") {
    fill_and_make_room({reserve, reserve + 2 * megabyte, "low_space"});
}

TEST_CASE("on a disk that is full to the last byte the node is read-only, and stores again when there is room") {
    fill_and_make_room({0, 2 * megabyte, "no_space"});
}

TEST_CASE("what a full disk leaves of the reserve is enough to delete, and to start again") {
    TemporaryDirectory const scratch;
    SmallDisk const disk{scratch / "disk"};
    if (!disk.is_there()) return;
    auto const files = generated(scratch / "in", "6");
    std::vector<std::string> const flags{"--storage-reserve-bytes", std::to_string(reserve)};
    {
        auto node = Node::start(disk.path(), flags);
        CHECK(stored_by_scu(node, files, "nothing").size() == files.size());
        disk.fill_up(reserve - megabyte);
        check_refused_by_stow(node, files.front());
        CHECK(node.stop() == 0);
    }
    // The log of the index went with the node.
    disk.fill_up(reserve - megabyte);
    auto node = Node::start(disk.path(), flags);
    check_refused_by_stow(node, files.front());
    check_read_only(node, "low_space");
    auto const study = node.dicom_web("/studies/" + read_dicom_object(files.front())->study);
    CHECK(send({.url = study, .method = "DELETE"}).status == 204);
    CHECK(get(study + "/metadata").status == 404);
    CHECK(send({.url = study + "/restore", .method = "POST"}).status == 204);
    check_served(node, files, scratch);
    CHECK(node.stop() == 0);
    CHECK(exit_code_of("verify", disk.path()) == 0);
}

}  // namespace cassette::testing
