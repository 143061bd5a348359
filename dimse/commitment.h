#pragma once

#include "dimse/message_exchange.h"
#include "dimse/scp.h"

namespace cassette::dimse {

// N-ACTION as SCP of the Storage Commitment Push Model, PS3.4 J.3.2 and PS3.7 10.1.4. The transaction is on stable storage when
// it is answered. Then it is verified, and reported on this association if the peer has nothing else in mind; otherwise the
// outbox keeps it, to be reported on another one.
Outcome serve_commitment(MessageExchange& exchange, Request const& request, Scp const& scp);

}  // namespace cassette::dimse
