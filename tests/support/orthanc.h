#pragma once

#include "tests/support/child_process.h"
#include "tests/support/node.h"

#include <filesystem>
#include <optional>
#include <string>

namespace cassette::testing {

// Orthanc, an archive that is not ours, with a storage in `folder`. It knows the node as the modality "cassette"; its AE title is
// ORTHANC.
class Orthanc {
public:
    // Where there is none, on this machine.
    static bool is_installed();
    // `dicom_port`: where it listens.
    static Orthanc start(std::filesystem::path const& folder, std::uint16_t dicom_port, Node const& node);

    std::string url(std::string const& path) const { return "http://127.0.0.1:" + std::to_string(http_port_) + path; }
    // A REST request with a JSON body; the answer's body. The test fails when the status is not 200.
    std::string post(std::string const& path, std::string const& json) const;
    std::string get(std::string const& path) const;
    void put(std::string const& path, std::string const& json) const;

private:
    Orthanc(ChildProcess process, std::filesystem::path folder, std::uint16_t http_port)
        : process_{std::move(process)}, folder_{std::move(folder)}, http_port_{http_port} {}
    ChildProcess process_;
    std::filesystem::path folder_;
    std::uint16_t http_port_;
};

}  // namespace cassette::testing
