#pragma once

#include "archive/access/principal.h"
#include "archive/archive.h"
#include "dimse/presentation_context.h"

#include <cstdint>
#include <string>

namespace cassette::dimse {

// What a service works with, on behalf of one association's requestor.
struct Scp {
    Archive& archive;
    Principal principal;
    std::string source;    // the requestor, for the operator
    std::string ae_title;  // ours
    UnknownSOPClasses unknown_sop_classes;
};

// What came of one operation.
struct Outcome {
    std::uint16_t status = 0;
    std::string sop_instance = {};  // UID, where there is one
    std::uint64_t bytes = 0;        // of the data set
    std::uint64_t matches = 0;      // of a C-FIND
    std::string error = {};
    std::string warnings = {};
};

}  // namespace cassette::dimse
