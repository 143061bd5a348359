#pragma once

#include "storage/arrivals.h"

#include <string>
#include <string_view>
#include <vector>

namespace cassette {

// Which of the instances that come in a rule is about. Each list holds values with the wildcards of PS3.4 C.2.2.2.4, one of which
// must fit; an empty list lets everything pass. All lists must.
struct ArrivalFilter {
    std::vector<std::string> calling_ae_title = {};  // what did not come over DIMSE has none
    std::vector<std::string> modality = {};
    std::vector<std::string> station_name = {};
    std::vector<std::string> sop_class = {};
    std::vector<std::string> institution_name = {};
    bool operator==(ArrivalFilter const&) const = default;
};
[[nodiscard]] bool passes(ArrivalFilter const& filter, Arrival const& arrival);

// The AE title in the source of what came over DIMSE; empty for the other doors.
[[nodiscard]] std::string_view calling_ae_title_of(std::string_view source);

}  // namespace cassette
