#pragma once

#include "dimse/server.h"
#include "tools/configuration.h"

#include <vector>

namespace cassette {

// The configuration as the DIMSE door wants it. ErrorCode::malformed when the key of tokens cannot be used.
[[nodiscard]] Result<dimse::ServerSettings> dimse_settings(Configuration const& configuration);

// The listed peers, with the node's own certificate for those that are spoken to under TLS.
[[nodiscard]] std::vector<dimse::RemoteAE> remote_aes(Configuration const& configuration);

}  // namespace cassette
