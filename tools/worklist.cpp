#include "archive/clinical/worklist.h"

#include "archive/clinical/clinical_dataset.h"
#include "archive/clinical/scheduled_step.h"
#include "tools/commands.h"
#include "tools/shared_index.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <sstream>

namespace cassette {

namespace {

namespace fs = std::filesystem;

constexpr Tag patient_name{0x0010, 0x0010};
constexpr Tag patient_id{0x0010, 0x0020};
constexpr Tag step_sequence{0x0040, 0x0100};
constexpr Tag start_date{0x0040, 0x0002};
constexpr Tag step_status{0x0040, 0x0020};
constexpr Tag station_ae_title{0x0040, 0x0001};

constexpr std::uintmax_t file_size_max = 64 * 1024 * 1024;

Result<std::string> read_whole(fs::path const& file) {
    std::error_code error;
    auto const size = fs::file_size(file, error);
    if (error) return fail(ErrorCode::not_found, "cannot read it: " + error.message());
    if (size > file_size_max) return fail(ErrorCode::too_large, "larger than 64 MiB");
    std::ifstream stream{file, std::ios::binary};
    std::ostringstream text;
    text << stream.rdbuf();
    if (!stream) return fail(ErrorCode::not_found, "cannot read it");
    return std::move(text).str();
}

bool looks_like_json(std::string_view text) {
    auto const first = text.find_first_not_of(" \t\r\n");
    return first != std::string_view::npos && (text[first] == '{' || text[first] == '[');
}

Result<std::vector<ScheduledStep>> steps_in(fs::path const& file) {
    auto const text = read_whole(file);
    if (!text) return fail(text.error());
    if (!looks_like_json(*text)) {
        auto const item = read_clinical_file(std::as_bytes(std::span{*text}));
        if (!item) return fail(item.error());
        return scheduled_steps(*item);
    }
    auto const items = read_clinical_json(*text);
    if (!items) return fail(items.error());
    std::vector<ScheduledStep> all;
    for (auto const& item : *items) {
        auto steps = scheduled_steps(item);
        if (!steps) return fail(steps.error());
        std::ranges::move(*steps, std::back_inserter(all));
    }
    return all;
}

// Files as they are given; of folders what looks like a worklist file, in the order of their names.
std::vector<fs::path> files_of(std::vector<fs::path> const& paths) {
    constexpr std::array<std::string_view, 3> extensions{".wl", ".dcm", ".json"};
    std::vector<fs::path> files;
    for (auto const& path : paths) {
        std::error_code error;
        if (!fs::is_directory(path, error)) {
            files.push_back(path);
            continue;
        }
        std::vector<fs::path> found;
        for (fs::directory_iterator entry{path, error}, end; !error && entry != end; entry.increment(error))
            if (std::ranges::find(extensions, entry->path().extension().string()) != extensions.end())
                found.push_back(entry->path());
        std::ranges::sort(found);
        std::ranges::move(found, std::back_inserter(files));
    }
    return files;
}

std::string first_of(MetadataItem const& item, Tag tag) {
    auto text = item.text_of(tag);
    std::ranges::replace(text, '\t', ' ');
    return text.empty() ? "-" : text;
}

void print_step(WorklistItem const& item) {
    auto const& step = item.step();
    auto const inner = item.root().items_of(step_sequence);
    fmt::print("{}\t{}\t{} {}\t{}\t{}\t{}\t{}\t{}\n", step.key.study_instance_uid, step.key.step_id, step.start_date,
               step.start_time, step.status, step.modality,
               inner.empty() ? "-" : first_of(inner.front(), station_ae_title), first_of(item.root(), patient_id),
               first_of(item.root(), patient_name));
}

WorklistQuery query_of(WorklistListing const& listing) {
    std::string status = listing.status;
    if (status.empty() && listing.all)
        for (auto const each : scheduled_step_statuses) status.append(status.empty() ? "" : "\\").append(each);
    WorklistQuery query;
    auto const ask = [&](Tag tag, std::string const& value) { query.keys.push_back({tag, value, {step_sequence}}); };
    ask(step_status, status);
    ask(start_date, listing.date);
    ask(station_ae_title, listing.station);
    return query;
}

}  // namespace

ExitCode import_worklist(Configuration const& configuration, std::vector<fs::path> const& paths) {
    auto const shared = open_shared_index(configuration, CreateFolder::if_missing);
    if (!shared) return exit_code_for(shared.error());
    ScheduleCounts counts;
    std::uint64_t failed = 0;
    auto const files = files_of(paths);
    for (auto const& file : files) {
        auto const steps = steps_in(file);
        auto const scheduled =
            steps ? schedule(*shared->index, local_operator(), *steps) : Result<ScheduleCounts>{fail(steps.error())};
        if (!scheduled) {
            complain(file.string() + ": " + scheduled.error().detail);
            ++failed;
            continue;
        }
        counts.added += scheduled->added;
        counts.updated += scheduled->updated;
    }
    fmt::print("{} files: {} steps added, {} updated; {} files failed\n", files.size(), counts.added, counts.updated,
               failed);
    return failed == 0 ? ExitCode::done : ExitCode::failed;
}

ExitCode list_worklist(Configuration const& configuration, WorklistListing const& listing) {
    auto const plan = plan_worklist(query_of(listing));
    if (!plan) {
        complain(plan.error().detail);
        return ExitCode::usage;
    }
    auto const shared = open_shared_index(configuration, CreateFolder::never);
    if (!shared) return exit_code_for(shared.error());
    auto const listed = find_worklist(*shared->index, local_operator(), *plan, [](WorklistItem const& item) {
        print_step(item);
        return Result<void>{};
    });
    return listed ? ExitCode::done : exit_code_for(listed.error());
}

ExitCode remove_from_worklist(Configuration const& configuration, ScheduledStepKey const& key) {
    auto const shared = open_shared_index(configuration, CreateFolder::never);
    if (!shared) return exit_code_for(shared.error());
    auto const removed = unschedule(*shared->index, local_operator(), key);
    if (!removed) return exit_code_for(removed.error());
    fmt::print("{} steps removed\n", *removed);
    return ExitCode::done;
}

}  // namespace cassette
