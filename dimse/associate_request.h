#pragma once

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

struct AssociateRequest {
    std::string called_ae_title;  // without padding; characters no AE title may have are '?'
    std::string calling_ae_title;
    std::vector<ProposedContext> contexts;
};

// What to make of an A-ASSOCIATE-RQ: take it, or refuse it and why.
struct ReadRequest {
    AssociateRequest request;
    std::optional<Rejection> rejection;
    std::string_view complaint;  // for the operator when rejected
    // The request again without the user information sub-items that we do not negotiate: all that DCMTK's parser gets to see.
    std::string canonical;
};

// Reads a whole A-ASSOCIATE-RQ PDU, head included, PS3.8 9.3.2. Every length in it is checked here.
[[nodiscard]] ReadRequest read_associate_request(std::span<std::byte const> pdu);

}  // namespace cassette::dimse
