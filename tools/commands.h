#pragma once

#include "tools/command_line.h"
#include "tools/configuration.h"

#include <filesystem>
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
[[nodiscard]] ExitCode print_stats(Configuration const& configuration);

}  // namespace cassette
