#pragma once

#include "dimse/message_exchange.h"
#include "dimse/scp.h"

namespace cassette::dimse {

// C-MOVE as SCP of the Query/Retrieve Service Class, PS3.4 C.4.2 and Y.4.1, and PS3.7 9.1.4: C-STORE sub-operations on
// associations to a remote AE that the configuration lists. A C-CANCEL, and the end of the association, end them at
// once.
Outcome serve_move(MessageExchange& exchange, Request const& request, Scp const& scp);

}  // namespace cassette::dimse
