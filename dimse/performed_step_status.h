#pragma once

#include "archive/clinical/performed_step_rules.h"
#include "dimse/dimse_status.h"
#include "schema/result.h"

namespace cassette::dimse {

// N-CREATE, N-SET and N-GET of performed procedure steps, PS3.7 10.1 and C.5, PS3.4 F.7.2.
inline constexpr std::uint16_t may_not_be_updated_error_id = 0xA710;  // PS3.4 Table F.7.2-2

constexpr DimseStatus performed_step_status(StepFault::Kind kind) {
    using enum StepFault::Kind;
    switch (kind) {
        case invalid_instance: return invalid_sop_instance;
        case duplicate_instance: return {0x0111, "Duplicate SOP Instance"};
        case no_such_instance: return no_such_sop_instance;
        case may_not_be_updated: return {0x0110, "Performed Procedure Step Object may no longer be updated"};
        case no_such_attribute: return {0x0105, "No such Attribute"};
        case invalid_value: return {0x0106, "Invalid Attribute Value"};
        case missing_attribute: return {0x0120, "Missing Attribute"};
        case missing_value: return {0x0121, "Missing Attribute Value"};
    }
    return processing_failure;
}

constexpr DimseStatus performed_step_status(ErrorCode code) {
    using enum ErrorCode;
    switch (code) {
        case too_large:
        case out_of_resources:
        case unavailable: return {0x0213, "Resource limitation"};
        case not_authorized: return {0x0124, "Refused: Not authorized"};
        case not_found: return no_such_sop_instance;
        case malformed: return {0x0110, "Processing failure: malformed Data Set"};
        case nonconformant:
        case unsupported_sop_class:
        case unsupported_transfer_syntax:
        case unsupported_media_type:
        case not_acceptable:
        case conflict:
        case cancelled:
        case internal: return processing_failure;
    }
    return processing_failure;
}

}  // namespace cassette::dimse
