#pragma once

#include "archive/archive.h"
#include "storage/blob_store.h"
#include "storage/index.h"
#include "storage/rendition_cache.h"
#include "tests/support/temporary_directory.h"

#include <filesystem>
#include <memory>
#include <vector>

namespace cassette::testing {

// An archive in a temporary directory.
class ArchiveOnDisk {
public:
    explicit ArchiveOnDisk(ArchiveSettings const& settings = {});
    Archive& archive() { return *archive_; }
    IndexCounts counts() const;
    std::filesystem::path const& path() const { return directory_.path(); }

    // The files of blobs on their way in, and of those that are published (docs/on-disk-format.md).
    std::vector<std::filesystem::path> incoming() const;
    std::vector<std::filesystem::path> objects() const;

    // Closes the index and opens it again, as a restart does.
    void reopen_index();
    // Replaces the index by an empty one, as if it had been lost.
    void lose_index();

private:
    TemporaryDirectory directory_;
    std::unique_ptr<BlobStore> blobs_;
    std::unique_ptr<Index> index_;
    std::unique_ptr<RenditionCache> renditions_;
    std::unique_ptr<Archive> archive_;
};

}  // namespace cassette::testing
