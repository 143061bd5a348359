#pragma once

#include "storage/blob_store.h"
#include "storage/posix_file.h"

namespace cassette {

// A blob in an open file. It stays readable when the file's name goes away.
class FileBlob final : public Blob {
public:
    FileBlob(FileDescriptor file, std::uint64_t size) : file_{std::move(file)}, size_{size} {}
    std::uint64_t size() const override { return size_; }
    Result<void> read_at(std::uint64_t offset, std::span<std::byte> out) const override {
        if (offset > size_ || out.size() > size_ - offset) return fail(ErrorCode::internal, "range beyond the blob");
        return read_exactly(file_.get(), offset, out);
    }
    std::optional<FileHandle> file() const override { return FileHandle{file_.get(), 0}; }
    // True as well where the file system cannot tell.
    bool is_at_hand() const override;

private:
    FileDescriptor file_;
    std::uint64_t size_;
};

// ErrorCode::not_found when there is no regular file of that name.
[[nodiscard]] Result<std::shared_ptr<Blob const>> open_file_blob(std::string const& path);
// A file without a name, in memory: bytes that sendfile takes to many peers without copying them. It counts as memory of the
// process. ErrorCode::out_of_resources.
[[nodiscard]] Result<std::shared_ptr<Blob const>> make_memory_file_blob(std::span<std::byte const> bytes);

}  // namespace cassette
