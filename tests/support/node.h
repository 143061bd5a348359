#pragma once

#include "tests/support/child_process.h"

#include <chrono>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace cassette::testing {

// The real binary, serving on ports it picked. The path of the binary comes from the build.
class Node {
public:
    // Starts `cassette serve` on the folder and waits for its ready line. The test fails when it does not come.
    static Node start(std::filesystem::path const& data, std::vector<std::string> const& flags = {});

    std::string url(std::string const& path) const { return "http://" + http_ + path; }
    std::string dicom_web(std::string const& path) const { return url("/dicom-web" + path); }
    std::string const& dimse_host() const { return dimse_host_; }
    std::string const& dimse_port() const { return dimse_port_; }
    ChildProcess& process() { return process_; }
    // What it has written to standard error: its log.
    std::string log() const;
    // Whether it has, or does so soon: a log may come a moment after what it tells of.
    bool logs(std::string_view text) const;
    // SIGTERM; the exit code.
    int stop();

private:
    Node(ChildProcess process, std::filesystem::path log) : process_{std::move(process)}, log_{std::move(log)} {}
    bool read_ready_line(std::filesystem::path const& output);

    ChildProcess process_;
    std::filesystem::path log_;
    std::string http_;
    std::string dimse_host_;
    std::string dimse_port_;
};

}  // namespace cassette::testing
