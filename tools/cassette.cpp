#include "tools/commands.h"
#include "tools/version.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <deque>
#include <functional>
#include <map>
#include <optional>
#include <string>

namespace cassette {

namespace {

// What the command line gave, before it is understood. A deque, because CLI11 keeps references to where values go.
struct GivenFlags {
    std::string config;
    std::deque<std::pair<Setting const*, std::string>> values;
    std::deque<std::pair<Setting const*, bool>> toggles;

    GivenValues given() const {
        GivenValues all;
        for (auto const& [setting, value] : values)
            if (!value.empty()) all.emplace_back(setting->key, value);
        for (auto const& [setting, on] : toggles)
            if (on) all.emplace_back(setting->key, "true");
        return all;
    }
};

enum class Flags { all, data_only };

void add_settings(CLI::App& command, GivenFlags& flags, Flags which) {
    command.add_option("--config", flags.config, "TOML configuration file");
    for (auto const& setting : settings()) {
        if (which == Flags::data_only && setting.key != "data") continue;
        if (setting.kind == Setting::Kind::toggle) {
            auto& [entry, on] = flags.toggles.emplace_back(&setting, false);
            command.add_flag(flag_of(*entry), on, std::string{setting.help});
            continue;
        }
        auto& [entry, value] = flags.values.emplace_back(&setting, std::string{});
        command.add_option(flag_of(*entry), value, std::string{setting.help});
    }
}

using Work = std::function<ExitCode(Configuration const&)>;

struct Command {
    CLI::App* app;
    Work work;
};

class CommandLine {
public:
    CommandLine() {
        app_.set_version_flag("--version", "cassette " + std::string{version});
        app_.require_subcommand(1);
        add("serve", "run the node", Flags::all, [](Configuration const& c) { return serve(c); });
        auto& import = add("import", "store files and folders", Flags::data_only,
                           [this](Configuration const& c) { return import_files(c, import_); });
        import.add_option("paths", import_.paths, "files or folders")->required();
        import.add_option("--url", import_.url, "a node to send to, http://HOST:PORT");
        add("verify", "read every object again and compare it with the index", Flags::data_only,
            [](Configuration const& c) { return verify_data(c); });
        add("reindex", "make the index anew from the objects alone", Flags::data_only,
            [](Configuration const& c) { return reindex_data(c); });
        auto& backup = add("backup", "copy everything to a folder, also while the node runs", Flags::data_only,
                           [this](Configuration const& c) { return back_up(c, backup_); });
        backup.add_option("folder", backup_, "where to; what it has already is not copied again")->required();
        auto& restore = add("restore", "copy everything back from a backup", Flags::data_only,
                            [this](Configuration const& c) { return cassette::restore(c, backup_); });
        restore.add_option("folder", backup_, "the backup")->required();
        auto& purge = add("purge", "free what was deleted longer ago than it is kept", Flags::data_only,
                          [this](Configuration const& c) { return purge_deleted(kept_for(c)); });
        purge.add_option("--deleted-days", purge_days_, "days that what was deleted is kept, instead of the setting's");
        auto& outbox = add("outbox", "list, retry or drop what is to be sent to other AEs", Flags::data_only,
                           [this](Configuration const& c) { return manage_outbox(c, outbox_); });
        add_outbox_options(outbox);
        auto& echo = add("echo", "ask another AE whether it is there (C-ECHO)", Flags::all,
                         [this](Configuration const& c) { return echo_peer(c, echo_peer_); });
        echo.add_option("peer", echo_peer_, "AE title of a listed peer, or AET@HOST:PORT")->required();
        add("peers", "list the peers with the status of each (C-ECHO)", Flags::all,
            [](Configuration const& c) { return list_peers(c); });
        add("stats", "count what is stored", Flags::data_only, [](Configuration const& c) { return print_stats(c); });
        add_worklist_commands();
    }

