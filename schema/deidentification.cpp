#include "schema/deidentification.h"

#include "schema/deidentification_table.h"

#include <algorithm>

namespace cassette {

std::span<DeidentifiedAttribute const> deidentified_attributes() { return deidentification_table::entries; }

DeidentificationAction deidentification_action(Tag tag) {
    using enum DeidentificationAction;
    auto const first = tag.group & 0xFF00U;
    bool const overlay = first == 0x6000 && (tag.element == 0x3000 || tag.element == 0x4000);
    if (tag.is_private() || first == 0x5000 || overlay) return remove;
    auto const entries = deidentified_attributes();
    auto const found = std::ranges::lower_bound(entries, tag, {}, &DeidentifiedAttribute::tag);
    return found != entries.end() && found->tag == tag ? found->action : keep;
}

}  // namespace cassette
