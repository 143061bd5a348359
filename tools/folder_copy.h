#pragma once

#include "archive/lifecycle/backup.h"
#include "tools/data_folder.h"

#include <filesystem>
#include <string_view>

namespace cassette {

// Makes the data folder `to` hold what `from` holds at one moment: every object, the index, the key of pseudonyms. `from` may
// be in use by a node; blobs that `to` has already are not copied again. Interrupted at any point, `to` has either its
// earlier index or the new one, and every object that it names. What is wrong with objects of `from` is printed on standard
// output, a line each; `what` names the work on the progress bar.
struct FolderCopy {
    std::filesystem::path const& from;
    DataFolder const& to;
    std::string_view what;
};
// ErrorCode::not_found when `from` has no index.
[[nodiscard]] Result<BackupProgress> copy_data_folder(FolderCopy const& folders);

}  // namespace cassette
