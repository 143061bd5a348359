#include "storage/file_blob.h"

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>

namespace cassette {

namespace {

// A medium that cannot be read is a fault of the node; it says nothing of whether more can be stored.
Failure unreadable(Error const& error) {
    return fail(error.code == ErrorCode::out_of_resources ? ErrorCode::internal : error.code, error.detail);
}

}  // namespace

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

}  // namespace cassette
