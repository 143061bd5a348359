#pragma once

#include "storage/find_condition.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace cassette {

// How well an index narrows a search before anything is known of the rows.
enum class Strength {
    identifies,  // a UID: as few rows as values
    selective,   // usually few rows, but a probe must say
    weak,        // few rows only by luck: dates, modalities, SOP classes
};

// Part of a table of words (storage/name_word_rows.h).
struct NameWordRange {
    SqlText part;           // of the index by words
    SqlText words;          // SELECTs the words of that part, each once
    SqlText filter;         // which of its entries count, each row once
    std::size_t condition;  // its position in the request
    std::int64_t weight;    // of an entry, as entries of an index: the more the likelier a walk finds a page as soon
};

// An index that lists the rows for which one of the conditions may hold: a way to begin a search.
struct Driver {
    Level table;             // whose rows the index lists
    Level target;            // whose rows the search then begins with
    std::string_view index;  // empty for text search
    Strength strength;
    SqlText part;  // what the index is asked for
    AttributeIndex attribute;
    bool lists_dates;      // the index also holds each study's date and time, so it can give its rows newest first
    SqlText listing = {};  // a SELECT of keys of the table, when they are listed elsewhere (storage/item_conditions.h)
    std::optional<NameWordRange> words = {};  // what `listing` lists, when it is names (storage/name_driver.h)
};

// Those that the request's conditions allow, strongest first. The order is that of a table in the source and of
// docs/index-schema.md; without statistics SQLite's planner cannot be left to choose.
[[nodiscard]] std::vector<Driver> drivers(FindRequest const& request);

// Counts the rows of the index, all of them: to be run within a StepBudget.
[[nodiscard]] SqlText probe_sql(Driver const& driver);
// Whether the search can use the index itself on the target's table instead of a list of keys.
[[nodiscard]] bool is_direct(Driver const& driver);
// A SELECT of the keys of the target's rows.
[[nodiscard]] SqlText candidate_keys(Driver const& driver);

}  // namespace cassette
