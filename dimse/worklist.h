#pragma once

#include "dimse/message_exchange.h"
#include "dimse/scp.h"

#include <span>
#include <string_view>
#include <vector>

namespace cassette::dimse {

// PS3.4 K.6.1.3.
inline constexpr std::string_view modality_worklist_find = "1.2.840.10008.5.1.4.31";

// The answers to what was proposed for it, PS3.4 Table K.5-2: names are matched by their words where that is asked for, times are
// not adjusted to a timezone.
[[nodiscard]] std::vector<ExtendedNegotiation> granted_worklist_options(std::span<ExtendedNegotiation const> proposed);

// C-FIND as SCP of the Modality Worklist, PS3.4 K.4.1. Responses leave as the index gives them, in constant memory; a C-CANCEL
// ends it before the next one.
Outcome serve_worklist(MessageExchange& exchange, Request const& request, Scp const& scp);

}  // namespace cassette::dimse
