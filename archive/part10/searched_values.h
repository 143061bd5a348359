#pragma once

#include "storage/search_values.h"

#include <string>
#include <string_view>
#include <vector>

namespace cassette {

// What an instance has of search attributes, read from its metadata (DICOM JSON Model, PS3.18 F): at ingest and when the
// index is filled later, so that both agree. Sorted, each once. Private attributes are found by their creator, in every item
// anew (PS3.5 7.8.1); what has VR UN is read as the VR that the attribute was declared with. Of one attribute at most 1,024
// values count, and of one value the first 1,024 bytes.
[[nodiscard]] std::vector<SearchedValue> searched_values(std::string_view metadata, DeclaredAttributes const& declared);

// The form in which a value is kept and matched: person names folded, dates, times and numbers normalised, the rest without
// padding. Empty when the VR does not allow the value.
[[nodiscard]] std::string search_form(SearchAttribute const& attribute, std::string_view text);

}  // namespace cassette
