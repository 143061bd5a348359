#pragma once

#include "dimse/message_exchange.h"
#include "dimse/scp.h"

namespace cassette::dimse {

// C-FIND as SCP of the Query/Retrieve Service Class, PS3.4 C.4.1 and PS3.7 9.1.2. Responses leave as the index gives
// them, in constant memory; a C-CANCEL ends it before the next one.
Outcome serve_find(MessageExchange& exchange, Request const& request, Scp const& scp);

}  // namespace cassette::dimse
