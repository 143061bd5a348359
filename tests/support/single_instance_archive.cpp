#include "tests/support/single_instance_archive.h"

#include <utility>

namespace cassette::testing {

Result<std::unique_ptr<SingleInstanceArchive>> SingleInstanceArchive::holding(std::string_view part10,
                                                                              ArchiveSettings settings) {
    auto objects = std::make_unique<ObjectsInMemory>(std::move(settings));
    auto location = objects->add(part10);
    if (!location) return fail(location.error());
    return std::make_unique<SingleInstanceArchive>(std::move(objects), *std::move(location));
}

}  // namespace cassette::testing
