#pragma once

#include "schema/result.h"
#include "schema/search_attribute.h"

#include <map>
#include <string>
#include <vector>

namespace cassette {

// One table of [[search.attributes]], key by key. ErrorCode::malformed names the key that is wrong.
[[nodiscard]] Result<SearchAttribute> parse_search_attribute(std::map<std::string, std::string> const& table);

// Without those that have a column at their level or are built in: they are searchable as it is.
[[nodiscard]] std::vector<SearchAttribute> beyond_built_in(std::vector<SearchAttribute> attributes);

}  // namespace cassette
