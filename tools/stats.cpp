#include "storage/search_values.h"
#include "storage/transcodings.h"
#include "tools/commands.h"
#include "tools/data_folder.h"

#include <fmt/format.h>

#include <cstdio>

namespace cassette {

namespace {

void print_row(std::string_view name, std::uint64_t value) { fmt::print("{:<12} {:>16}\n", name, value); }

ExitCode print_transcoding(Configuration const& configuration, Index& index) {
    if (!configuration.transcode) return ExitCode::done;
    auto const counts = index.transcodings().counts(*configuration.transcode);
    if (!counts) return exit_code_for(counts.error());
    print_row("transcoded", counts->transcoded);
    print_row("to transcode", counts->waiting);
    print_row("refused", counts->refused);
    print_row("originals", counts->originals);
    return ExitCode::done;
}

}  // namespace

ExitCode print_stats(Configuration const& configuration) {
    auto const folder = DataFolder::open(configuration.data, CreateFolder::never);
    if (!folder) return exit_code_for(folder.error());
    auto const stores = open_stores(*folder, configuration, folder->index_file());
    if (!stores) return exit_code_for(stores.error());
    auto const counts = stores->index->counts();
    if (!counts) return exit_code_for(counts.error());
    print_row("patients", counts->patients);
    print_row("studies", counts->studies);
    print_row("series", counts->series);
    print_row("instances", counts->instances);
    print_row("versions", counts->versions);
    print_row("deleted", counts->removed);
    print_row("bytes", counts->bytes);
    print_row("renditions", stores->renditions->bytes());
    auto const fill = stores->index->search_values().progress();
    if (!fill) return exit_code_for(fill.error());
    print_row("to backfill", fill->versions);
    return print_transcoding(configuration, *stores->index);
}

}  // namespace cassette
