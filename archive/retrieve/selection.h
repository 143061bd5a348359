#pragma once

#include "archive/query/find.h"

#include <cstdint>
#include <functional>
#include <vector>

namespace cassette {

// Instances of one class in one encoding: what an association has to be proposed for.
struct SelectedKind {
    SOPClassUID sop_class;
    TransferSyntaxUID transfer_syntax;
    auto operator<=>(SelectedKind const&) const = default;
};

// What a retrieval has to send: whole series, or single instances. It grows with their number and not with that of what
// is below them.
struct Selection {
    std::vector<RetrieveScope> scopes;
    std::uint64_t instances = 0;
    std::vector<SelectedKind> kinds;  // in order, each once
};

// The instances below what matches the keys at a level (PS3.4 C.4.2.1.4.1, C.6.1.2.1). Nothing is no error.
// ErrorCode::malformed for a key that its VR does not allow.
struct SelectionRequest {
    Level level = Level::study;
    std::vector<FindKey> keys;  // unique keys
};
[[nodiscard]] Result<Selection> select_instances(Archive const& archive, Principal const& principal,
                                                 SelectionRequest const& request);

// Visits them series by series; the index is not held while `sink` runs. What was deleted meanwhile is passed over. An
// error of the sink ends it and is returned.
using SelectionSink = std::function<Result<void>(InstanceLocation const&)>;
[[nodiscard]] Result<void> for_each_selected(Archive const& archive, Principal const& principal,
                                             Selection const& selection, SelectionSink const& sink);

}  // namespace cassette
