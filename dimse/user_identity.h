#pragma once

#include "archive/access/principal.h"
#include "dimse/associate_items.h"
#include "dimse/remote_ae.h"
#include "schema/result.h"

#include <functional>
#include <string>

namespace cassette::dimse {

// Who somebody turned out to be, PS3.7 D.3.3.7.
struct VerifiedIdentity {
    Principal principal;
    PeerPermissions permissions = {};  // what both the user and the AE may do is done
    std::string response = {};         // the Server-response, when one was asked for; empty but for Kerberos and SAML
};

// Looks at what an association requestor says of its user. ErrorCode::not_authorized with a reason for the operator, without
// names and secrets: then the association is rejected. May take its time; called from association threads, several at once.
using IdentityVerifier = std::function<Result<VerifiedIdentity>(UserIdentity const& identity)>;

}  // namespace cassette::dimse
