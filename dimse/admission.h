#pragma once

#include "dimse/acceptor.h"
#include "dimse/pdu.h"

#include <optional>
#include <string_view>

namespace cassette::dimse {

// Why somebody may not open an association.
struct Refused {
    Rejection rejection;
    std::string_view why;  // for the operator
};

// What the configuration says of who calls whom, from where. PS3.8 9.3.4.
[[nodiscard]] std::optional<Refused> refuse_caller(ServerSettings const& settings, Peer const& peer);

// What whoever calls itself so may do: all, where it is not listed.
[[nodiscard]] PeerPermissions permissions_of(ServerSettings const& settings, std::string_view calling_ae_title);

// What both may do.
[[nodiscard]] PeerPermissions both(PeerPermissions const& one, PeerPermissions const& other);

}  // namespace cassette::dimse
