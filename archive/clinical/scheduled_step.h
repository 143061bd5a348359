#pragma once

#include "schema/result.h"
#include "storage/worklist.h"

#include <boost/json/object.hpp>

#include <array>
#include <string_view>
#include <vector>

namespace cassette {

// Scheduled Procedure Step Status (0040,0020), PS3.3 C.4.10; the last three are those that IHE and others use for what has
// ended.
inline constexpr std::array<std::string_view, 8> scheduled_step_statuses{
    "SCHEDULED", "ARRIVED", "READY", "STARTED", "DEPARTED", "COMPLETED", "DISCONTINUED", "CANCELED"};
// Those of steps that are still to be done, or being done.
inline constexpr std::array<std::string_view, 4> open_step_statuses{"SCHEDULED", "ARRIVED", "READY", "STARTED"};

// The steps that a worklist item (PS3.4 Table K.6-1) schedules: one for each item of its Scheduled Procedure Step Sequence,
// with all that is around it. The status is empty where the item has none. A Study Instance UID that is missing is derived from
// patient and request, the same one each time.
// ErrorCode::nonconformant, naming the tag, for an attribute of return key type 1 without a usable value, and for a status
// that is none.
[[nodiscard]] Result<std::vector<ScheduledStep>> scheduled_steps(boost::json::object const& worklist_item);

}  // namespace cassette
