#pragma once

#include "dimse/dimse_status.h"
#include "schema/result.h"

namespace cassette::dimse {

// N-ACTION of Storage Commitment, PS3.7 10.1.4.1.10 and PS3.4 J.3.2.
inline constexpr DimseStatus invalid_argument_value{0x0115, "Invalid argument value"};
inline constexpr DimseStatus no_such_action{0x0123, "No such action type"};
inline constexpr DimseStatus resource_limitation{0x0213, "Resource limitation"};

constexpr DimseStatus commitment_status(ErrorCode code) {
    using enum ErrorCode;
    switch (code) {
        case too_large:
        case out_of_resources:
        case unavailable: return resource_limitation;
        case not_authorized: return {0x0124, "Refused: Not authorized"};
        case malformed:
        case nonconformant: return invalid_argument_value;
        case cancelled:
        case conflict:
        case unsupported_sop_class:
        case unsupported_transfer_syntax:
        case unsupported_media_type:
        case not_acceptable:
        case not_found:
        case internal: return processing_failure;
    }
    return processing_failure;
}

}  // namespace cassette::dimse
