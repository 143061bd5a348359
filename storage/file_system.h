#pragma once

#include "storage/posix_file.h"

#include <cstddef>
#include <cstdint>
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
    virtual Result<void> write_at(int descriptor, std::uint64_t offset, std::span<std::byte const> bytes) = 0;
    virtual Result<void> sync(int descriptor) = 0;
    virtual Result<void> rename(std::string const& from, std::string const& to) = 0;  // replaces `to`
    virtual Result<void> remove(std::string const& path) = 0;
    virtual Result<Made> make_directory(std::string const& path) = 0;
    virtual Result<void> sync_directory(std::string const& path) = 0;
    // Whether sync_all is to be trusted on the file system of `folder`.
    virtual bool can_sync_all(std::string const& folder) = 0;
    // Everything on the file system of that open folder is on stable storage, or an error since the folder was opened or since
    // the last call is told. What others have written there is synced as well.
    virtual Result<void> sync_all(int folder) = 0;
};

// The operating system's.
[[nodiscard]] FileSystem& posix_file_system();

}  // namespace cassette
