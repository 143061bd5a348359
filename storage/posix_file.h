#pragma once

#include "schema/result.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace cassette {

// Owns an open file descriptor; -1 when empty.
class FileDescriptor {
public:
    FileDescriptor() = default;
    explicit FileDescriptor(int descriptor) : descriptor_{descriptor} {}
    FileDescriptor(FileDescriptor&& other) noexcept : descriptor_{std::exchange(other.descriptor_, -1)} {}
    FileDescriptor& operator=(FileDescriptor&& other) noexcept;
    ~FileDescriptor() { close(); }

    int get() const { return descriptor_; }
    bool is_open() const { return descriptor_ >= 0; }
    void close() noexcept;

private:
    int descriptor_ = -1;
};

// The Error of a failed call. A medium that is full, refuses or fails is out_of_resources; exhausted descriptors or memory
// are unavailable; ENOENT is not_found; anything else is internal. `operation` says what was tried, without names.
[[nodiscard]] Error error_of_errno(int number, std::string_view operation);
// Whether such an Error is of a medium, or a quota, that is full.
[[nodiscard]] bool is_lack_of_space(Error const& error);

// open(2) with O_CLOEXEC; a new file gets mode 0600.
[[nodiscard]] Result<FileDescriptor> open_file(std::string const& path, int flags);

// Writes everything, however many calls that takes.
[[nodiscard]] Result<void> write_all(int descriptor, std::span<std::byte const> bytes);

// The same from `offset` on, whatever the descriptor's own position is.
[[nodiscard]] Result<void> write_all_at(int descriptor, std::uint64_t offset, std::span<std::byte const> bytes);

// Fills `out` whole from `offset`; ErrorCode::internal when the file ends before.
[[nodiscard]] Result<void> read_exactly(int descriptor, std::uint64_t offset, std::span<std::byte> out);

// The file's data, and the metadata that reading them back needs, are on stable storage.
[[nodiscard]] Result<void> sync_data(int descriptor);

// The names in a directory are on stable storage.
[[nodiscard]] Result<void> sync_directory(std::string const& path);

// Whether the file system of the folder is one on which syncfs(2) is known to leave everything on stable storage: not one
// over a network, nor one of another process, which may hear nothing of it.
[[nodiscard]] bool syncs_whole(std::string const& folder);

// Everything written to the file system of the open folder is on stable storage. Errors since the folder was opened, or since
// the last call, are told.
[[nodiscard]] Result<void> sync_file_system(int folder);

enum class Made { created, existed };

// mkdir(2) with mode 0700.
[[nodiscard]] Result<Made> make_directory(std::string const& path);

}  // namespace cassette
