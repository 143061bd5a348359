#include "storage/posix_file.h"

#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <linux/magic.h>
#include <sys/stat.h>
#include <sys/utsname.h>
#include <sys/vfs.h>
#include <system_error>
#include <unistd.h>

namespace cassette {

namespace {

ErrorCode code_of_errno(int number) {
    switch (number) {
        case ENOSPC:
        case EDQUOT:
        case EROFS:
        case EIO:
        case EFBIG:
        case EACCES:
        case EPERM: return ErrorCode::out_of_resources;
        case EMFILE:
        case ENFILE:
        case ENOMEM: return ErrorCode::unavailable;
        case ENOENT: return ErrorCode::not_found;
        default: return ErrorCode::internal;
    }
}

// Before Linux 5.8 syncfs said nothing of what could not be written.
bool tells_of_failed_syncs() {
    struct utsname system {};
    if (::uname(&system) < 0) return false;
    int major = 0;
    int minor = 0;
    return std::sscanf(system.release, "%d.%d", &major, &minor) == 2 && (major > 5 || (major == 5 && minor >= 8));
}

// Repeats a call that a signal interrupted.
template <class Call>
auto uninterrupted(Call call) {
    auto result = call();
    while (result < 0 && errno == EINTR) result = call();
    return result;
}

template <class Write>
Result<void> write_whole(std::span<std::byte const> bytes, Write write) {
    while (!bytes.empty()) {
        auto const written = uninterrupted([&] { return write(bytes); });
        if (written < 0) return fail(error_of_errno(errno, "write"));
        if (written == 0) return fail(ErrorCode::out_of_resources, "write: nothing was taken");
        bytes = bytes.subspan(static_cast<std::size_t>(written));
    }
    return {};
}

}  // namespace

FileDescriptor& FileDescriptor::operator=(FileDescriptor&& other) noexcept {
    if (this == &other) return *this;
    close();
    descriptor_ = std::exchange(other.descriptor_, -1);
    return *this;
}

void FileDescriptor::close() noexcept {
    if (descriptor_ < 0) return;
    // Linux frees the descriptor even when close is interrupted, so it is never repeated.
    (void)::close(std::exchange(descriptor_, -1));
}

Error error_of_errno(int number, std::string_view operation) {
    return {code_of_errno(number), std::string{operation} + ": " + std::generic_category().message(number)};
}

// An Error has no room for the number: the words that error_of_errno ends with stand for it.
bool is_lack_of_space(Error const& error) {
    auto const says = [&](int number) { return error.detail.ends_with(std::generic_category().message(number)); };
    return error.code == ErrorCode::out_of_resources && (says(ENOSPC) || says(EDQUOT) || says(EFBIG));
}

Result<FileDescriptor> open_file(std::string const& path, int flags) {
    int const descriptor = uninterrupted([&] { return ::open(path.c_str(), flags | O_CLOEXEC, 0600); });
    if (descriptor < 0) return fail(error_of_errno(errno, "open"));
    return FileDescriptor{descriptor};
}

Result<void> write_all(int descriptor, std::span<std::byte const> bytes) {
    return write_whole(bytes, [&](auto rest) { return ::write(descriptor, rest.data(), rest.size()); });
}

Result<void> write_all_at(int descriptor, std::uint64_t offset, std::span<std::byte const> bytes) {
    return write_whole(bytes, [&](auto rest) {
        auto const at = static_cast<off_t>(offset + (bytes.size() - rest.size()));
        return ::pwrite(descriptor, rest.data(), rest.size(), at);
    });
}

Result<void> read_exactly(int descriptor, std::uint64_t offset, std::span<std::byte> out) {
    while (!out.empty()) {
        auto const at = static_cast<off_t>(offset);
        auto const count = uninterrupted([&] { return ::pread(descriptor, out.data(), out.size(), at); });
        if (count < 0) return fail(ErrorCode::internal, error_of_errno(errno, "read").detail);
        if (count == 0) return fail(ErrorCode::internal, "read: the file ends before the range");
        offset += static_cast<std::uint64_t>(count);
        out = out.subspan(static_cast<std::size_t>(count));
    }
    return {};
}

Result<void> sync_data(int descriptor) {
    if (uninterrupted([&] { return ::fdatasync(descriptor); }) < 0) return fail(error_of_errno(errno, "fdatasync"));
    return {};
}

Result<void> sync_directory(std::string const& path) {
    auto directory = open_file(path, O_RDONLY | O_DIRECTORY);
    if (!directory) return fail(directory.error());
    if (uninterrupted([&] { return ::fsync(directory->get()); }) < 0) return fail(error_of_errno(errno, "fsync"));
    return {};
}

bool syncs_whole(std::string const& folder) {
    if (!tells_of_failed_syncs()) return false;
    struct statfs status {};
    if (::statfs(folder.c_str(), &status) < 0) return false;
    switch (static_cast<unsigned long>(status.f_type)) {
        case EXT4_SUPER_MAGIC:
        case XFS_SUPER_MAGIC:
        case BTRFS_SUPER_MAGIC:
        case F2FS_SUPER_MAGIC:
        case TMPFS_MAGIC: return true;
        default: return false;
    }
}

// Without a journal ext4 writes its metadata after the last flush of the drive's cache; a sync of the folder flushes again.
Result<void> sync_file_system(int folder) {
    if (uninterrupted([&] { return ::syncfs(folder); }) < 0) return fail(error_of_errno(errno, "syncfs"));
    if (uninterrupted([&] { return ::fsync(folder); }) < 0) return fail(error_of_errno(errno, "fsync"));
    return {};
}

Result<Made> make_directory(std::string const& path) {
    if (::mkdir(path.c_str(), 0700) == 0) return Made::created;
    if (errno == EEXIST) return Made::existed;
    return fail(error_of_errno(errno, "mkdir"));
}

}  // namespace cassette
