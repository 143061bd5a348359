#include "storage/name_driver.h"

#include "schema/name_words.h"
#include "storage/name_word_rows.h"

#include <algorithm>
#include <string>

namespace cassette {

namespace {

using enum Level;

// Short words list many rows; nobody types more words than this, and each costs a probe.
constexpr std::size_t words_max = 4;

bool same_word(NameWord const& a, NameWord const& b) { return a.text == b.text && a.complete == b.complete; }

void add_words(std::vector<NameWord>& words, std::vector<NameWord> more) {
    for (auto& word : more) {
        bool const known = std::ranges::any_of(words, [&](NameWord const& other) { return same_word(other, word); });
        if (!known) words.push_back(std::move(word));
    }
}

// The words that every match has.
std::vector<NameWord> words_of(Operand const& operand) {
    std::vector<NameWord> words;
    if (auto const* key = std::get_if<NameWords>(&operand)) add_words(words, words_of_fuzzy_key(key->key));
    if (auto const* pattern = std::get_if<Wildcard>(&operand)) add_words(words, words_of_pattern(pattern->pattern));
    if (auto const* list = std::get_if<OneOf>(&operand); list != nullptr && list->values.size() == 1)
        add_words(words, words_of_pattern(list->values.front()));
    if (auto const* all = std::get_if<AllOf>(&operand))
        for (auto const& value : all->values) add_words(words, words_of_pattern(value));
    std::ranges::stable_sort(words, std::ranges::greater{}, [](NameWord const& word) { return word.text.size(); });
    if (words.size() > words_max) words.resize(words_max);
    return words;
}

SqlText range_of(Attribute const& attribute, NameWord const& word) {
    SqlText sql;
    sql.add("attribute = ").add_parameter(name_word_attribute(attribute.tag)).add(" AND ");
    if (word.complete) return sql.add("word = ").add_parameter(word.text);
    return sql.add(prefix_range("word", word.text));
}

// A row may have several words that begin alike: it is listed with the least.
SqlText filter_of(Operand const& operand, NameWord const& word) {
    SqlText sql = name_predicate(operand, "name");
    if (word.complete) return sql;
    return sql.add(" AND word = least_name_word(name, ").add_parameter(word.text).add(")");
}

SqlText listing_of(Level table, NameWordRange const& range) {
    SqlText sql;
    sql.add("SELECT row FROM ").add(name_word_table(table)).add(" WHERE ").add(range.part);
    return sql.add(" AND ").add(range.filter);
}

// One word alone lists hardly anything but matches. That is certain when it is all that a fuzzy key asks for, and a short
// one lists many.
std::int64_t weight_of(std::vector<NameWord> const& words, Operand const& operand) {
    constexpr std::size_t short_word = 3;
    if (words.size() > 1) return 1;
    bool const many = std::holds_alternative<NameWords>(operand) || words.front().text.size() <= short_word;
    return many ? 4 : 2;
}

bool is_date_or_time(Condition const& condition) {
    auto const keyword = attributes()[condition.attribute].keyword;
    return keyword == "StudyDate" || keyword == "StudyTime";
}

}  // namespace

std::vector<Driver> name_drivers(FindRequest const& request, std::size_t position) {
    auto const& condition = request.conditions[position];
    auto const& attribute = attributes()[condition.attribute];
    if (attribute.matching != Matching::person_name || is_universal(condition)) return {};
    Level const table = attribute.level == patient && request.level != patient ? study : attribute.level;
    auto const words = words_of(condition.operand);
    std::vector<Driver> found;
    for (auto const& word : words) {
        Driver driver{};
        driver.table = table;
        driver.target = std::min(table, request.level);
        driver.strength = Strength::selective;
        driver.attribute = condition.attribute;
        driver.lists_dates = table == study;
        driver.words = NameWordRange{range_of(attribute, word), filter_of(condition.operand, word), position,
                                     weight_of(words, condition.operand)};
        driver.listing = listing_of(table, *driver.words);
        found.push_back(std::move(driver));
    }
    return found;
}

bool gives_newest_names(FindRequest const& request, Driver const& driver) {
    return driver.words && driver.table == study && request.level == study && request.order_by.empty() &&
        request.ordering == Ordering::newest_first;
}

SqlText name_keys_sql(FindRequest const& request, Driver const& driver) {
    SqlText sql;
    sql.add("SELECT w.row FROM ").add(name_word_table(driver.table)).add(" w WHERE ");
    sql.add(driver.words->part).add(" AND ").add(driver.words->filter);
    for (std::size_t i = 0; i < request.conditions.size(); ++i) {
        auto const& condition = request.conditions[i];
        if (i == driver.words->condition || is_universal(condition)) continue;
        if (condition.attribute == driver.attribute)
            sql.add(" AND ").add(name_predicate(condition.operand, "w.name"));
        else if (is_date_or_time(condition))
            sql.add(" AND ").add(predicate(condition, "w"));
    }
    return sql.add(" ORDER BY w.study_date DESC, w.study_time DESC, w.row DESC");
}

}  // namespace cassette
