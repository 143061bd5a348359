#include "tools/data_folder.h"

#include "storage/folder_blob_store.h"
#include "storage/folder_rendition_cache.h"
#include "storage/guarded_blob_store.h"
#include "storage/sqlite_index.h"
#include "tools/pseudonym_key.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

namespace cassette {

namespace {

Failure cannot(std::string_view what, std::filesystem::path const& path, int error) {
    return fail(ErrorCode::out_of_resources,
                "cannot " + std::string{what} + ' ' + path.string() + ": " + std::strerror(error));
}

// An index that is damaged, or none of ours, is never guessed at.
Failure unusable(Error const& error) {
    if (error.code != ErrorCode::internal) return fail(error);
    return fail(error.code,
                "the index cannot be used: " + error.detail + " (cassette reindex makes a new one from the objects)");
}

}  // namespace

Result<DataFolder> DataFolder::open(std::filesystem::path const& path, CreateFolder create) {
    std::error_code error;
    if (create == CreateFolder::if_missing) std::filesystem::create_directories(path, error);
    if (error) return cannot("create", path, error.value());
    if (!std::filesystem::is_directory(path)) return fail(ErrorCode::not_found, "no data folder " + path.string());
    auto const lock_file = path / "lock";
    int const lock = ::open(lock_file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (lock < 0) return cannot("open", lock_file, errno);
    DataFolder folder{std::filesystem::absolute(path), lock};
    if (::flock(lock, LOCK_EX | LOCK_NB) != 0)
        return fail(ErrorCode::unavailable, "another process uses the data folder " + path.string());
    return folder;
}

DataFolder::DataFolder(DataFolder&& other) noexcept
    : path_{std::move(other.path_)}, lock_{std::exchange(other.lock_, -1)} {}

DataFolder::~DataFolder() {
    if (lock_ >= 0) ::close(lock_);
}

bool DataFolder::lacks_index() const {
    std::error_code error;
    auto const objects = path_ / "objects";
    bool const has_objects =
        std::filesystem::is_directory(objects, error) && !std::filesystem::is_empty(objects, error);
    return has_objects && !std::filesystem::exists(index_file(), error);
}

Result<Stores> open_stores(DataFolder const& folder, Configuration const& configuration,
                           std::filesystem::path const& index_file) {
    if (folder.lacks_index() && index_file == folder.index_file())
        return fail(ErrorCode::conflict, "objects without an index: run cassette reindex on " + folder.path().string());
    Stores stores;
    auto blobs = open_folder_blob_store(folder.path());
    if (!blobs) return fail(blobs.error());
    stores.writability = std::make_unique<Writability>(folder.path(), WritabilitySettings{configuration.reserve_bytes});
    stores.blobs = guard_blob_store(*std::move(blobs), *stores.writability);
    auto index = open_sqlite_index(index_file, {.writability = stores.writability.get()});
    if (!index) return unusable(index.error());
    stores.index = std::move(*index);
    auto renditions =
        open_folder_rendition_cache(folder.renditions(), {.bytes_max = configuration.renditions_bytes_max});
    if (!renditions) return fail(renditions.error());
    stores.renditions = std::move(*renditions);
    auto key = open_pseudonym_key(folder.path() / "pseudonym.key");
    if (!key) return fail(key.error());
    ArchiveSettings settings;
    settings.pseudonym_key = *std::move(key);
    settings.on_duplicate = configuration.on_duplicate;
    settings.instance_bytes_max = configuration.instance_bytes_max;
    stores.archive =
        std::make_unique<Archive>(Archive{*stores.blobs, *stores.index, *stores.renditions, std::move(settings)});
    return stores;
}

}  // namespace cassette
