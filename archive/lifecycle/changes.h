#pragma once

#include "archive/access/principal.h"
#include "archive/archive.h"

#include <vector>

namespace cassette {

// The change feed after a sequence number, in the order of commits.
[[nodiscard]] Result<std::vector<Change>> changes_since(Archive const& archive, Principal const& principal,
                                                        ChangeRange const& range);

}  // namespace cassette
