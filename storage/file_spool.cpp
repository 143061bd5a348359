#include "storage/file_spool.h"

#include "storage/posix_file.h"

#include <cerrno>
#include <cstdlib>
#include <fcntl.h>
#include <unistd.h>

namespace cassette {

namespace {

class FileSpool final : public Spool {
public:
    explicit FileSpool(FileDescriptor file) : file_{std::move(file)} {}

    std::uint64_t size() const override { return size_; }
    Result<void> read_at(std::uint64_t offset, std::span<std::byte> out) const override {
        if (offset > size_ || out.size() > size_ - offset) return fail(ErrorCode::internal, "range beyond the spool");
        return read_exactly(file_.get(), offset, out);
    }
    std::optional<FileHandle> file() const override { return FileHandle{file_.get(), 0}; }
    // After a failed write the length is not known, so nothing more is taken.
    Result<void> append(std::span<std::byte const> bytes) override {
        if (failure_) return fail(*failure_);
        auto written = write_all(file_.get(), bytes);
        if (!written) failure_ = written.error();
        if (written) size_ += bytes.size();
        return written;
    }

private:
    FileDescriptor file_;
    std::uint64_t size_ = 0;
    std::optional<Error> failure_;
};

// Some file systems cannot make a file without a name: there it loses its name at once.
Result<FileDescriptor> open_and_unlink(std::string const& folder) {
    std::string path = folder + "/spool-XXXXXX";
    FileDescriptor file{::mkostemp(path.data(), O_CLOEXEC)};
    auto const error = error_of_errno(errno, "create a spool");
    if (!file.is_open() && error.code == ErrorCode::unavailable) return fail(error);
    if (!file.is_open()) return fail(ErrorCode::out_of_resources, error.detail);
    (void)::unlink(path.c_str());
    return file;
}

}  // namespace

Result<std::shared_ptr<Spool>> open_file_spool(std::string const& folder) {
    auto file = open_file(folder, O_TMPFILE | O_RDWR);
    if (!file) file = open_and_unlink(folder);
    if (!file) return fail(file.error());
    // The second owner is whoever reads it while the first goes on.
    return std::shared_ptr<Spool>{std::make_shared<FileSpool>(std::move(*file))};
}

}  // namespace cassette
