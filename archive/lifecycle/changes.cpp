#include "archive/lifecycle/changes.h"

namespace cassette {

Result<std::vector<Change>> changes_since(Archive const& archive, Principal const&, ChangeRange const& range) {
    return archive.index.changes(range);
}

}  // namespace cassette
