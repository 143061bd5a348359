#pragma once

#include "tests/support/objects_in_memory.h"

#include <memory>
#include <string>
#include <string_view>
#include <utility>

namespace cassette::testing {

// An archive that holds one SOP Instance in memory: for tests of what is done with a stored object. It caches nothing.
class SingleInstanceArchive {
public:
    // Errors are those of storing a Part 10 file.
    static Result<std::unique_ptr<SingleInstanceArchive>> holding(std::string_view part10,
                                                                  ArchiveSettings settings = {});

    Archive const& archive() const { return objects_->archive(); }
    InstanceLocation const& location() const { return location_; }
    std::string const& layout() const { return objects_->layout(location_); }

    SingleInstanceArchive(std::unique_ptr<ObjectsInMemory> objects, InstanceLocation location)
        : objects_{std::move(objects)}, location_{std::move(location)} {}
    SingleInstanceArchive(SingleInstanceArchive const&) = delete;
    SingleInstanceArchive& operator=(SingleInstanceArchive const&) = delete;

private:
    std::unique_ptr<ObjectsInMemory> objects_;
    InstanceLocation location_;
};

}  // namespace cassette::testing
