#pragma once

#include "archive/retrieve/outgoing_dataset.h"
#include "dimse/message_exchange.h"
#include "dimse/retrieve_identifier.h"
#include "dimse/scp.h"
#include "dimse/sub_operation_tally.h"

#include <variant>

namespace cassette::dimse {

// What C-MOVE and C-GET have in common, PS3.4 C.4.2.3 and C.4.3.3.

// Reads the identifier of a request.
[[nodiscard]] std::variant<RetrieveIdentifier, Refusal> receive_identifier(MessageExchange& exchange,
                                                                           Request const& request, Scp const& scp);

// What is to be sent, and how each of it is made. Borrows the archive.
struct Retrieval {
    Selection selection;
    DatasetOpener open;
};
[[nodiscard]] std::variant<Retrieval, Refusal> begin_retrieval(Request const& request, Scp const& scp,
                                                               RetrieveIdentifier const& identifier);

// The response before the last: how far it is.
bool respond_pending(MessageExchange& exchange, Request const& request, SubOperationTally const& tally);

// The last response, and what the operator is told.
struct Finished {
    DimseStatus status;
    std::string error = {};  // the first that there was
};
Outcome finish_retrieval(MessageExchange& exchange, Request const& request, SubOperationTally const& tally,
                         Finished const& finished);
Outcome refuse_retrieval(MessageExchange& exchange, Request const& request, Refusal const& refusal);

}  // namespace cassette::dimse
