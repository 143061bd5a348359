#pragma once

#include "dimse/dimse_status.h"
#include "dimse/find_status.h"
#include "schema/result.h"

namespace cassette::dimse {

// C-MOVE and C-GET, PS3.4 Tables C.4-2, C.4-3 and Y.4-1.
inline constexpr DimseStatus sub_operations_continue{0xFF00, ""};
inline constexpr DimseStatus sub_operations_with_failures{0xB000, "Sub-operations complete: one or more failures"};
inline constexpr DimseStatus sub_operations_failed{0xA702, "Out of resources: unable to perform sub-operations"};
inline constexpr DimseStatus move_destination_unknown{0xA801, "Move Destination unknown"};
inline constexpr DimseStatus invalid_frame_request{0xAA04, "Invalid request"};

// Before the first sub-operation: as in C-FIND, but for resources.
constexpr DimseStatus move_status(ErrorCode code) {
    using enum ErrorCode;
    switch (code) {
        case out_of_resources:
        case too_large:
        case unavailable: return {0xA701, "Out of resources: unable to calculate number of matches"};
        case nonconformant:
        case cancelled:
        case not_authorized:
        case unsupported_sop_class:
        case malformed:
        case unsupported_transfer_syntax:
        case unsupported_media_type:
        case not_acceptable:
        case not_found:
        case conflict:
        case internal: return find_status(code);
    }
    return find_status(code);
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
