#include "storage/file_system.h"

#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <unistd.h>

namespace cassette {

namespace {

class PosixFileSystem final : public FileSystem {
public:
    Result<FileDescriptor> create(std::string const& path) override {
        return open_file(path, O_RDWR | O_CREAT | O_EXCL);
    }
    Result<void> write(int descriptor, std::span<std::byte const> bytes) override {
        return write_all(descriptor, bytes);
    }
    Result<void> write_at(int descriptor, std::uint64_t offset, std::span<std::byte const> bytes) override {
        return write_all_at(descriptor, offset, bytes);
    }
    Result<void> sync(int descriptor) override { return sync_data(descriptor); }
    Result<void> rename(std::string const& from, std::string const& to) override {
        if (::rename(from.c_str(), to.c_str()) < 0) return fail(error_of_errno(errno, "rename"));
        return {};
    }
    Result<void> remove(std::string const& path) override {
        if (::unlink(path.c_str()) < 0) return fail(error_of_errno(errno, "unlink"));
        return {};
    }
    Result<Made> make_directory(std::string const& path) override { return cassette::make_directory(path); }
    Result<void> sync_directory(std::string const& path) override { return cassette::sync_directory(path); }
    bool can_sync_all(std::string const& folder) override { return syncs_whole(folder); }
    Result<void> sync_all(int folder) override { return sync_file_system(folder); }
};

}  // namespace

FileSystem& posix_file_system() {
    static PosixFileSystem files;  // without state
    return files;
}

}  // namespace cassette
