#include "storage/file_blob.h"

#include <cerrno>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/uio.h>

namespace cassette {

namespace {

// A medium that cannot be read is a fault of the node; it says nothing of whether more can be stored.
Failure unreadable(Error const& error) {
    return fail(error.code == ErrorCode::out_of_resources ? ErrorCode::internal : error.code, error.detail);
}

// Whether the page with this byte is in memory, or the file system cannot tell.
bool is_in_memory(int descriptor, std::uint64_t offset) {
    char byte = 0;
    iovec out{&byte, 1};
    return ::preadv2(descriptor, &out, 1, static_cast<off_t>(offset), RWF_NOWAIT) >= 0 || errno != EAGAIN;
}

}  // namespace

// What a system drops from memory it drops in long stretches.
bool FileBlob::is_at_hand() const {
    return size_ == 0 || (is_in_memory(file_.get(), 0) && is_in_memory(file_.get(), size_ - 1));
}

Result<std::shared_ptr<Blob const>> open_file_blob(std::string const& path) {
    // Not to hang on what is no regular file.
    auto file = open_file(path, O_RDONLY | O_NONBLOCK);
    if (!file) return unreadable(file.error());
    struct stat status {};
    if (::fstat(file->get(), &status) < 0) return unreadable(error_of_errno(errno, "fstat"));
    if (!S_ISREG(status.st_mode)) return fail(ErrorCode::not_found, "not a regular file");
    // Shared by everyone who reads the blob at the same time.
    return std::shared_ptr<Blob const>{
        std::make_shared<FileBlob>(std::move(*file), static_cast<std::uint64_t>(status.st_size))};
}

Result<std::shared_ptr<Blob const>> make_memory_file_blob(std::span<std::byte const> bytes) {
    FileDescriptor file{::memfd_create("blob", MFD_CLOEXEC)};
    if (file.get() < 0) return fail(error_of_errno(errno, "memfd_create"));
    if (auto written = write_all(file.get(), bytes); !written) return fail(written.error());
    return std::shared_ptr<Blob const>{std::make_shared<FileBlob>(std::move(file), bytes.size())};
}

}  // namespace cassette
