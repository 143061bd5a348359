#pragma once

#include "dimse/message_exchange.h"
#include "dimse/scp.h"

namespace cassette::dimse {

// C-STORE as SCP of the Storage Service Class, PS3.4 B and PS3.7 9.1.1. The data set goes to the archive as it arrives;
// memory is constant. Success is answered when the object is on stable storage.
Outcome serve_store(MessageExchange& exchange, Request const& request, Scp const& scp);

}  // namespace cassette::dimse
