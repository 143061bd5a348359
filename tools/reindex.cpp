#include "archive/lifecycle/reindex.h"

#include "storage/carry_over.h"
#include "storage/search_values.h"
#include "tools/commands.h"
#include "tools/data_folder.h"
#include "tools/progress_line.h"

#include <fmt/format.h>

#include <filesystem>

namespace cassette {

namespace {

// SQLite keeps a write-ahead log and its index beside the file; they must not meet another file of that name.
void remove_log(std::filesystem::path const& file) {
    for (std::string_view const suffix : {"-wal", "-shm"}) {
        std::error_code ignored;  // absent is as good as removed
        std::filesystem::remove(file.string() + std::string{suffix}, ignored);
    }
}

Result<ReindexProgress> fill(Archive& archive) {
    ProgressLine progress{"reindex", 0};
    auto const observe = [&](ReindexProgress const& now, Digest const& blob, Error const* refused) {
        progress.set_total(now.blobs);
        progress.update(now.done, 0);
        if (refused != nullptr) progress.say(blob.hex() + " not indexed: " + refused->detail);
    };
    return reindex(archive, local_operator(), observe);
}

// What no object tells. An index that is too damaged for it is replaced all the same: that is what reindexing is for.
void take_over(std::filesystem::path const& earlier, std::filesystem::path const& fresh) {
    std::error_code ignored;  // absent: there is nothing to take over
    if (!std::filesystem::exists(earlier, ignored)) return;
    if (auto const taken = carry_over(earlier, fresh); !taken)
        complain("the worklist and what was queued cannot be taken over from the old index: " + taken.error().detail);
}

}  // namespace

// The new index grows beside the old one, which it replaces only when it is whole.
ExitCode reindex_data(Configuration const& configuration) {
    auto const folder = DataFolder::open(configuration.data, CreateFolder::never);
    if (!folder) return exit_code_for(folder.error());
    auto const fresh = folder->path() / "index.sqlite.new";
    std::error_code error;
    std::filesystem::remove(fresh, error);
    remove_log(fresh);
    Result<ReindexProgress> done = ReindexProgress{};
    {
        auto const stores = open_stores(*folder, configuration, fresh);
        if (!stores) return exit_code_for(stores.error());
        auto const declared = stores->index->search_values().declare(configuration.search_attributes);
        if (!declared) return exit_code_for(declared.error());
        done = fill(*stores->archive);
    }
    if (!done) return exit_code_for(done.error());
    take_over(folder->index_file(), fresh);
    remove_log(folder->index_file());
    std::filesystem::rename(fresh, folder->index_file(), error);
    if (error) return exit_code_for({ErrorCode::out_of_resources, "cannot replace the index: " + error.message()});
    fmt::print("{} objects indexed, {} refused\n", done->done - done->refused, done->refused);
    return done->refused == 0 ? ExitCode::done : ExitCode::failed;
}

}  // namespace cassette
