#pragma once

#include <sqlite3.h>

namespace cassette {

// Gives a connection the functions of matching that SQL does not have. Each is NULL or 0 for NULL.
//   any_value_glob(values, pattern)         one of several values, separated by backslash, matches
//   name_matches(folded, pattern)           schema/person_name.h
//   name_has_words(folded, key)             schema/name_words.h
//   least_name_word(folded, prefix)         schema/name_words.h
//   date_time_between(value, first, last)   schema/date_time.h
// Returns SQLite's code.
[[nodiscard]] int add_match_functions(sqlite3* db);

}  // namespace cassette
