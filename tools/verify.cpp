#include "archive/lifecycle/verify.h"

#include "storage/sqlite_index.h"
#include "tools/commands.h"
#include "tools/data_folder.h"
#include "tools/progress_line.h"

#include <fmt/format.h>

namespace cassette {

ExitCode verify_data(Configuration const& configuration) {
    auto const folder = DataFolder::open(configuration.data, CreateFolder::never);
    if (!folder) return exit_code_for(folder.error());
    auto const stores = open_stores(*folder, configuration, folder->index_file());
    if (!stores) return exit_code_for(stores.error());
    if (auto const checked = check_sqlite_index(folder->index_file()); !checked) {
        complain(checked.error().detail + ": run cassette reindex");
        return ExitCode::failed;
    }
    auto const counts = stores->index->counts();
    if (!counts) return exit_code_for(counts.error());
    Result<VerifyProgress> verified = VerifyProgress{};
    {
        ProgressLine progress{"verify", counts->versions};
        VerifyObserver const observer{[&](VersionInfo const& version, Fault fault) {
                                          fmt::print("{} {} {}\n", version.instance.str(), version.blob.hex(),
                                                     describe(fault));
                                      },
                                      [&](VerifyProgress const& now) { progress.update(now.versions, now.bytes); }};
        verified = verify(*stores->archive, local_operator(), observer);
    }
    if (!verified) return exit_code_for(verified.error());
    fmt::print("{} versions, {} bytes: {} faults, {} unreferenced objects\n", verified->versions, verified->bytes,
               verified->faults, verified->unreferenced);
    return verified->faults == 0 ? ExitCode::done : ExitCode::failed;
}

}  // namespace cassette
