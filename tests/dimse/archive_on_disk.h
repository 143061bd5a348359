#pragma once

#include "archive/archive.h"
#include "storage/blob_store.h"
#include "storage/index.h"
#include "storage/rendition_cache.h"
#include "tests/support/temporary_directory.h"

#include <memory>

namespace cassette::testing {

// An archive in a temporary directory.
class ArchiveOnDisk {
public:
    ArchiveOnDisk();
    Archive& archive() { return *archive_; }
    IndexCounts counts() const;

private:
    TemporaryDirectory directory_;
    std::unique_ptr<BlobStore> blobs_;
    std::unique_ptr<Index> index_;
    std::unique_ptr<RenditionCache> renditions_;
    std::unique_ptr<Archive> archive_;
};

}  // namespace cassette::testing
