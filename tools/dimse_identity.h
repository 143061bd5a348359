#pragma once

#include "dimse/user_identity.h"
#include "tools/dimse_settings.h"
#include "tools/json_web_token.h"

#include <chrono>
#include <functional>
#include <optional>
#include <vector>

namespace cassette {

// What the configuration knows of users.
struct KnownUsers {
    std::vector<DimseUser> users;
    std::optional<TokenPolicy> tokens = {};
    std::function<std::chrono::system_clock::time_point()> now = std::chrono::system_clock::now;
};

// User identity negotiation (PS3.7 D.3.3.7) by configuration: a username of somebody without a passcode, a username with its
// passcode, a JSON Web Token that our key verifies; its subject has the permissions of the user of that name where there is one.
// Kerberos tickets and SAML assertions are refused.
[[nodiscard]] dimse::IdentityVerifier identity_verifier(KnownUsers known);

}  // namespace cassette
