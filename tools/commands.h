#pragma once

#include "storage/worklist.h"
#include "tools/command_line.h"
#include "tools/configuration.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace cassette {

// The subcommands of `cassette`, one file each. Standard output is their result, standard error their complaints and log.

// Runs the node until SIGTERM or SIGINT.
[[nodiscard]] ExitCode serve(Configuration const& configuration);

struct ImportRequest {
    std::vector<std::filesystem::path> paths;  // files, or folders taken whole
    std::string url;                           // a node's address; empty: into the data folder itself
};
[[nodiscard]] ExitCode import_files(Configuration const& configuration, ImportRequest const& request);

[[nodiscard]] ExitCode verify_data(Configuration const& configuration);
[[nodiscard]] ExitCode reindex_data(Configuration const& configuration);
// Frees what was deleted longer ago than it is kept.
[[nodiscard]] ExitCode purge_deleted(Configuration const& configuration);
// What is still to be sent to, or told, other AEs.
struct OutboxRequest {
    enum class Action { list, retry, drop } action = Action::list;
    std::optional<std::int64_t> id = {};
    std::optional<std::string> destination = {};
    std::optional<std::string> kind = {};
    bool all = false;  // drop whatever there is
};
[[nodiscard]] ExitCode manage_outbox(Configuration const& configuration, OutboxRequest const& request);
// Copies what a data folder holds, also while a node runs on it, to a folder that is one itself; what it has already is not copied again.
[[nodiscard]] ExitCode back_up(Configuration const& configuration, std::filesystem::path const& folder);
// The inverse, into a data folder without an index.
[[nodiscard]] ExitCode restore(Configuration const& configuration, std::filesystem::path const& folder);
[[nodiscard]] ExitCode print_stats(Configuration const& configuration);
// C-ECHO to a listed peer by its AE title, or to AET@HOST:PORT.
[[nodiscard]] ExitCode echo_peer(Configuration const& configuration, std::string const& peer);
// The listed peers, and what each of them says to a C-ECHO.
[[nodiscard]] ExitCode list_peers(Configuration const& configuration);

// `cassette worklist`, also beside a node that runs on the data folder. Files of worklist items are Part 10 files, bare data sets
// or DICOM JSON; of folders *.wl, *.dcm and *.json are taken.
[[nodiscard]] ExitCode import_worklist(Configuration const& configuration,
                                       std::vector<std::filesystem::path> const& paths);
struct WorklistListing {
    std::string status;   // none: those of steps that have not ended
    std::string date;     // as a key of C-FIND: a date or a range
    std::string station;  // AE title
    bool all = false;     // whatever their status
};
// One line a step: study, step ID, start, status, modality, station, patient ID and name, separated by tabs.
[[nodiscard]] ExitCode list_worklist(Configuration const& configuration, WorklistListing const& listing);
[[nodiscard]] ExitCode remove_from_worklist(Configuration const& configuration, ScheduledStepKey const& key);

}  // namespace cassette
