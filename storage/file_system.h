#pragma once

#include "storage/posix_file.h"

#include <cstddef>
#include <span>
#include <string>

namespace cassette {

// The calls that change what a power cut leaves. The blob store changes files through these alone, so that a test can
// stand in for the disk and forget everything that was not synced. Reading goes to the operating system directly.
// Errors are those of error_of_errno. Every operation may be called from any thread.
class FileSystem {
public:
    virtual ~FileSystem() = default;
    virtual Result<FileDescriptor> create(std::string const& path) = 0;  // must not exist yet
    virtual Result<void> write(int descriptor, std::span<std::byte const> bytes) = 0;
    virtual Result<void> sync(int descriptor) = 0;
    virtual Result<void> rename(std::string const& from, std::string const& to) = 0;  // replaces `to`
    virtual Result<void> remove(std::string const& path) = 0;
    virtual Result<Made> make_directory(std::string const& path) = 0;
    virtual Result<void> sync_directory(std::string const& path) = 0;
};

// The operating system's.
[[nodiscard]] FileSystem& posix_file_system();

}  // namespace cassette
