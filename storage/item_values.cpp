#include "storage/item_values.h"

#include "storage/search_value_rows.h"

#include <algorithm>
#include <string>
#include <tuple>

namespace cassette {

namespace {

constexpr std::size_t rows_known_max = 2048;

}  // namespace

void ItemValues::forget() {
    known_.clear();
    places_.clear();
    attributes_.clear();
    attributes_known_ = false;
}

Result<void> ItemValues::learn_attributes() {
    if (attributes_known_) return {};
    auto const declared = read_declared(db_);
    if (!declared) return fail(declared.error());
    std::map<std::tuple<Level, Tag, std::string>, std::size_t> sequences;
    for (auto const& [id, attribute, unfilled_from] : *declared) {
        Tag const outermost = attribute.sequences.empty() ? attribute.tag : attribute.sequences.front();
        auto const key = std::tuple{attribute.level, outermost, attribute.private_creator};
        Place const place{attribute.level, sequences.try_emplace(key, sequences.size()).first->second};
        places_.emplace(id, place);
        attributes_[place].push_back(id);
    }
    attributes_known_ = true;
    return {};
}

template <class Each>
Result<void> ItemValues::by_place(Values const& values, Each const& each) const {
    std::map<Place, Values> sorted;
    for (auto const& value : values)
        if (auto const place = places_.find(value.attribute); place != places_.end())
            sorted[place->second].push_back(value);
    for (auto const& [place, its_values] : sorted)
        if (auto done = each(place, its_values); !done) return done;
    return {};
}

Result<void> ItemValues::arrive(RowKeys const& rows, Values const& values) {
    if (values.empty()) return {};
    if (auto done = learn_attributes(); !done) return done;
    if (known_.size() > rows_known_max) known_.clear();
    return by_place(values, [&](Place const& place, Values const& its_values) {
        auto const row = rows[static_cast<std::size_t>(place.level)];
        return place.level == Level::instance ? insert(row, its_values) : write_above(place, row, its_values);
    });
}

Result<void> ItemValues::replace(RowKeys const& rows, Values const& values) {
    if (auto done = learn_attributes(); !done) return done;
    for (auto const& [place, attributes] : attributes_)
        if (place.level == Level::instance)
            if (auto done = remove(place, rows.back()); !done) return done;
    return arrive(rows, values);
}

Result<void> ItemValues::fill(RowKeys const& rows, Values const& values) {
    if (auto done = learn_attributes(); !done) return done;
    return by_place(values, [&](Place const& place, Values const& its_values) {
        auto const row = rows[static_cast<std::size_t>(place.level)];
        return place.level == Level::instance ? insert(row, its_values) : fill_above(place, row, its_values);
    });
}

Result<void> ItemValues::write_above(Place const& place, std::int64_t row, Values const& values) {
    auto const known = values_of(place, row);
    if (!known) return fail(known.error());
    if (**known == values) return {};
    if (!(*known)->empty())
        if (auto done = remove(place, row); !done) return done;
    if (auto done = insert(row, values); !done) return done;
    **known = values;
    return {};
}

// Only attributes that are being filled are among `values`; others of the sequence may have been there before.
Result<void> ItemValues::fill_above(Place const& place, std::int64_t row, Values const& values) {
    auto const known = values_of(place, row);
    if (!known) return fail(known.error());
    Values missing;
    for (auto const& value : values)
        if (std::ranges::find((*known)->begin(), (*known)->end(), value.attribute, &SearchedValue::attribute) ==
            (*known)->end())
            missing.push_back(value);
    if (missing.empty()) return {};
    if (auto done = insert(row, missing); !done) return done;
    (*known)->insert((*known)->end(), missing.begin(), missing.end());
    std::ranges::sort(**known);
    return {};
}

Result<ItemValues::Values*> ItemValues::values_of(Place const& place, std::int64_t row) {
    auto const placed = known_.try_emplace({place, row});
    auto& known = placed.first->second;
    if (!placed.second) return &known;
    for (auto const attribute : attributes_[place]) {
        auto const read = for_each_row(
            db_, "SELECT item, value FROM search_value WHERE attribute = ? AND row = ?",
            [&](Statement& statement) { statement.bind(attribute).bind(row); },
            [&](Statement& found) {
                known.push_back({attribute, found.integer(0), std::string{found.text(1)}});
                return Result<void>{};
            });
        if (!read) return fail(read.error());
    }
    std::ranges::sort(known);
    return &known;
}

Result<void> ItemValues::remove(Place const& place, std::int64_t row) {
    auto statement = db_.prepare("DELETE FROM search_value WHERE attribute = ? AND row = ?");
    if (!statement) return fail(statement.error());
    for (auto const attribute : attributes_[place]) {
        if (auto done = statement->bind(attribute).bind(row).run(); !done) return done;
        statement->reset();
    }
    return {};
}

Result<void> ItemValues::insert(std::int64_t row, Values const& values) {
    auto statement = db_.prepare("INSERT OR IGNORE INTO search_value(attribute, row, item, value) VALUES (?, ?, ?, ?)");
    if (!statement) return fail(statement.error());
    for (auto const& value : values) {
        statement->bind(value.attribute).bind(row).bind(value.item).bind(value.value);
        if (auto done = statement->run(); !done) return done;
        statement->reset();
    }
    return {};
}

}  // namespace cassette
