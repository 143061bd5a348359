#pragma once

#include "schema/tag.h"

#include <boost/json/object.hpp>

#include <optional>
#include <string_view>
#include <vector>

namespace cassette {

// Performed Procedure Step Status (0040,0252), PS3.3 C.4.14.
inline constexpr std::string_view in_progress = "IN PROGRESS";
inline constexpr std::string_view completed = "COMPLETED";
inline constexpr std::string_view discontinued = "DISCONTINUED";

// Why a request on a performed procedure step is turned down, PS3.7 C.5 and PS3.4 F.7.2, and the attributes it is about, those
// of items by the sequence that they are in.
struct StepFault {
    enum class Kind {
        invalid_instance,    // 0117H
        duplicate_instance,  // 0111H
        no_such_instance,    // 0112H
        may_not_be_updated,  // 0110H, Error ID A710H
        no_such_attribute,   // 0105H
        invalid_value,       // 0106H
        missing_attribute,   // 0120H
        missing_value,       // 0121H
    } kind;
    std::vector<Tag> attributes = {};
    bool operator==(StepFault const&) const = default;
};

// PS3.4 Table F.7.2-1. What N-CREATE must have, and in which state.
[[nodiscard]] std::optional<StepFault> fault_of_creation(boost::json::object const& created);
// What N-SET may change; an attribute that it repeats as it is does no harm.
[[nodiscard]] std::optional<StepFault> fault_of_change(boost::json::object const& current,
                                                       boost::json::object const& change);
// What there must be before or when the status becomes final.
[[nodiscard]] std::optional<StepFault> fault_of_final_state(boost::json::object const& changed);

}  // namespace cassette
