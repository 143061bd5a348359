#include "archive/lifecycle/blob_owner.h"

#include "archive/part10/part10_scanner.h"

#include <algorithm>
#include <vector>

namespace cassette {

namespace {

constexpr std::uint64_t identity_within = std::uint64_t{1} << 20;  // as the scanner looks for it

}  // namespace

bool is_of_another(BlobStore const& blobs, Digest const& blob, SOPInstanceUID const& instance,
                   DatasetLimits const& limits) {
    auto const opened = blobs.open(blob);
    if (!opened) return false;
    std::vector<std::byte> head(static_cast<std::size_t>(std::min((*opened)->size(), identity_within)));
    if (auto read = (*opened)->read_at(0, head); !read) return false;
    Part10Scanner scanner{limits};
    (void)scanner.feed(head);  // what has passed before an error counts
    auto const named = scanner.sop_instance();
    return !named.empty() && named != instance.str();
}

}  // namespace cassette
