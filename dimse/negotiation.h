#pragma once

#include "dimse/associate_accept.h"
#include "dimse/server.h"

#include <vector>

namespace cassette::dimse {

// What we answer to an association requestor, and what then is agreed on.
struct Negotiation {
    AssociateAccept accept;
    std::vector<AcceptedContext> contexts;
};

// PS3.8 7.1.1 and PS3.7 D.3.3: the answer to everything that was proposed but the user identity, which is the caller's.
[[nodiscard]] Negotiation negotiate(ServerSettings const& settings, AssociateRequest const& request);

// What settings say of presentation contexts.
[[nodiscard]] AcceptancePolicy acceptance_of(ServerSettings const& settings);

}  // namespace cassette::dimse
