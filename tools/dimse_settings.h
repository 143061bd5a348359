#pragma once

#include "dimse/remote_ae.h"
#include "dimse/tls_settings.h"
#include "schema/result.h"
#include "tools/outgoing_settings.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace cassette {

// One table of [[dimse.users]].
struct DimseUser {
    std::string name;
    std::string passcode_hash = {};  // of crypt(5); empty: the name alone does
    dimse::PeerPermissions permissions = {};
};

// What is set of the DIMSE door beyond its address and its peers.
struct DimseSettings {
    std::vector<std::string> sop_classes;        // UIDs
    std::vector<std::string> transfer_syntaxes;  // UIDs
    std::uint64_t pdu_length_max = 131072;
    std::uint64_t artim_seconds = 15;
    std::uint64_t request_seconds = 60;
    std::uint64_t idle_seconds = 600;
    std::string tls_host = {};  // empty: `dimse` itself speaks TLS, once there is a certificate
    std::uint16_t tls_port = 0;
    dimse::TlsSettings tls = {};  // no certificate: no TLS
    std::vector<DimseUser> users = {};
    bool require_identity = false;
    std::filesystem::path token_key = {};  // empty: no tokens are believed
    std::string token_issuer = {};
    std::string token_audience = {};
};

// One table of [[dimse.peers]] or [[dimse.users]]. ErrorCode::malformed names the key that is wrong. A peer that is spoken to
// under TLS has empty settings for it: they are the node's.
[[nodiscard]] Result<dimse::RemoteAE> parse_peer(RuleTable const& table);
[[nodiscard]] Result<DimseUser> parse_user(RuleTable const& table);

}  // namespace cassette
