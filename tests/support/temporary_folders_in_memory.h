#pragma once

#include <cstdlib>
#include <optional>
#include <string>
#include <unistd.h>

namespace cassette::testing {

// While this lives, temporary folders are in memory where the system offers that: for tests that make many, sync often and
// prove nothing about the disk.
class TemporaryFoldersInMemory {
public:
    TemporaryFoldersInMemory() {
        if (char const* const set = std::getenv("TMPDIR")) before_ = set;
        if (::access("/dev/shm", W_OK) == 0) (void)::setenv("TMPDIR", "/dev/shm", 1);
    }
    TemporaryFoldersInMemory(TemporaryFoldersInMemory const&) = delete;
    TemporaryFoldersInMemory& operator=(TemporaryFoldersInMemory const&) = delete;
    ~TemporaryFoldersInMemory() {
        if (before_)
            (void)::setenv("TMPDIR", before_->c_str(), 1);
        else
            (void)::unsetenv("TMPDIR");
    }

private:
    std::optional<std::string> before_;
};

}  // namespace cassette::testing
