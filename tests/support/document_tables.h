#pragma once

#include <initializer_list>
#include <map>
#include <string>
#include <string_view>

namespace cassette::testing {

// Tables of docs/conformance.md, made from the tables that the code uses. They stand between "<!-- MARK NAME -->" and
// "<!-- end -->".
using TableMakers = std::map<std::string_view, std::string (*)()>;

// Fails the test when a table with this mark is not as its maker makes it, or a maker has no table. With UPDATE_GOLDEN=1 in
// the environment they are written into the document instead.
void check_document_tables(std::string_view mark, TableMakers const& makers);

[[nodiscard]] std::string table_row(std::initializer_list<std::string> cells);
[[nodiscard]] std::string table_heading(std::initializer_list<std::string> cells);

}  // namespace cassette::testing
