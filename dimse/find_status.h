#pragma once

#include "dimse/dimse_status.h"
#include "schema/result.h"

namespace cassette::dimse {

// C-FIND, PS3.4 Table C.4-1.
inline constexpr DimseStatus find_pending{0xFF00, ""};
// Matches are continuing; one or more optional keys were not supported for existence or matching.
inline constexpr DimseStatus find_pending_without_some_keys{0xFF01, ""};

constexpr DimseStatus find_status(ErrorCode code) {
    using enum ErrorCode;
    switch (code) {
        case nonconformant: return {0xA900, "Identifier does not match SOP Class"};
        case out_of_resources:
        case too_large:
        case unavailable: return {0xA700, "Out of resources"};
        case cancelled: return cancel;
        case not_authorized: return {0x0124, "Refused: Not authorized"};
        case unsupported_sop_class: return sop_class_not_supported;
        case malformed: return {0xC000, "Unable to process: malformed Identifier"};
        case unsupported_transfer_syntax:
        case unsupported_media_type:
        case not_acceptable:
        case not_found:
        case conflict:
        case internal: return {0xC001, "Unable to process"};
    }
    return {0xC001, "Unable to process"};
}

}  // namespace cassette::dimse
