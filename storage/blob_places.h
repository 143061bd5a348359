#pragma once

#include "schema/digest.h"
#include "storage/blob_directories.h"
#include "storage/file_system.h"

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

namespace cassette {

// Where the blobs of a folder lie, and how files get there: made in incoming/, renamed into objects/. Thread-safe.
class BlobPlaces {
public:
    // `files` outlives it.
    BlobPlaces(std::string const& folder, FileSystem& files)
        : incoming_{folder + "/incoming/"}, files_{files}, directories_{folder + "/objects", files} {}

    FileSystem& files() { return files_; }
    BlobDirectories& directories() { return directories_; }
    BlobDirectories const& directories() const { return directories_; }
    // Of a file on its way in.
    std::string new_name() { return incoming_ + std::to_string(next_.fetch_add(1, std::memory_order_relaxed)); }
    // A file of a new name. ErrorCode::out_of_resources, or unavailable when it is of the moment.
    Result<FileDescriptor> create(std::string const& path);
    // A file gets its place; the name is not synced. The folders are made when they are missing.
    Result<void> move(std::string const& path, Digest const& digest);
    // A file with these bytes and this time in its place, on stable storage or not.
    enum class Sync { no, yes };
    Result<void> put(Digest const& digest, std::span<std::byte const> bytes, std::int64_t stored_at, Sync sync);
    // The same for what has been there: a file that still is keeps its time.
    Result<void> put_again(Digest const& digest, std::span<std::byte const> bytes, Sync sync);

private:
    struct Content {
        std::span<std::byte const> bytes;
        std::int64_t stored_at;
        Sync sync;
    };
    Result<void> write(std::string const& path, Content const& content);

    std::string const incoming_;
    FileSystem& files_;
    BlobDirectories directories_;
    std::atomic<std::uint64_t> next_{0};
};

}  // namespace cassette
