#pragma once

#include "dimse/associate_items.h"
#include "dimse/information_model.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace cassette::dimse {

// What goes beyond the baseline behaviour of a Query/Retrieve SOP Class on an association, because both sides agreed on
// it by SOP Class Extended Negotiation (PS3.7 D.3.3.5).
struct QueryRetrieveOptions {
    bool relational = false;          // queries and retrievals
    bool combined_date_time = false;  // the rest are of C-FIND
    bool fuzzy_person_names = false;
    bool timezone_adjustment = false;
    bool empty_values = false;
    bool multiple_values = false;
    bool operator==(QueryRetrieveOptions const&) const = default;
};

// The Service-class-application-information that answers a proposed one, one byte an option, PS3.4 Tables C.5-2, C.5-4,
// C.5-6: as long as what was proposed, so far as we know the bytes; Enhanced Multi-Frame Image Conversion is turned
// down. Empty where there is nothing to negotiate: then nothing is answered.
[[nodiscard]] std::string granted_options(QueryRetrieveSOPClass const& sop_class, std::string_view proposed);
// The answers to all that was proposed.
[[nodiscard]] std::vector<ExtendedNegotiation> granted_query_retrieve_options(
    std::span<ExtendedNegotiation const> proposed);
// What an answer says.
[[nodiscard]] QueryRetrieveOptions read_options(QueryRetrieveSOPClass const& sop_class, std::string_view granted);

}  // namespace cassette::dimse
