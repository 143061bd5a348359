#pragma once

#include "dimse/message_exchange.h"
#include "dimse/scp.h"

namespace cassette::dimse {

// C-ECHO as SCP of Verification, PS3.4 A and PS3.7 9.1.5.
Outcome serve_echo(MessageExchange& exchange, Request const& request);

}  // namespace cassette::dimse
