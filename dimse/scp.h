#pragma once

#include "archive/access/principal.h"
#include "archive/archive.h"
#include "dimse/presentation_context.h"
#include "dimse/query_retrieve_options.h"
#include "dimse/remote_ae.h"

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <span>
#include <string>

namespace cassette::dimse {

// What a service works with, on behalf of one association's requestor.
struct Scp {
    Archive& archive;
    Principal principal;
    std::string source;    // the requestor, for the operator
    std::string ae_title;  // ours
    AcceptancePolicy acceptance;
    std::string calling_ae_title = {};
    std::span<RemoteAE const> remotes = {};              // those whom we may call
    std::chrono::seconds dimse_timeout{60};              // for a response to a request of ours
    std::span<ExtendedNegotiation const> extended = {};  // what was agreed on

    QueryRetrieveOptions options_for(QueryRetrieveSOPClass const& sop_class) const {
        auto const found = std::ranges::find(extended, sop_class.uid, &ExtendedNegotiation::abstract_syntax);
        return found == extended.end() ? QueryRetrieveOptions{} : read_options(sop_class, found->information);
    }
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
