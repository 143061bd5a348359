#pragma once

#include "dimse/associate_request.h"
#include "dimse/presentation_context.h"
#include "schema/result.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace cassette::dimse {

// The answer to one proposed presentation context, PS3.8 9.3.3.2.
struct AnsweredProposal {
    std::uint8_t id = 0;
    ContextResult result = ContextResult::acceptance;
    std::string transfer_syntax;  // when accepted
    bool operator==(AnsweredProposal const&) const = default;
};

// An A-ASSOCIATE-AC, PS3.8 9.3.3, with the user information of PS3.7 D.3.3.
struct AssociateAccept {
    std::vector<AnsweredProposal> contexts;
    std::uint32_t pdu_length_max = 0;  // that the acceptor takes; 0 is no limit
    std::vector<RoleSelection> roles = {};
    std::vector<ExtendedNegotiation> extended = {};
    std::optional<OperationsWindow> operations = {};
    std::optional<std::string> identity_response = {};  // PS3.7 D.3.3.7.2
    std::string implementation_class = {};              // UID and name of what answered; not written
    std::string implementation_version = {};
};

// The PDU that accepts `request`, with the implementation's own class UID and version name.
[[nodiscard]] std::string write_associate_accept(AssociateRequest const& request, AssociateAccept const& accept);

// Reads a whole A-ASSOCIATE-AC PDU, head included. ErrorCode::malformed when lengths in it do not add up.
[[nodiscard]] Result<AssociateAccept> read_associate_accept(std::span<std::byte const> pdu);

}  // namespace cassette::dimse
