#pragma once

#include "dimse/tls_settings.h"
#include "schema/ae_title.h"
#include "schema/result.h"

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace cassette::dimse {

// What an association requestor may ask of us.
struct PeerPermissions {
    bool store = true;     // C-STORE, and N-CREATE and N-SET of MPPS
    bool query = true;     // C-FIND, Modality Worklist too
    bool retrieve = true;  // C-MOVE, C-GET
    bool commit = true;    // N-ACTION of Storage Commitment
    bool operator==(PeerPermissions const&) const = default;
};

// A network address, IPv4 as IPv4-mapped IPv6 (RFC 4291 2.5.5.2), and how many bits of one count.
using Address = std::array<std::uint8_t, 16>;
struct AddressRange {
    Address address{};
    unsigned bits = 128;
    bool operator==(AddressRange const&) const = default;
};
// "192.0.2.7", "192.0.2.0/24", "2001:db8::/32". ErrorCode::malformed.
[[nodiscard]] Result<AddressRange> parse_address_range(std::string_view text);
[[nodiscard]] bool contains(AddressRange const& range, Address const& address);

// A remote AE that the configuration lists: how to reach it, and what it may do when it calls.
struct RemoteAE {
    AETitle ae_title;
    std::string host = {};     // empty: it only calls us
    std::uint16_t port = 104;  // PS3.8 9.1.1
    std::optional<TlsSettings> tls = {};
    std::chrono::seconds connect_timeout{10};
    std::chrono::seconds association_timeout{30};  // from the A-ASSOCIATE-RQ to its answer, and for a release
    std::chrono::seconds dimse_timeout{60};        // between the pieces of one message, and for a response
    std::size_t parallel_associations = 1;         // that we open to it at a time for one C-MOVE or forwarding
    std::size_t associations_max = 0;              // that it may have with us at a time; 0: as many as there are
    std::vector<AddressRange> addresses = {};      // from where it may call; empty: from anywhere
    PeerPermissions permissions = {};
};

// The one with this AE title; nullptr for none.
[[nodiscard]] RemoteAE const* find_remote_ae(std::span<RemoteAE const> remotes, std::string_view ae_title);

}  // namespace cassette::dimse
