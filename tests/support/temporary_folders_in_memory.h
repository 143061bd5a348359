#pragma once

#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <optional>
#include <string>

namespace cassette::testing {

// From now on temporary folders are in memory, where the system offers enough of that (containers often have 64 MB).
inline void put_temporary_folders_in_memory() {
    constexpr std::uintmax_t enough = std::uintmax_t{2} << 30;
    std::error_code error;
    auto const space = std::filesystem::space("/dev/shm", error);
    if (!error && space.available >= enough) (void)::setenv("TMPDIR", "/dev/shm", 1);
}

// While this lives, temporary folders are in memory where the system offers that: for tests that make many, sync often and
// prove nothing about the disk.
class TemporaryFoldersInMemory {
public:
    TemporaryFoldersInMemory() {
        if (char const* const set = std::getenv("TMPDIR")) before_ = set;
        put_temporary_folders_in_memory();
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
