#include "tools/dimse_door.h"

#include "tools/dimse_identity.h"

#include <algorithm>
#include <chrono>
#include <limits>
#include <utility>

namespace cassette {

namespace {

constexpr std::uint64_t seconds_max = 24 * 60 * 60;
constexpr std::uint64_t pdu_length_least = 4096, pdu_length_most = 1 << 20;

std::chrono::seconds seconds_of(std::uint64_t number) {
    return std::chrono::seconds{std::clamp<std::uint64_t>(number, 1, seconds_max)};
}

// Bound beyond loopback the node takes associations of those it knows, unless it is told to take all (CONTRACT).
dimse::Callers callers_of(Configuration const& configuration) {
    bool const anybody = dimse_is_loopback(configuration) || configuration.accept_any_ae || configuration.insecure;
    return anybody ? dimse::Callers::anybody : dimse::Callers::listed;
}

Result<void> set_identity(dimse::ServerSettings& settings, DimseSettings const& door) {
    if (door.users.empty() && door.token_key.empty()) {
        if (!door.require_identity) return {};
        return fail(ErrorCode::malformed,
                    "dimse.require_identity: nobody is listed in dimse.users, and no dimse.jwt.key");
    }
    KnownUsers known{.users = door.users};
    if (!door.token_key.empty()) {
        auto policy = read_token_key(door.token_key);
        if (!policy) return fail(ErrorCode::malformed, "dimse.jwt.key: " + policy.error().detail);
        policy->issuer = door.token_issuer;
        policy->audience = door.token_audience;
        known.tokens = *std::move(policy);
    }
    settings.verify_identity = identity_verifier(std::move(known));
    settings.identity = door.require_identity ? dimse::IdentityPolicy::required : dimse::IdentityPolicy::optional;
    return {};
}

}  // namespace

std::vector<dimse::RemoteAE> remote_aes(Configuration const& configuration) {
    auto remotes = configuration.peers;
    for (auto& remote : remotes) {
        if (remote.tls) remote.tls = configuration.door.tls;
        remote.dimse_timeout = seconds_of(configuration.door.request_seconds);
    }
    return remotes;
}

Result<dimse::ServerSettings> dimse_settings(Configuration const& configuration) {
    auto const& door = configuration.door;
    dimse::ServerSettings settings{.ae_title = configuration.aet};
    settings.host = configuration.dimse.host;
    settings.port = configuration.dimse.port;
    settings.associations_max = configuration.associations_max;
    settings.pdu_length_max =
        static_cast<std::uint32_t>(std::clamp(door.pdu_length_max, pdu_length_least, pdu_length_most));
    settings.accept_unknown_sop_classes = configuration.accept_unknown_sop_classes;
    settings.sop_classes = door.sop_classes;
    settings.transfer_syntaxes = door.transfer_syntaxes;
    settings.keeps_bits = !configuration.transcode;
    settings.check_called_ae_title = configuration.check_called_ae_title;
    settings.remotes = remote_aes(configuration);
    settings.callers = callers_of(configuration);
    if (!door.tls.certificate.empty()) settings.secure = dimse::SecureListener{door.tls, door.tls_host, door.tls_port};
    settings.artim_timeout = seconds_of(door.artim_seconds);
    settings.dimse_timeout = seconds_of(door.request_seconds);
    settings.idle_timeout = seconds_of(door.idle_seconds);
    if (auto const set = set_identity(settings, door); !set) return fail(set.error());
    return settings;
}

}  // namespace cassette
