#include "dimse/echo_scu.h"
#include "tools/commands.h"
#include "tools/dimse_door.h"

#include <cstdio>
#include <optional>

namespace cassette {

namespace {

// A listed peer by its AE title, or AET@HOST:PORT.
std::optional<dimse::RemoteAE> find_peer(Configuration const& configuration, std::string const& text) {
    auto const remotes = remote_aes(configuration);
    auto const* const listed = dimse::find_remote_ae(remotes, text);
    if (listed != nullptr && !listed->host.empty()) return *listed;
    auto const at = text.find('@');
    if (at == std::string::npos) return std::nullopt;
    auto const title = AETitle::parse(std::string_view{text}.substr(0, at));
    auto const endpoint = parse_endpoint(std::string_view{text}.substr(at + 1));
    if (!title || !endpoint) return std::nullopt;
    return dimse::RemoteAE{.ae_title = *title, .host = endpoint->host, .port = endpoint->port};
}

// AE title, address and what came of a C-ECHO, in one line. False when nobody answered as it should.
bool print_status(Configuration const& configuration, dimse::RemoteAE const& remote) {
    auto const where = remote.host + ":" + std::to_string(remote.port);
    auto const title = remote.ae_title.str();
    auto const took = dimse::echo(remote, configuration.aet);
    if (took)
        std::printf("%s\t%s\tok\t%lld ms\n", title.c_str(), where.c_str(), static_cast<long long>(took->count()));
    else
        std::printf("%s\t%s\tfailed\t%s\n", title.c_str(), where.c_str(), took.error().detail.c_str());
    std::fflush(stdout);
    return took.has_value();
}

}  // namespace

ExitCode echo_peer(Configuration const& configuration, std::string const& peer) {
    auto const remote = find_peer(configuration, peer);
    if (!remote) {
        complain("echo: " + peer + " is neither listed in dimse.peers with a host nor AET@HOST:PORT");
        return ExitCode::usage;
    }
    return print_status(configuration, *remote) ? ExitCode::done : ExitCode::failed;
}

ExitCode list_peers(Configuration const& configuration) {
    bool all_answer = true;
    for (auto const& remote : remote_aes(configuration)) {
        if (remote.host.empty())
            std::printf("%s\t-\tonly calls\n", remote.ae_title.str().c_str());
        else
            all_answer = print_status(configuration, remote) && all_answer;
    }
    return all_answer ? ExitCode::done : ExitCode::failed;
}

}  // namespace cassette
