#pragma once

#include "archive/query/find.h"
#include "schema/search_attribute.h"

#include <string_view>

namespace cassette {

// Whether the text of an attribute, several values separated by backslash, matches a key's value (PS3.4 C.2.2.2): what the
// index decides for rows, for the items of one data set. A key that its VR does not allow matches nothing.
[[nodiscard]] bool value_matches(SearchAttribute const& attribute, std::string_view key, std::string_view text,
                                 MatchingOptions const& options = {});

}  // namespace cassette
