#include "dimse/query_retrieve_options.h"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

namespace cassette::dimse {

namespace {

// PS3.4 Tables C.5-1 and C.5-2 (C-FIND), C.5-3 to C.5-6 (C-MOVE, C-GET): what each byte means, in their order; nullptr
// for what we do not do.
using Option = bool QueryRetrieveOptions::*;
constexpr std::array<Option, 7> find_options{
    &QueryRetrieveOptions::relational,
    &QueryRetrieveOptions::combined_date_time,
    &QueryRetrieveOptions::fuzzy_person_names,
    &QueryRetrieveOptions::timezone_adjustment,
    nullptr,  // Enhanced Multi-Frame Image Conversion
    &QueryRetrieveOptions::empty_values,
    &QueryRetrieveOptions::multiple_values,
};
constexpr std::array<Option, 2> retrieve_options{
    &QueryRetrieveOptions::relational,
    nullptr,  // Enhanced Multi-Frame Image Conversion
};

std::span<Option const> options_of(QueryRetrieveSOPClass const& sop_class) {
    using enum InformationModel;
    switch (sop_class.model) {
        case patient_root:
        case study_root:
        case patient_study_only: break;
        case composite_instance_root:
        case without_bulk_data: return {};  // PS3.4 Y.5, Z.5: no extended negotiation
    }
    if (sop_class.operation == QueryRetrieveOperation::find) return find_options;
    return retrieve_options;
}

}  // namespace

std::string granted_options(QueryRetrieveSOPClass const& sop_class, std::string_view proposed) {
    auto const options = options_of(sop_class);
    std::string granted;
    for (std::size_t i = 0; i < std::min(options.size(), proposed.size()); ++i)
        granted.push_back(proposed[i] == '\1' && options[i] != nullptr ? '\1' : '\0');
    return granted;
}

std::vector<ExtendedNegotiation> granted_query_retrieve_options(std::span<ExtendedNegotiation const> proposed) {
    std::vector<ExtendedNegotiation> granted;
    for (auto const& [abstract_syntax, information] : proposed) {
        auto const sop_class = find_query_retrieve_sop_class(abstract_syntax);
        auto options = sop_class ? granted_options(*sop_class, information) : std::string{};
        if (!options.empty()) granted.push_back({abstract_syntax, std::move(options)});
    }
    return granted;
}

QueryRetrieveOptions read_options(QueryRetrieveSOPClass const& sop_class, std::string_view granted) {
    auto const options = options_of(sop_class);
    QueryRetrieveOptions read;
    for (std::size_t i = 0; i < std::min(options.size(), granted.size()); ++i)
        if (options[i] != nullptr) read.*options[i] = granted[i] == '\1';
    return read;
}

}  // namespace cassette::dimse
