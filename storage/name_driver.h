#pragma once

#include "storage/find_driver.h"

#include <cstddef>
#include <vector>

namespace cassette {

// Ways to begin a search with the words of a person name (docs/index-schema.md). Pure functions.

// One for each word that every match of the condition has, when it is on a person name, and one for the longest part of
// a word. `position` is the condition's in the request.
[[nodiscard]] std::vector<Driver> name_drivers(FindRequest const& request, std::size_t position);

// Whether the two below can answer the request.
[[nodiscard]] bool gives_newest_names(FindRequest const& request, Driver const& driver);
// The keys of the studies newest first, from the words alone; decides conditions on the name, the date and the time.
// ORDER BY included, limit and offset not.
[[nodiscard]] SqlText name_keys_sql(FindRequest const& request, Driver const& driver);

// The studies of one word of driver.words->words, newest first: key, date, time and whether it is a match. They are all
// within the dates that the request wants. A study may come with several words.
struct StudiesOfWordSql {
    SqlText sql;
    std::size_t word;  // the parameter that is to become the word
};
[[nodiscard]] StudiesOfWordSql studies_of_word_sql(FindRequest const& request, Driver const& driver);

}  // namespace cassette
