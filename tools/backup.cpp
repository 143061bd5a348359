#include "storage/folder_blob_store.h"
#include "tools/commands.h"
#include "tools/data_folder.h"
#include "tools/folder_copy.h"

#include <fmt/format.h>

namespace cassette {

namespace {

ExitCode report(Result<BackupProgress> const& copied) {
    if (!copied) return exit_code_for(copied.error());
    fmt::print("{} versions: {} objects copied, {} bytes, {} faults\n", copied->versions, copied->copied, copied->bytes,
               copied->faults);
    return copied->faults == 0 ? ExitCode::done : ExitCode::failed;
}

bool is_same_folder(std::filesystem::path const& one, std::filesystem::path const& other) {
    std::error_code error;
    return std::filesystem::equivalent(one, other, error);
}

// What only the journal has is put in its place, as when a node starts. Where that fails, the objects that are missing are
// named by the copying itself.
void settle_journal(DataFolder const& folder) {
    std::error_code error;
    if (std::filesystem::is_empty(folder.path() / "journal", error) || error) return;
    auto const store = open_folder_blob_store(folder.path());
    if (!store) complain("objects in the journal may be missing: " + store.error().detail);
}

// Locked for no longer than that: a node may start while the backup is made. One that runs looks after its journal itself.
void settle_journal_of_idle(std::filesystem::path const& data) {
    auto const folder = DataFolder::open(data, CreateFolder::never);
    if (folder) settle_journal(*folder);
}

}  // namespace

ExitCode back_up(Configuration const& configuration, std::filesystem::path const& folder) {
    if (is_same_folder(configuration.data, folder)) {
        complain("a backup needs a folder of its own, not the data folder");
        return ExitCode::usage;
    }
    auto const backup = DataFolder::open(folder, CreateFolder::if_missing);
    if (!backup) return exit_code_for(backup.error());
    settle_journal_of_idle(configuration.data);
    return report(copy_data_folder({configuration.data, *backup, "backup"}));
}

ExitCode restore(Configuration const& configuration, std::filesystem::path const& folder) {
    auto const backup = DataFolder::open(folder, CreateFolder::never);
    if (!backup) return exit_code_for(backup.error());
    auto const data = DataFolder::open(configuration.data, CreateFolder::if_missing);
    if (!data) return exit_code_for(data.error());
    std::error_code error;
    if (std::filesystem::exists(data->index_file(), error)) {
        complain("the data folder " + configuration.data.string() +
                 " has an index already: restore into another folder");
        return ExitCode::usage;
    }
    settle_journal(*backup);
    return report(copy_data_folder({backup->path(), *data, "restore"}));
}

}  // namespace cassette
