#pragma once

#include <sys/types.h>

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cassette::testing {

// Where a child's streams go. Nothing is inherited: a child without input reads end of file.
struct ChildStreams {
    std::filesystem::path input = "/dev/null";
    std::filesystem::path output = "/dev/null";
    std::filesystem::path errors = "/dev/null";
};

// A child process. It is killed and reaped at the latest when this goes, or when the test dies.
class ChildProcess {
public:
    // Runs `command`, found in PATH. The test fails when there is no process to be had; a program that does not exist
    // exits 127.
    static ChildProcess start(std::vector<std::string> const& command, ChildStreams const& streams,
                              std::vector<std::string> const& environment = {});
    ChildProcess(ChildProcess&& other) noexcept;
    ChildProcess& operator=(ChildProcess&&) = delete;
    ~ChildProcess();

    pid_t id() const { return id_; }
    bool running();
    // The exit code, or minus the number of the signal that ended it; nullopt when it still runs after `timeout`.
    std::optional<int> wait(std::chrono::milliseconds timeout);
    void signal(int number) const;
    // SIGKILL, and waits for the end.
    void kill();

    // VmRSS and VmHWM of /proc/<id>/status, in bytes; 0 when it has ended.
    std::uint64_t resident_bytes() const;
    std::uint64_t peak_resident_bytes() const;
    std::size_t open_descriptors() const;

private:
    explicit ChildProcess(pid_t id, int handle) : id_{id}, handle_{handle} {}
    pid_t id_;
    int handle_;  // pidfd
    std::optional<int> ended_;
};

}  // namespace cassette::testing
