#pragma once

#include "storage/index.h"

#include <filesystem>
#include <memory>

namespace cassette {

struct SqliteIndexSettings {
    std::size_t readers = 4;      // read connections, opened when first needed
    std::size_t batch_max = 256;  // records in one transaction
};

// Opens or creates the index and brings its schema up to date. One writer thread commits whatever has queued since the
// last commit (WAL, synchronous=FULL). ErrorCode::out_of_resources when it cannot be made;
// ErrorCode::internal when the file is damaged or from a newer version.
[[nodiscard]] Result<std::unique_ptr<Index>> open_sqlite_index(std::filesystem::path const& file,
                                                               SqliteIndexSettings const& settings = {});

}  // namespace cassette
