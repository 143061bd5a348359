#pragma once

#include "dimse/server.h"
#include "tests/support/archive_on_disk.h"

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace cassette::testing {

// What an Operation said, kept.
struct ObservedOperation {
    std::string association, operation, calling_ae_title, sop_instance, error, warnings;
    std::uint16_t status = 0;
    std::uint64_t bytes = 0, matches = 0;
};

// A DIMSE server on port 0 over an archive of its own.
class NodeUnderTest {
public:
    NodeUnderTest() : NodeUnderTest{[](dimse::ServerSettings&) {}} {}
    explicit NodeUnderTest(std::function<void(dimse::ServerSettings&)> const& adjust);

    std::uint16_t port() const { return server_->port(); }
    dimse::Server& server() { return *server_; }
    ArchiveOnDisk& disk() { return disk_; }
    // Waits until an operation of this name has been reported that was not asked for before, and gives it. The test fails
    // when it does not come.
    ObservedOperation await(std::string const& operation);

private:
    void observe(dimse::Operation const& operation);

    ArchiveOnDisk disk_;
    std::mutex mutex_;
    std::condition_variable arrived_;
    std::vector<ObservedOperation> observed_;
    std::unique_ptr<dimse::Server> server_;  // last: it stops first
};

}  // namespace cassette::testing
