#include "archive/outgoing/arrival_filter.h"

#include "schema/ae_title.h"
#include "schema/wildcard.h"

#include <algorithm>

namespace cassette {

namespace {

bool fits(std::vector<std::string> const& patterns, std::string_view text) {
    auto const matches = [&](std::string const& pattern) { return wildcard_matches(text, pattern); };
    return patterns.empty() || std::ranges::any_of(patterns, matches);
}

}  // namespace

bool passes(ArrivalFilter const& filter, Arrival const& arrival) {
    return fits(filter.calling_ae_title, calling_ae_title_of(arrival.source)) &&
        fits(filter.modality, arrival.modality) && fits(filter.station_name, arrival.station_name) &&
        fits(filter.sop_class, arrival.sop_class) && fits(filter.institution_name, arrival.institution_name);
}

std::string_view calling_ae_title_of(std::string_view source) {
    auto const at = source.rfind('@');
    if (at == std::string_view::npos) return {};
    auto const title = source.substr(0, at);
    return AETitle::parse(title) ? title : std::string_view{};
}

}  // namespace cassette
