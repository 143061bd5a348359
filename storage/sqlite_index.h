#pragma once

#include "storage/index.h"
#include "storage/writability.h"

#include <filesystem>
#include <memory>

namespace cassette {

// Whether an index of an earlier version may be changed into one of this version: not beside the program that has it open.
enum class SchemaUpdate { allowed, refused };

struct SqliteIndexSettings {
    std::size_t readers = 16;     // read connections that stay open, opened when first needed
    std::size_t batch_max = 256;  // records in one transaction
    SchemaUpdate schema_update = SchemaUpdate::allowed;
    Writability* writability = nullptr;  // asked before each change and told what failed; outlives the index
};

// Opens or creates the index and brings its schema up to date. One writer thread commits whatever has queued since the
// last commit (WAL, synchronous=FULL). ErrorCode::out_of_resources when it cannot be made;
// ErrorCode::internal when the file is damaged or from a newer version.
[[nodiscard]] Result<std::unique_ptr<Index>> open_sqlite_index(std::filesystem::path const& file,
                                                               SqliteIndexSettings const& settings = {});

// Reads all of an index, whatever its size, and compares its tables with what they are searched by; opening one reads only
// the smaller ones whole. ErrorCode::internal when it is damaged.
[[nodiscard]] Result<void> check_sqlite_index(std::filesystem::path const& file);

// Copies an index as it is at one moment, also while a node has it open, to a new file that is on stable storage on return.
// ErrorCode::not_found when there is none, out_of_resources when the copy cannot be written.
[[nodiscard]] Result<void> copy_sqlite_index(std::filesystem::path const& from, std::filesystem::path const& to);

}  // namespace cassette
