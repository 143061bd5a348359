#pragma once

#include "archive/archive.h"
#include "storage/memory_blob_store.h"

#include <memory>
#include <string>
#include <string_view>

namespace cassette::testing {

// An archive that holds one SOP Instance in memory: for tests of what is done with a stored object. It caches nothing.
class SingleInstanceArchive {
public:
    // Errors are those of storing a Part 10 file.
    static Result<std::unique_ptr<SingleInstanceArchive>> holding(std::string_view part10,
                                                                  ArchiveSettings settings = {});

    Archive const& archive() const { return archive_; }
    InstanceLocation const& location() const { return location_; }
    std::string const& layout() const { return layout_; }

    SingleInstanceArchive(std::unique_ptr<BlobStore> blobs, InstanceLocation location, std::string layout,
                          ArchiveSettings settings);
    SingleInstanceArchive(SingleInstanceArchive const&) = delete;
    SingleInstanceArchive& operator=(SingleInstanceArchive const&) = delete;

private:
    std::unique_ptr<BlobStore> blobs_;
    InstanceLocation location_;
    std::string layout_;
    std::unique_ptr<Index> index_;
    std::unique_ptr<RenditionCache> renditions_;
    Archive archive_;
};

}  // namespace cassette::testing
