#include "storage/find_condition.h"

#include "storage/index_rows.h"

namespace cassette {

namespace {

Attribute const& attribute_of(Condition const& condition) { return attributes()[condition.attribute]; }

bool is_number(Condition const& condition) { return attribute_of(condition).matching == Matching::number; }

void add_json_string(std::string& json, std::string_view text) {
    constexpr std::string_view digits = "0123456789abcdef";
    json += '"';
    for (char const c : text) {
        if (c == '"' || c == '\\') {
            json += '\\';
            json += c;
        } else if (static_cast<unsigned char>(c) < 0x20U) {
            json += "\\u00";
            json += digits[static_cast<unsigned char>(c) >> 4U];
            json += digits[static_cast<unsigned char>(c) & 15U];
        } else {
            json += c;
        }
    }
    json += '"';
}

// A list of any length is one parameter.
std::string json_array(std::vector<std::string> const& values, bool numbers) {
    std::string json = "[";
    for (auto const& value : values) {
        auto const number = numbers ? parse_number(value) : std::nullopt;
        if (numbers && !number) continue;
        if (json.size() > 1) json += ',';
        if (number)
            json += std::to_string(*number);
        else
            add_json_string(json, value);
    }
    return json + "]";
}

SqlText::Value operand_value(std::string const& value, bool number) {
    if (!number) return value;
    auto const parsed = parse_number(value);
    if (parsed) return *parsed;
    return value;  // text never equals an INTEGER column
}

// DICOM's * and ? are GLOB's; GLOB's brackets are literal in DICOM (PS3.4 C.2.2.2.4).
std::string glob_pattern(std::string_view pattern) {
    std::string glob;
    for (char const c : pattern) {
        if (c == '[')
            glob += "[[]";
        else
            glob += c;
    }
    return glob;
}

// The least text greater than every text that begins with `prefix`, by bytes.
std::string successor(std::string_view prefix) {
    std::string next{prefix};
    while (!next.empty() && static_cast<unsigned char>(next.back()) == 0xFFU) next.pop_back();
    if (!next.empty()) next.back() = static_cast<char>(static_cast<unsigned char>(next.back()) + 1U);
    return next;
}

SqlText one_of(std::string const& column, OneOf const& operand, bool number) {
    SqlText sql;
    if (operand.values.size() == 1)
        return sql.add(column + " = ").add_parameter(operand_value(operand.values.front(), number));
    return sql.add(column + " IN (SELECT value FROM json_each(")
        .add_parameter(json_array(operand.values, number))
        .add("))");
}

SqlText between(std::string const& column, Between const& operand, bool number) {
    SqlText sql;
    if (operand.first) sql.add(column + " >= ").add_parameter(operand_value(*operand.first, number));
    if (operand.first && operand.last) sql.add(" AND ");
    if (operand.last) sql.add(column + " <= ").add_parameter(operand_value(*operand.last, number));
    return sql;
}

SqlText wildcard(std::string const& column, Wildcard const& operand, bool number) {
    SqlText sql;
    auto const prefix = literal_prefix(operand.pattern);
    if (prefix.size() == operand.pattern.size()) return one_of(column, OneOf{{operand.pattern}}, number);
    if (!prefix.empty() && !number) sql.add(prefix_range(column, prefix)).add(" AND ");
    return sql.add(column + " GLOB ").add_parameter(glob_pattern(operand.pattern));
}

SqlText no_value(Attribute const& attribute, std::string const& column) {
    SqlText sql;
    // The lists that the index keeps itself are empty, not absent.
    if (attribute.matching == Matching::membership) return sql.add("coalesce(" + column + ", '') = ''");
    return sql.add(column + " IS NULL");
}

SqlText call(std::string_view function, std::string const& column, std::string parameter) {
    SqlText sql;
    return sql.add(std::string{function} + "(" + column + ", ").add_parameter(std::move(parameter)).add(")");
}

// The calls for each of the values.
SqlText joined(std::vector<std::string> const& values, std::string_view conjunction, std::string const& column) {
    SqlText sql;
    sql.add("(");
    for (std::size_t i = 0; i < values.size(); ++i)
        sql.add(i == 0 ? "" : conjunction).add(call("name_matches", column, values[i]));
    return sql.add(")");
}

enum class Wanted { any, all };

// Whether the wanted values are among the column's.
SqlText among_several(std::string const& column, std::vector<std::string> const& values, Wanted wanted) {
    bool const all = wanted == Wanted::all;
    SqlText sql;
    if (values.size() == 1) return call("has_value", column, values.front());
    return sql.add(all ? "NOT EXISTS" : "EXISTS")
        .add(" (SELECT 1 FROM json_each(")
        .add_parameter(json_array(values, false))
        .add(") AS wanted WHERE " + std::string{all ? "NOT " : ""} + "has_value(" + column + ", wanted.value))");
}

SqlText several(std::string const& column, Operand const& operand) {
    if (auto const* list = std::get_if<OneOf>(&operand)) return among_several(column, list->values, Wanted::any);
    if (auto const* list = std::get_if<AllOf>(&operand)) return among_several(column, list->values, Wanted::all);
    if (auto const* pattern = std::get_if<Wildcard>(&operand))
        return call("any_value_glob", column, glob_pattern(pattern->pattern));
    auto const* range = std::get_if<Between>(&operand);
    return between(column, range != nullptr ? *range : Between{}, false);
}

SqlText between_date_times(std::string const& column, BetweenDateTimes const& range) {
    SqlText sql;
    sql.add("date_time_between(" + column + ", ").add_parameter(range.first);
    return sql.add(", ").add_parameter(range.last).add(")");
}

SqlText days(std::string const& column, BetweenMoments const& range) {
    Between between_days;
    if (range.first) between_days.first = range.first->date;
    if (range.last) between_days.last = range.last->date;
    return between(column, between_days, false);
}

// On the first and the last day the time decides; in between any time will do.
SqlText between_moments(std::string const& date, std::string const& time, BetweenMoments const& range) {
    SqlText sql = days(date, range);
    auto const add = [&](Moment const& end, std::string const& inside, std::string const& bound) {
        sql.add(" AND (" + date + inside).add_parameter(end.date);
        sql.add(" OR " + time + " IS NULL OR " + time + bound).add_parameter(end.time).add(")");
    };
    if (range.first) add(*range.first, " > ", " >= ");
    if (range.last) add(*range.last, " < ", " <= ");
    return sql;
}

// The operand on a column that holds one value.
SqlText single(std::string const& column, Operand const& operand, bool number) {
    if (auto const* list = std::get_if<OneOf>(&operand)) return one_of(column, *list, number);
    if (auto const* pattern = std::get_if<Wildcard>(&operand)) return wildcard(column, *pattern, number);
    if (auto const* words = std::get_if<NameWords>(&operand)) return call("name_has_words", column, words->key);
    if (auto const* range = std::get_if<BetweenDateTimes>(&operand)) return between_date_times(column, *range);
    SqlText sql;
    if (auto const* all = std::get_if<AllOf>(&operand)) {
        for (std::size_t i = 0; i < all->values.size(); ++i)
            sql.add(i == 0 ? "" : " AND ").add(one_of(column, OneOf{{all->values[i]}}, number));
        return sql;
    }
    if (auto const* range = std::get_if<Between>(&operand)) return between(column, *range, number);
    return sql.add(column + " IS NULL");
}

}  // namespace

std::string condition_column(Condition const& condition) {
    auto const& attribute = attribute_of(condition);
    std::string column{attribute.column};
    return attribute.matching == Matching::person_name ? column + "_fold" : column;
}

bool is_universal(Condition const& condition) {
    if (auto const* pattern = std::get_if<Wildcard>(&condition.operand))
        return pattern->pattern.find_first_not_of('*') == std::string::npos;
    if (auto const* range = std::get_if<Between>(&condition.operand)) return !range->first && !range->last;
    if (auto const* range = std::get_if<BetweenMoments>(&condition.operand)) return !range->first && !range->last;
    return false;
}

SqlText prefix_range(std::string const& column, std::string_view prefix) {
    SqlText sql;
    sql.add(column + " >= ").add_parameter(std::string{prefix});
    auto next = successor(prefix);
    if (!next.empty()) sql.add(" AND " + column + " < ").add_parameter(std::move(next));
    return sql;
}

SqlText name_predicate(Operand const& operand, std::string const& column) {
    if (auto const* list = std::get_if<OneOf>(&operand)) return joined(list->values, " OR ", column);
    if (auto const* list = std::get_if<AllOf>(&operand)) return joined(list->values, " AND ", column);
    if (auto const* pattern = std::get_if<Wildcard>(&operand)) return call("name_matches", column, pattern->pattern);
    return single(column, operand, false);
}

SqlText predicate(Condition const& condition, std::string_view alias) {
    auto const& attribute = attribute_of(condition);
    std::string const column = std::string{alias} + "." + condition_column(condition);
    if (std::holds_alternative<NoValue>(condition.operand)) return no_value(attribute, column);
    if (attribute.matching == Matching::person_name) return name_predicate(condition.operand, column);
    if (auto const* range = std::get_if<BetweenMoments>(&condition.operand))
        return between_moments(column, std::string{alias} + "." + std::string{attributes()[range->time].column},
                               *range);
    if (has_several_values(attribute)) return several(column, condition.operand);
    return single(column, condition.operand, is_number(condition));
}

std::optional<SqlText> indexable_part(Condition const& condition, std::string const& column) {
    auto const& attribute = attribute_of(condition);
    bool const number = is_number(condition);
    if (attribute.matching == Matching::person_name) return std::nullopt;
    if (auto const* list = std::get_if<OneOf>(&condition.operand)) return one_of(column, *list, number);
    if (auto const* range = std::get_if<Between>(&condition.operand)) return between(column, *range, number);
    if (auto const* range = std::get_if<BetweenMoments>(&condition.operand)) return days(column, *range);
    if (std::holds_alternative<NoValue>(condition.operand) && attribute.matching != Matching::membership)
        return no_value(attribute, column);
    auto const* wildcard = std::get_if<Wildcard>(&condition.operand);
    if (wildcard == nullptr) return std::nullopt;
    auto const prefix = literal_prefix(wildcard->pattern);
    if (prefix.size() == wildcard->pattern.size()) return one_of(column, OneOf{{wildcard->pattern}}, number);
    if (prefix.empty() || number) return std::nullopt;
    return prefix_range(column, prefix);
}

SqlText predicate_on_text(Operand const& operand, std::string const& column) { return single(column, operand, false); }

std::string_view literal_prefix(std::string_view pattern) { return pattern.substr(0, pattern.find_first_of("*?")); }

std::string const* single_value(Condition const& condition) {
    auto const* list = std::get_if<OneOf>(&condition.operand);
    return list != nullptr && list->values.size() == 1 ? &list->values.front() : nullptr;
}

}  // namespace cassette
