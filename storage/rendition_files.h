#pragma once

#include "schema/digest.h"
#include "storage/blob_store.h"

#include <atomic>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace cassette {

struct RenditionFile {
    Digest name;
    std::uint64_t size;    // bytes
    std::int64_t made_at;  // nanoseconds since 1970
};

// The files of a rendition cache: <folder>/ab/<sha256 of the key>, written in <folder>/incoming/ and renamed. Nothing is
// synced: the file <folder>/clean, which exists while the cache is closed, names the start of the operating system in which
// that was, and in any other the files are not trusted. Thread-safe.
class RenditionFiles {
public:
    explicit RenditionFiles(std::string folder) : folder_{std::move(folder)} {}

    // Makes the folders. After a clean stop and no restart of the machine gives what is there, oldest first; otherwise
    // removes it and gives nothing.
    Result<std::vector<RenditionFile>> start();
    // Leaves the mark of a clean stop.
    Result<void> stop();

    // ErrorCode::not_found when there is no such file.
    Result<std::shared_ptr<Blob const>> open(Digest const& name) const;
    // Puts the bytes in place and gives them, open.
    Result<std::shared_ptr<Blob const>> write(Digest const& name, std::string_view bytes);
    void remove(Digest const& name) const;  // what is not there stays away

private:
    std::string path_of(Digest const& name) const;
    Result<std::vector<RenditionFile>> list() const;

    std::string folder_;
    std::atomic<std::uint64_t> next_{0};  // names in incoming/
};

}  // namespace cassette
