#pragma once

#include "storage/index.h"
#include "storage/sql_text.h"

#include <optional>
#include <string>
#include <string_view>

namespace cassette {

// How one Condition reads in SQL. Pure functions.

// The column a condition compares: the folded one for person names.
[[nodiscard]] std::string condition_column(Condition const& condition);
// Whether it holds for every row: a wildcard of stars alone, a range open at both ends (PS3.4 C.2.2.2.3).
[[nodiscard]] bool is_universal(Condition const& condition);

// The whole condition on `alias`. For an attribute without several values an index on the column can serve it.
[[nodiscard]] SqlText predicate(Condition const& condition, std::string_view alias);
// The part of it that an index on `column`, which holds the attribute's single values, can find; nullopt when there is
// none.
[[nodiscard]] std::optional<SqlText> indexable_part(Condition const& condition, std::string const& column);

// An operand on a column that holds a folded person name.
[[nodiscard]] SqlText name_predicate(Operand const& operand, std::string const& column);
// Every text that begins with `prefix`, which is not empty.
[[nodiscard]] SqlText prefix_range(std::string const& column, std::string_view prefix);
// Whether the column's text, which is one value of no attribute of the table, satisfies the operand.
[[nodiscard]] SqlText predicate_on_text(Operand const& operand, std::string const& column);

// The characters of a wildcard pattern before its first wildcard.
[[nodiscard]] std::string_view literal_prefix(std::string_view pattern);
// The single value a condition asks for; nullptr when it asks for anything else.
[[nodiscard]] std::string const* single_value(Condition const& condition);

}  // namespace cassette
