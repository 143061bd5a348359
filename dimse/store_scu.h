#pragma once

#include "archive/retrieve/outgoing_dataset.h"
#include "archive/retrieve/selection.h"
#include "dimse/invoker.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace cassette::dimse {

// The operation that a C-STORE is part of, PS3.7 9.1.1.1.
struct StoreOrigin {
    std::uint16_t priority = 0;        // PS3.4 C.4.2.1.2: the same for all sub-operations
    std::string move_originator = {};  // AE title; empty but for a C-MOVE
    std::optional<std::uint16_t> move_originator_message_id = {};
};

// C-STORE as SCU of the Storage Service Class, PS3.4 B.2.1 and PS3.7 9.1.1, on whoever's association. Borrows the
// invoker.
class StoreScu {
public:
    // `contexts` are those in which the peer is SCP.
    StoreScu(Invoker& invoker, std::vector<AcceptedContext> contexts, StoreOrigin origin)
        : invoker_{invoker}, contexts_{std::move(contexts)}, origin_{std::move(origin)} {}

    // Sends one instance in a context of its class and gives the status of the response. Constant memory.
    // ErrorCode::not_acceptable: no context takes it; errors of `open`, and those of Invoker, after which the
    // association has ended.
    Result<std::uint16_t> store(InstanceLocation const& location, DatasetOpener const& open);

private:
    AcceptedContext const* context_for(std::string_view sop_class, std::string_view transfer_syntax) const;

    Invoker& invoker_;
    std::vector<AcceptedContext> contexts_;
    StoreOrigin origin_;
};

// The contexts to propose for instances of these kinds: each in its own transfer syntax alone, so that it can go as it
// is stored, and each class in the uncompressed ones, which every AE understands (PS3.5 10.1). In portions of what one
// association has room for (128, PS3.8 7.1.1.13); the contexts of a class stay together.
[[nodiscard]] std::vector<std::vector<ProposedContext>> store_proposals(std::vector<SelectedKind> const& kinds);

}  // namespace cassette::dimse
