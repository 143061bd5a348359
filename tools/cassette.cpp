#include "tools/commands.h"
#include "tools/version.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <deque>
#include <functional>
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
        auto& purge = add("purge", "free what was deleted longer ago than it is kept", Flags::data_only,
                          [this](Configuration const& c) { return purge_deleted(kept_for(c)); });
        purge.add_option("--deleted-days", purge_days_, "days that what was deleted is kept, instead of the setting's");
        add("stats", "count what is stored", Flags::data_only, [](Configuration const& c) { return print_stats(c); });
    }

    ExitCode run(int argc, char** argv) {
        // CLI11 only says that a subcommand is missing, not which word is none.
        std::string const first = argc > 1 ? argv[1] : "";
        bool const is_word = !first.empty() && first.front() != '-';
        auto const is_first = [&](Command const& command) { return command.app->get_name() == first; };
        if (is_word && std::none_of(commands_.begin(), commands_.end(), is_first)) {
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
        auto* const command = app_.add_subcommand(name, what);
        add_settings(*command, flags_, which);
        commands_.push_back({command, std::move(work)});
        return *command;
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
    std::optional<std::uint64_t> purge_days_;
    std::deque<Command> commands_;
};

}  // namespace

}  // namespace cassette

int main(int argc, char** argv) { return static_cast<int>(cassette::CommandLine{}.run(argc, argv)); }
