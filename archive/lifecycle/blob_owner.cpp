#include "archive/lifecycle/blob_owner.h"

#include "archive/part10/part10_scanner.h"

#include <algorithm>
#include <vector>

namespace cassette {

bool is_of_another(BlobStore const& blobs, Digest const& blob, SOPInstanceUID const& instance,
                   DatasetLimits const& limits) {
    auto const opened = blobs.open(blob);
    if (!opened) return false;
    auto const length = std::min((*opened)->size(), Part10Scanner::identity_within);
    std::vector<std::byte> head(static_cast<std::size_t>(length));
    if (auto read = (*opened)->read_at(0, head); !read) return false;
    Part10Scanner scanner{limits};
    (void)scanner.feed(head);  // what has passed before an error counts
    auto const named = scanner.sop_instance();
    return !named.empty() && named != instance.str();
}

}  // namespace cassette
