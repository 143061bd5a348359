#pragma once

#include "dimse/remote_ae.h"
#include "schema/result.h"

#include <chrono>

namespace cassette::dimse {

// C-ECHO as SCU of Verification, PS3.4 A: on an association of its own. How long all of it took. Errors are those of
// Requestor::open and Invoker; ErrorCode::not_acceptable when the remote does not take Verification, or answers with a failure.
[[nodiscard]] Result<std::chrono::milliseconds> echo(RemoteAE const& remote, AETitle const& calling_ae_title);

}  // namespace cassette::dimse
