#pragma once

#include "storage/search_values.h"
#include "storage/sqlite_connection.h"

#include <array>
#include <cstdint>
#include <map>
#include <unordered_map>
#include <utility>
#include <vector>

namespace cassette {

// The rows that an instance belongs to, its own last: one for each Level.
using RowKeys = std::array<std::int64_t, 4>;

// Writes values of search attributes for the one writer. The values of a row above instances are replaced by those of a
// later instance that has any, sequence by sequence; it remembers what the rows have, so that a series whose instances
// agree is written once. Call inside a transaction; `forget` after a rollback and when attributes were declared,
// `forget_rows` when rows have gone.
class ItemValues {
public:
    explicit ItemValues(SqliteConnection& db) : db_{db} {}

    // The values of a new instance.
    Result<void> arrive(RowKeys const& rows, std::vector<SearchedValue> const& values);
    // Of an instance whose earlier version had others.
    Result<void> replace(RowKeys const& rows, std::vector<SearchedValue> const& values);
    // What back-filling found: rows above instances keep what they have, which is of a later instance.
    Result<void> fill(RowKeys const& rows, std::vector<SearchedValue> const& values);
    void forget_rows() { known_.clear(); }
    void forget();  // which attributes there are, too

private:
    using Values = std::vector<SearchedValue>;
    struct Place {
        Level level;
        std::size_t sequence;  // attributes of one sequence and level have the same
        auto operator<=>(Place const&) const = default;
    };
    Result<void> learn_attributes();
    // Calls `each` with every place the values belong to and those that do; unknown attributes are left out.
    template <class Each>
    Result<void> by_place(Values const& values, Each const& each) const;
    Result<void> write_above(Place const& place, std::int64_t row, Values const& values);
    Result<void> fill_above(Place const& place, std::int64_t row, Values const& values);
    Result<Values*> values_of(Place const& place, std::int64_t row);
    Result<void> remove(Place const& place, std::int64_t row);
    Result<void> insert(std::int64_t row, Values const& values);

    SqliteConnection& db_;
    bool attributes_known_ = false;
    std::unordered_map<std::int64_t, Place> places_;          // by attribute
    std::map<Place, std::vector<std::int64_t>> attributes_;   // of a place
    std::map<std::pair<Place, std::int64_t>, Values> known_;  // by place and row
};

}  // namespace cassette
