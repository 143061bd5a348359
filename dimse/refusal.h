#pragma once

#include "dimse/dimse_status.h"
#include "schema/tag.h"

#include <optional>
#include <string>

namespace cassette::dimse {

// Why a request gets no success: what the peer is told, and what the operator is.
struct Refusal {
    DimseStatus status;
    std::string detail = {};
    std::optional<Tag> offending_element = {};
};

}  // namespace cassette::dimse
