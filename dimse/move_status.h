#pragma once

#include "dimse/dimse_status.h"
#include "schema/result.h"

namespace cassette::dimse {

// C-MOVE and C-GET, PS3.4 Tables C.4-2, C.4-3 and Y.4-1.
inline constexpr DimseStatus sub_operations_continue{0xFF00, ""};
inline constexpr DimseStatus sub_operations_with_failures{0xB000, "Sub-operations complete: one or more failures"};
inline constexpr DimseStatus sub_operations_failed{0xA702, "Out of resources: unable to perform sub-operations"};
inline constexpr DimseStatus move_destination_unknown{0xA801, "Move Destination unknown"};
inline constexpr DimseStatus invalid_frame_request{0xAA04, "Invalid request"};

// Before the first sub-operation.
constexpr DimseStatus move_status(ErrorCode code) {
    using enum ErrorCode;
    switch (code) {
        case nonconformant: return {0xA900, "Identifier does not match SOP Class"};
        case out_of_resources:
        case too_large:
        case unavailable: return {0xA701, "Out of resources: unable to calculate number of matches"};
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

// FRAME level, when no instance can be made of what was asked for, PS3.4 Table Y.4-1.
constexpr DimseStatus frame_status(ErrorCode code) {
    using enum ErrorCode;
    switch (code) {
        case not_found: return {0xAA00, "None of the frames requested were found"};
        case unsupported_sop_class: return {0xAA01, "Unable to create new object for this SOP Class"};
        case not_acceptable:
        case unsupported_transfer_syntax: return {0xAA02, "Unable to extract frames"};
        case nonconformant: return {0xAA03, "Time Range of an Instance that is not time-based"};
        case malformed: return invalid_frame_request;
        case out_of_resources:
        case too_large:
        case unavailable:
        case cancelled:
        case not_authorized:
        case unsupported_media_type:
        case conflict:
        case internal: return move_status(code);
    }
    return move_status(code);
}

}  // namespace cassette::dimse
