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

// The index by words begins with the attribute, then the word.
SqlText range_of(Attribute const& attribute, NameWord const& word) {
    SqlText sql;
    sql.add("attribute = ").add_parameter(name_word_attribute(attribute.tag)).add(" AND ");
    if (word.complete) return sql.add("word = ").add_parameter(word.text);
    return sql.add(prefix_range("word", word.text));
}

// Goes from one word to the next without reading what lies between.
SqlText words_in_range(Level table, Attribute const& attribute, NameWord const& word) {
    SqlText sql;
    if (word.complete) return sql.add("SELECT ").add_parameter(word.text);
    std::string const from = " FROM " + std::string{name_word_table(table)} + " WHERE ";
    sql.add("WITH RECURSIVE each_word(word) AS (SELECT max(word)" + from).add(range_of(attribute, word));
    sql.add(" UNION ALL SELECT (SELECT max(word)" + from + "attribute = ");
    sql.add_parameter(name_word_attribute(attribute.tag)).add(" AND word >= ").add_parameter(word.text);
    sql.add(" AND word < each_word.word) FROM each_word WHERE each_word.word IS NOT NULL)");
    return sql.add(" SELECT word FROM each_word WHERE word IS NOT NULL");
}

// The plus keeps SQLite from going through all words in order to give each once.
SqlText words_with_part(Attribute const& attribute, std::string_view part) {
    SqlText sql;
    sql.add("SELECT DISTINCT +word FROM name_part WHERE attribute = ");
    sql.add_parameter(name_word_attribute(attribute.tag)).add(" AND ");
    return sql.add(prefix_range("part", name_part(part)));
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

constexpr std::size_t part_length_min = 2;  // in bytes: a single letter is in most words

std::string longest_part(Operand const& operand) {
    auto const* pattern = std::get_if<Wildcard>(&operand);
    if (pattern == nullptr) return {};
    std::string longest;
    for (auto& part : parts_of_pattern(pattern->pattern))
        if (part.size() >= std::max(part_length_min, longest.size() + 1)) longest = std::move(part);
    return longest;
}

NameWordRange range_with_part(Attribute const& attribute, Operand const& operand, std::string const& part) {
    constexpr std::int64_t weight = 2;
    SqlText range;
    range.add("attribute = ").add_parameter(name_word_attribute(attribute.tag));
    range.add(" AND word IN (").add(words_with_part(attribute, part)).add(")");
    SqlText filter = name_predicate(operand, "name");
    filter.add(" AND word = least_name_word_with(name, ").add_parameter(std::string{name_part(part)}).add(")");
    return {std::move(range), words_with_part(attribute, part), std::move(filter), 0, weight};
}

bool is_date_or_time(Condition const& condition) {
    auto const keyword = attributes()[condition.attribute].keyword;
    return keyword == "StudyDate" || keyword == "StudyTime";
}

// The other conditions on the same name.
void add_names(SqlText& sql, FindRequest const& request, Driver const& driver) {
    for (std::size_t i = 0; i < request.conditions.size(); ++i) {
        auto const& condition = request.conditions[i];
        bool const other = i != driver.words->condition && condition.attribute == driver.attribute;
        if (other && !is_universal(condition)) sql.add(" AND ").add(name_predicate(condition.operand, "w.name"));
    }
}

void add_dates(SqlText& sql, FindRequest const& request) {
    for (auto const& condition : request.conditions)
        if (is_date_or_time(condition) && !is_universal(condition)) sql.add(" AND ").add(predicate(condition, "w"));
}

}  // namespace

std::vector<Driver> name_drivers(FindRequest const& request, std::size_t position) {
    auto const& condition = request.conditions[position];
    auto const& attribute = attributes()[condition.attribute];
    if (attribute.matching != Matching::person_name || is_universal(condition)) return {};
    Level const table = attribute.level == patient && request.level != patient ? study : attribute.level;
    auto const words = words_of(condition.operand);
    std::vector<Driver> found;
    auto const add = [&](NameWordRange range) {
        range.condition = position;
        Driver driver{};
        driver.table = table;
        driver.target = std::min(table, request.level);
        driver.strength = Strength::selective;
        driver.attribute = condition.attribute;
        driver.lists_dates = table == study;
        driver.listing = listing_of(table, range);
        driver.words = std::move(range);
        found.push_back(std::move(driver));
    };
    for (auto const& word : words)
        add({range_of(attribute, word), words_in_range(table, attribute, word), filter_of(condition.operand, word), 0,
             weight_of(words, condition.operand)});
    auto const part = has_name_parts(table) ? longest_part(condition.operand) : std::string{};
    if (!part.empty()) add(range_with_part(attribute, condition.operand, part));
    return found;
}

bool gives_newest_names(FindRequest const& request, Driver const& driver) {
    return driver.words && driver.table == study && request.level == study && request.order_by.empty() &&
        request.ordering == Ordering::newest_first;
}

SqlText name_keys_sql(FindRequest const& request, Driver const& driver) {
    SqlText sql;
    sql.add("SELECT w.row FROM ").add(name_word_table(driver.table)).add(" w WHERE ").add(driver.words->part);
    sql.add(" AND ").add(driver.words->filter);
    add_names(sql, request, driver);
    add_dates(sql, request);
    return sql.add(" ORDER BY w.study_date DESC, w.study_time DESC, w.row DESC");
}

StudiesOfWordSql studies_of_word_sql(FindRequest const& request, Driver const& driver) {
    SqlText sql;
    auto const& operand = request.conditions[driver.words->condition].operand;
    sql.add("SELECT w.row, w.study_date, w.study_time, ").add(name_predicate(operand, "w.name"));
    add_names(sql, request, driver);
    sql.add(" FROM study_name_word w INDEXED BY study_name_word_by_date WHERE w.attribute = ");
    sql.add_parameter(name_word_attribute(attributes()[driver.attribute].tag)).add(" AND w.word = ");
    auto const word = sql.parameters.size();
    sql.add_parameter(std::string{});
    add_dates(sql, request);
    sql.add(" ORDER BY w.study_date DESC, w.study_time DESC, w.row DESC");
    return {std::move(sql), word};
}

}  // namespace cassette
