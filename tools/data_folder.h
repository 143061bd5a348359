#pragma once

#include "archive/archive.h"
#include "schema/result.h"
#include "storage/writability.h"
#include "tools/configuration.h"

#include <filesystem>
#include <memory>

namespace cassette {

enum class CreateFolder { if_missing, never };

// The data folder, locked: one process at a time. docs/on-disk-format.md names what lies in it.
class DataFolder {
public:
    // ErrorCode::unavailable when another process has it, not_found when it is not there and may not be created.
    static Result<DataFolder> open(std::filesystem::path const& path, CreateFolder create);
    DataFolder(DataFolder&& other) noexcept;
    DataFolder& operator=(DataFolder&&) = delete;
    ~DataFolder();

    std::filesystem::path const& path() const { return path_; }
    std::filesystem::path index_file() const { return path_ / "index.sqlite"; }
    std::filesystem::path renditions() const { return path_ / "renditions"; }
    // An index is missing beside objects: an empty one would hide them, so `cassette reindex` must run first.
    bool lacks_index() const;

private:
    DataFolder(std::filesystem::path path, int lock) : path_{std::move(path)}, lock_{lock} {}
    std::filesystem::path path_;
    int lock_;  // descriptor that holds the lock
};

// The three stores of a data folder and the archive on them.
struct Stores {
    std::unique_ptr<Writability> writability;  // whoever runs for long has it look after the disk (writability_watch.h)
    std::unique_ptr<BlobStore> blobs;
    std::unique_ptr<Index> index;
    std::unique_ptr<RenditionCache> renditions;
    std::unique_ptr<Archive> archive;
};
[[nodiscard]] Result<Stores> open_stores(DataFolder const& folder, Configuration const& configuration,
                                         std::filesystem::path const& index_file);

}  // namespace cassette
