#include "archive/lifecycle/removal.h"
#include "archive/lifecycle/transcoding.h"
#include "tools/commands.h"
#include "tools/data_folder.h"
#include "tools/retention.h"

#include <fmt/format.h>

namespace cassette {

ExitCode purge_deleted(Configuration const& configuration) {
    auto const folder = DataFolder::open(configuration.data, CreateFolder::never);
    if (!folder) return exit_code_for(folder.error());
    auto const stores = open_stores(*folder, configuration, folder->index_file());
    if (!stores) return exit_code_for(stores.error());
    auto const before = purged_before(std::chrono::system_clock::now(), configuration.deleted_days);
    Purged all;
    for (bool more = true; more;) {
        auto const purged = purge(*stores->archive, local_operator(), {before});
        if (!purged) return exit_code_for(purged.error());
        all.instances += purged->instances;
        all.blobs += purged->blobs;
        more = purged->more;
    }
    for (bool more = true; more;) {
        auto const freed = free_originals(*stores->archive, local_operator(), {before});
        if (!freed) return exit_code_for(freed.error());
        all.blobs += freed->originals;
        more = freed->more;
    }
    fmt::print("purged {} instances, freed {} objects\n", all.instances, all.blobs);
    return ExitCode::done;
}

}  // namespace cassette
