#pragma once

#include "archive/ingest/store_warning.h"
#include "dimse/dimse_status.h"
#include "schema/failure_reason.h"

namespace cassette::dimse {

// C-STORE, PS3.4 Table B.2-1 and PS3.7 9.1.1.1.9: the words to the code of schema/failure_reason.h.
constexpr DimseStatus store_status(ErrorCode code) {
    using enum ErrorCode;
    auto const with = [code](std::string_view comment) { return DimseStatus{failure_reason(code), comment}; };
    switch (code) {
        case malformed: return with("Cannot understand");
        case nonconformant: return with("Data Set does not match SOP Class");
        case unsupported_sop_class: return with("SOP Class not supported");
        case unsupported_transfer_syntax: return with("Transfer Syntax not supported");
        case too_large: return with("Refused: Out of resources, too large");
        case out_of_resources:
        case unavailable: return with("Refused: Out of resources");
        case not_authorized: return with("Refused: Not authorized");
        case cancelled: return with("Terminated due to Cancel request");
        case conflict: return with("Duplicate SOP Instance");
        case unsupported_media_type:
        case not_acceptable:
        case not_found:
        case internal: return with("Processing failure");
    }
    return with("Processing failure");
}

// PS3.4 Table B.2-1, warnings: the object is stored, and this is untidy in it. Never B000, since nothing is coerced.
[[nodiscard]] inline DimseStatus store_warning_status(StoreWarning warning) {
    constexpr std::uint16_t elements_discarded = 0xB006;
    auto const code = warning_reason(warning);
    return {code, code == elements_discarded ? "Elements discarded" : "Data Set does not match SOP Class"};
}

}  // namespace cassette::dimse
