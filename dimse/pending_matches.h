#pragma once

#include "dimse/dimse_status.h"
#include "dimse/message_exchange.h"
#include "schema/result.h"

#include <cstdint>
#include <string_view>

namespace cassette::dimse {

// The pending responses to one C-FIND-RQ, PS3.7 9.1.2, a match each; the last response is not among them. One thread.
class PendingMatches {
public:
    PendingMatches(MessageExchange& exchange, Request const& request, DimseStatus const& status)
        : exchange_{exchange}, request_{request}, status_{status.code} {}

    // Sends a match. ErrorCode::cancelled when a C-CANCEL has come in, unavailable when the requestor is gone.
    Result<void> send(std::string_view identifier);
    std::uint64_t sent() const { return sent_; }

private:
    MessageExchange& exchange_;
    Request const& request_;
    std::uint16_t status_;
    std::uint64_t sent_ = 0;
};

}  // namespace cassette::dimse
