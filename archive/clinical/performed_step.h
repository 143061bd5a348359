#pragma once

#include "archive/access/principal.h"
#include "archive/clinical/performed_step_rules.h"
#include "archive/part10/element_header.h"
#include "archive/query/metadata_text.h"
#include "storage/index.h"

#include <cstddef>
#include <optional>
#include <span>
#include <string>

namespace cassette {

// The verbs of Modality Performed Procedure Steps, PS3.4 F.7 and F.8. A step is IN PROGRESS when it is created and ends
// COMPLETED or DISCONTINUED; the Scheduled Procedure Steps it names become STARTED and end as it does. Both are durable on
// return. They need the index alone.

struct StepRequest {
    std::string sop_instance_uid;
    std::span<std::byte const> dataset;
    ElementEncoding encoding;
};

// A fault says that nothing was done; errors are those of reading the data set and of the index.
[[nodiscard]] Result<std::optional<StepFault>> create_performed_step(Index& index, Principal const& principal,
                                                                     StepRequest const& request);
[[nodiscard]] Result<std::optional<StepFault>> set_performed_step(Index& index, Principal const& principal,
                                                                  StepRequest const& request);
// As it is now. ErrorCode::not_found.
[[nodiscard]] Result<MetadataText> performed_step(Index const& index, Principal const& principal,
                                                  std::string const& sop_instance_uid);

// A UID for a step whose creator gave none (PS3.7 10.1.5.1.4), PS3.5 B.2.
[[nodiscard]] std::string new_performed_step_uid();

}  // namespace cassette
