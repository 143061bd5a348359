#pragma once

#include "schema/tag.h"

#include <optional>
#include <string>
#include <string_view>

namespace cassette::dicomweb {

// The data elements of PS3.6, beyond the indexed ones of schema/attribute.h. Safe to call from any thread.
[[nodiscard]] std::optional<Tag> find_tag(std::string_view keyword);
[[nodiscard]] std::string keyword_of(Tag tag);  // "" when the tag is not in the dictionary
[[nodiscard]] std::string vr_of(Tag tag);       // "UN" when the tag is not in the dictionary

}  // namespace cassette::dicomweb
