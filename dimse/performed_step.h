#pragma once

#include "dimse/message_exchange.h"
#include "dimse/scp.h"

#include <string_view>

namespace cassette::dimse {

// PS3.4 F.7.3 and F.8.3.
inline constexpr std::string_view performed_procedure_step = "1.2.840.10008.3.1.2.3.3";
inline constexpr std::string_view performed_procedure_step_retrieve = "1.2.840.10008.3.1.2.3.4";

// As SCP of Modality Performed Procedure Step, PS3.4 F.7.2: N-CREATE and N-SET. A success says that it is on stable storage.
Outcome serve_step_creation(MessageExchange& exchange, Request const& request, Scp const& scp);
Outcome serve_step_change(MessageExchange& exchange, Request const& request, Scp const& scp);
// As SCP of Modality Performed Procedure Step Retrieve, PS3.4 F.8.2: N-GET.
Outcome serve_step_retrieval(MessageExchange& exchange, Request const& request, Scp const& scp);

}  // namespace cassette::dimse
