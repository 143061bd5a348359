#pragma once

#include "schema/result.h"

#include <cstdint>

namespace cassette {

// One table for both doors: C-STORE Status (PS3.4 Table B.2-1, PS3.7 Annex C) and STOW-RS Failure Reason (0008,1197)
// (PS3.18 Table I.2-2) use the same values, so the doors cannot disagree.
constexpr std::uint16_t failure_reason(ErrorCode code) {
    using enum ErrorCode;
    switch (code) {
        case malformed: return 0xC000;      // Cannot understand
        case nonconformant: return 0xA900;  // Data Set does not match SOP Class
        case unsupported_sop_class: return 0x0122;
        case unsupported_transfer_syntax: return 0xC122;
        case too_large:
        case out_of_resources:
        case unavailable: return 0xA700;  // Refused: out of resources
        case not_authorized: return 0x0124;
        case cancelled: return 0xFE00;
        case conflict: return 0x0111;  // Duplicate SOP Instance
        case unsupported_media_type:
        case not_acceptable:
        case not_found:
        case internal: return 0x0110;  // Processing failure
    }
    return 0x0110;
}

}  // namespace cassette
