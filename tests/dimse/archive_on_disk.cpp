#include "tests/dimse/archive_on_disk.h"

#include "storage/folder_blob_store.h"
#include "storage/folder_rendition_cache.h"
#include "storage/sqlite_index.h"

#include <doctest/doctest.h>

namespace cassette::testing {

ArchiveOnDisk::ArchiveOnDisk() {
    auto blobs = open_folder_blob_store(directory_.path());
    REQUIRE(blobs);
    auto index = open_sqlite_index(directory_ / "index.sqlite");
    REQUIRE(index);
    auto renditions = open_folder_rendition_cache(directory_ / "renditions");
    REQUIRE(renditions);
    blobs_ = std::move(*blobs);
    index_ = std::move(*index);
    renditions_ = std::move(*renditions);
    archive_ = std::make_unique<Archive>(Archive{*blobs_, *index_, *renditions_, {}});
}

IndexCounts ArchiveOnDisk::counts() const {
    auto const counts = index_->counts();
    REQUIRE(counts);
    return *counts;
}

}  // namespace cassette::testing
