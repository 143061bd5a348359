#pragma once

#include "archive/outgoing/storage_commitment.h"
#include "dimse/invoker.h"

#include <string_view>

namespace cassette::dimse {

// N-EVENT-REPORT of a verified transaction as SCP of the Storage Commitment Push Model, PS3.4 J.3.3 and PS3.7 10.1.1, on
// whoever's association: one context of that class in which we are SCP. Success when the peer says so; otherwise an error that
// names its status, or one of Invoker. `ae_title`: where the instances can be retrieved from.
[[nodiscard]] Result<void> report_commitment(Invoker& invoker, AcceptedContext const& context,
                                             Commitment const& commitment, std::string_view ae_title);

// "N-EVENT-REPORT: status 0110H", for operators. ErrorCode::internal.
[[nodiscard]] Failure failed_with(std::string_view operation, std::uint16_t status);

}  // namespace cassette::dimse
