#include "tests/support/archive_on_disk.h"

#include "storage/folder_blob_store.h"
#include "storage/folder_rendition_cache.h"
#include "storage/sqlite_index.h"

#include <doctest/doctest.h>

namespace cassette::testing {

namespace {

std::vector<std::filesystem::path> files_in(std::filesystem::path const& folder) {
    std::vector<std::filesystem::path> files;
    if (!std::filesystem::exists(folder)) return files;
    for (auto const& entry : std::filesystem::recursive_directory_iterator{folder})
        if (entry.is_regular_file()) files.push_back(entry.path());
    return files;
}

}  // namespace

ArchiveOnDisk::ArchiveOnDisk(ArchiveSettings const& settings) {
    auto blobs = open_folder_blob_store(directory_.path());
    REQUIRE(blobs);
    auto index = open_sqlite_index(directory_ / "index.sqlite");
    REQUIRE(index);
    auto renditions = open_folder_rendition_cache(directory_ / "renditions");
    REQUIRE(renditions);
    blobs_ = std::move(*blobs);
    index_ = std::move(*index);
    renditions_ = std::move(*renditions);
    archive_ = std::make_unique<Archive>(Archive{*blobs_, *index_, *renditions_, settings});
}

IndexCounts ArchiveOnDisk::counts() const {
    auto const counts = index_->counts();
    REQUIRE(counts);
    return *counts;
}

std::vector<std::filesystem::path> ArchiveOnDisk::incoming() const { return files_in(directory_ / "incoming"); }

std::vector<std::filesystem::path> ArchiveOnDisk::objects() const { return files_in(directory_ / "objects"); }

void ArchiveOnDisk::reopen_index() {
    auto const settings = archive_->settings;
    archive_.reset();
    index_.reset();
    auto index = open_sqlite_index(directory_ / "index.sqlite");
    REQUIRE(index);
    index_ = std::move(*index);
    archive_ = std::make_unique<Archive>(Archive{*blobs_, *index_, *renditions_, settings});
}

void ArchiveOnDisk::lose_index() {
    auto const settings = archive_->settings;
    archive_.reset();
    index_.reset();
    for (auto const* name : {"index.sqlite", "index.sqlite-wal", "index.sqlite-shm"})
        std::filesystem::remove(directory_ / name);
    auto index = open_sqlite_index(directory_ / "index.sqlite");
    REQUIRE(index);
    index_ = std::move(*index);
    archive_ = std::make_unique<Archive>(Archive{*blobs_, *index_, *renditions_, settings});
}

}  // namespace cassette::testing
