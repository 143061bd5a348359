#pragma once

#include "storage/index.h"
#include "tools/configuration.h"
#include "tools/data_folder.h"

#include <memory>
#include <optional>

namespace cassette {

// The index of a data folder, alone: for commands that also work beside the node that has the folder open. SQLite keeps
// several processes apart, and the node sees what was committed.
struct SharedIndex {
    std::optional<DataFolder> folder;  // held while nobody else has it
    std::unique_ptr<Index> index;
};
// ErrorCode::unavailable when the process that has the folder is of another version, or makes the index anew; not_found and
// conflict as of DataFolder and open_stores.
[[nodiscard]] Result<SharedIndex> open_shared_index(Configuration const& configuration, CreateFolder create);

}  // namespace cassette
