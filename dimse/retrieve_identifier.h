#pragma once

#include "archive/retrieve/frame_selection.h"
#include "archive/retrieve/selection.h"
#include "dimse/information_model.h"
#include "dimse/refusal.h"

#include <optional>
#include <variant>

namespace cassette::dimse {

// What a C-MOVE-RQ or C-GET-RQ asks for, PS3.4 C.4.2.1.4.1, Y.4.1.1.3.1, Z.4.2.1.3.1.
struct RetrieveIdentifier {
    SelectionRequest selection;
    std::optional<FrameSelection> frames = {};  // at the FRAME level: of the one instance that is selected
};

// The unique keys and frame range keys of an identifier; other attributes do not count. Refused: a level that the model
// does not have, and a unique key that is missing or is no single value where one is wanted.
[[nodiscard]] std::variant<RetrieveIdentifier, Refusal> read_retrieve_identifier(DataElements const& identifier,
                                                                                 InformationModel model,
                                                                                 Hierarchy hierarchy);

}  // namespace cassette::dimse
