#pragma once

#include "dimse/associate_items.h"
#include "dimse/pdu.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace cassette::dimse {

// More than 128 presentation contexts with every transfer syntax there is would need.
inline constexpr std::size_t associate_request_size_max = 512 * 1024;

// A presentation context as the association requestor proposes it, PS3.8 9.3.2.2.
struct ProposedContext {
    std::uint8_t id = 0;
    std::string abstract_syntax;
    std::vector<std::string> transfer_syntaxes;
};

// PS3.7 D.3.3.6, SOP Class Common Extended Negotiation: what service class an abstract syntax belongs to. It has no answer.
struct CommonExtendedNegotiation {
    std::string abstract_syntax;
    std::string service_class;
    bool operator==(CommonExtendedNegotiation const&) const = default;
};

struct AssociateRequest {
    std::string called_ae_title;  // without padding; characters no AE title may have are '?'
    std::string calling_ae_title;
    std::vector<ProposedContext> contexts;
    std::uint32_t pdu_length_max = 0;  // that the requestor takes; 0 is no limit
    std::vector<RoleSelection> roles = {};
    std::vector<ExtendedNegotiation> extended = {};
    std::vector<CommonExtendedNegotiation> common_extended = {};
    std::optional<OperationsWindow> operations = {};
    std::optional<UserIdentity> identity = {};
    std::string implementation_class = {};    // UID
    std::string implementation_version = {};  // name
    std::string echoed = {};  // the 64 bytes that an A-ASSOCIATE-AC sends back as they came, PS3.8 Table 9-17

    // The roles proposed for an abstract syntax; PS3.7 D.3.3.4: SCU without a proposal.
    RoleSelection roles_for(std::string_view abstract_syntax) const;
    // What was proposed for an abstract syntax; nullptr for nothing.
    ExtendedNegotiation const* extended_for(std::string_view abstract_syntax) const;
};

// What to make of an A-ASSOCIATE-RQ: take it, or refuse it and why.
struct ReadRequest {
    AssociateRequest request;
    std::optional<Rejection> rejection;
    std::string_view complaint;  // for the operator when rejected
};

// Reads a whole A-ASSOCIATE-RQ PDU, head included, PS3.8 9.3.2. Every length in it is checked here. User information that
// cannot be read is no reason to refuse: it is as if it were not there, but for a user identity, which then is of no type.
[[nodiscard]] ReadRequest read_associate_request(std::span<std::byte const> pdu);

// The PDU of a request of ours, with our implementation class UID and version name.
[[nodiscard]] std::string write_associate_request(AssociateRequest const& request);

}  // namespace cassette::dimse
