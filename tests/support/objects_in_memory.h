#pragma once

#include "archive/archive.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace cassette::testing {

// An archive that holds SOP Instances in memory, for whoever has their locations: nothing is found by searching. It caches
// nothing.
class ObjectsInMemory {
public:
    explicit ObjectsInMemory(ArchiveSettings settings = {});
    ObjectsInMemory(ObjectsInMemory const&) = delete;
    ObjectsInMemory& operator=(ObjectsInMemory const&) = delete;

    // Errors are those of storing a Part 10 file.
    Result<InstanceLocation> add(std::string_view part10);

    Archive const& archive() const { return archive_; }
    std::string const& layout(InstanceLocation const& location) const {
        return layouts_[static_cast<std::size_t>(location.version_key)];
    }

private:
    std::vector<std::string> layouts_;  // by version key
    std::unique_ptr<BlobStore> blobs_;
    std::unique_ptr<Index> index_;
    std::unique_ptr<RenditionCache> renditions_;
    Archive archive_;
};

}  // namespace cassette::testing
