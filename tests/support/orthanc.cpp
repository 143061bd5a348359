#include "tests/support/orthanc.h"

#include "tests/support/free_port.h"
#include "tests/support/http_client.h"
#include "tests/support/temporary_directory.h"

#include <doctest/doctest.h>

#include <boost/json.hpp>

namespace cassette::testing {

namespace {

std::filesystem::path program() {
    for (auto const* path : {"/usr/sbin/Orthanc", "/usr/bin/Orthanc", "/usr/local/sbin/Orthanc"})
        if (std::filesystem::exists(path)) return path;
    return {};
}

std::string configuration(std::filesystem::path const& folder, std::uint16_t http_port, std::uint16_t dicom_port,
                          Node const& node) {
    boost::json::object const all{
        {"Name", "peer"},
        {"StorageDirectory", (folder / "storage").string()},
        {"IndexDirectory", (folder / "storage").string()},
        {"Plugins", boost::json::array{}},
        {"HttpPort", http_port},
        {"DicomPort", dicom_port},
        {"DicomAet", "ORTHANC"},
        {"DicomModalities",
         {{"cassette", boost::json::array{"CASSETTE", node.dimse_host(), std::stoi(node.dimse_port())}}}},
        {"RemoteAccessAllowed", false},
        {"AuthenticationEnabled", false},
        {"StableAge", 1}};
    return boost::json::serialize(all);
}

}  // namespace

bool Orthanc::is_installed() { return !program().empty(); }

Orthanc Orthanc::start(std::filesystem::path const& folder, std::uint16_t dicom_port, Node const& node) {
    std::filesystem::create_directories(folder);
    auto const http_port = free_port();
    write_file(folder / "orthanc.json", configuration(folder, http_port, dicom_port, node));
    auto const log = folder / "orthanc.log";
    Orthanc orthanc{ChildProcess::start({program(), folder / "orthanc.json"}, {.output = log, .errors = log}), folder,
                    http_port};
    wait_for_listener(dicom_port);
    wait_for_listener(http_port);
    return orthanc;
}

std::string Orthanc::post(std::string const& path, std::string const& json) const {
    auto const body = folder_ / "request.json";
    write_file(body, json);
    auto const answer = send({.url = url(path), .method = "POST", .body_file = body});
    CAPTURE(answer.body);
    REQUIRE(answer.status == 200);
    return answer.body;
}

std::string Orthanc::get(std::string const& path) const {
    auto const answer = testing::get(url(path));
    CAPTURE(answer.body);
    REQUIRE(answer.status == 200);
    return answer.body;
}

void Orthanc::put(std::string const& path, std::string const& json) const {
    auto const body = folder_ / "request.json";
    write_file(body, json);
    auto const answer = send({.url = url(path), .method = "PUT", .body_file = body});
    CAPTURE(answer.body);
    REQUIRE(answer.status == 200);
}

}  // namespace cassette::testing