    ExitCode run(int argc, char** argv) {
        // CLI11 only says that a subcommand is missing, not which word is none.
        std::string const first = argc > 1 ? argv[1] : "";
        bool const is_word = !first.empty() && first.front() != '-';
        auto const is_first = [&](CLI::App const* command) { return command->get_name() == first; };
        if (is_word && app_.get_subcommands(is_first).empty()) {
            complain("unknown command " + first);
            return ExitCode::usage;
        }
        // CLI11 reports by exception; this is where they stop.
        try {
            app_.parse(argc, argv);
        } catch (CLI::ParseError const& error) {
            if (error.get_exit_code() == 0) return app_.exit(error), ExitCode::done;
            complain(error.what());
            return ExitCode::usage;
        }
        for (auto const& command : commands_)
            if (command.app->parsed()) return start(command);
        return ExitCode::usage;
    }

private:
    CLI::App& add(std::string const& name, std::string const& what, Flags which, Work work) {
        return prepare(*app_.add_subcommand(name, what), which, std::move(work));
    }

    CLI::App& prepare(CLI::App& command, Flags which, Work work) {
        add_settings(command, flags_, which);
        commands_.push_back({&command, std::move(work)});
        return command;
    }

    void add_worklist_commands() {
        auto& worklist = *app_.add_subcommand("worklist", "what is scheduled, also beside a running node");
        worklist.require_subcommand(1);
        auto& import = prepare(*worklist.add_subcommand("import", "schedule the steps of files, or update them"),
                               Flags::data_only, [this](auto const& c) { return import_worklist(c, import_.paths); });
        import.add_option("paths", import_.paths, "worklist files, or folders of them")->required();
        auto& list = prepare(*worklist.add_subcommand("list", "print the steps that have not ended"), Flags::data_only,
                             [this](auto const& c) { return list_worklist(c, listing_); });
        list.add_option("--status", listing_.status, "steps of this status instead");
        list.add_option("--date", listing_.date, "steps that start then: YYYYMMDD, or a range with a hyphen");
        list.add_option("--station", listing_.station, "steps of the station with this AE title");
        list.add_flag("--all", listing_.all, "steps of every status");
        auto& remove = prepare(*worklist.add_subcommand("remove", "take steps from the worklist for good"),
                               Flags::data_only, [this](auto const& c) { return remove_from_worklist(c, removed_); });
        remove.add_option("study", removed_.study_instance_uid, "Study Instance UID")->required();
        remove.add_option("step", removed_.step_id, "Scheduled Procedure Step ID; without it, all steps of the study");
    }

    void add_outbox_options(CLI::App& command) {
        using Action = OutboxRequest::Action;
        std::map<std::string, Action> const actions{
            {"list", Action::list}, {"retry", Action::retry}, {"drop", Action::drop}};
        command.add_option("action", outbox_.action, "list, retry or drop")->transform(CLI::Transformer(actions));
        command.add_option("--id", outbox_.id, "one task, by the number that list shows");
        command.add_option("--destination", outbox_.destination, "those to one AE title");
        command.add_option("--kind", outbox_.kind, "forward, commitment_report or availability_notification");
        command.add_flag("--all", outbox_.all, "drop whatever there is");
    }

    ExitCode start(Command const& command) {
        auto const file = flags_.config.empty() ? std::nullopt : std::optional<std::filesystem::path>{flags_.config};
        auto const configuration = load_configuration(file, flags_.given());
        if (!configuration) {
            complain(configuration.error().detail);
            return ExitCode::usage;
        }
        return command.work(*configuration);
    }

    Configuration kept_for(Configuration configuration) const {
        configuration.deleted_days = purge_days_.value_or(configuration.deleted_days);
        return configuration;
    }

    CLI::App app_{"Cassette, a DICOM archive node"};
    GivenFlags flags_;
    ImportRequest import_;
    std::string echo_peer_;
    OutboxRequest outbox_;
    std::optional<std::uint64_t> purge_days_;
    std::filesystem::path backup_;
    WorklistListing listing_;
    ScheduledStepKey removed_;
    std::deque<Command> commands_;
};

}  // namespace

}  // namespace cassette

int main(int argc, char** argv) { return static_cast<int>(cassette::CommandLine{}.run(argc, argv)); }
