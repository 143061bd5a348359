#pragma once

#include "dimse/message_exchange.h"
#include "dimse/scp.h"

namespace cassette::dimse {

// C-GET as SCP of the Query/Retrieve Service Class, PS3.4 C.4.3, Y.4.2 and Z.4.2, and PS3.7 9.1.3: C-STORE
// sub-operations on the same association, in the contexts in which the requestor is SCP of Storage; a C-CANCEL ends it
// after the one that runs.
Outcome serve_get(MessageExchange& exchange, Request const& request, Scp const& scp);

}  // namespace cassette::dimse
