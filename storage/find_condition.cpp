#include "storage/find_condition.h"

#include "storage/index_rows.h"

#include <algorithm>
#include <array>

namespace cassette {

namespace {

// The indexed attributes of value multiplicity above 1 (PS3.6), and the lists the index keeps itself.
constexpr std::array<std::string_view, 10> several_values{"OtherPatientIDs",
                                                          "OtherPatientNames",
                                                          "PhysiciansOfRecord",
                                                          "NameOfPhysiciansReadingStudy",
                                                          "AdmittingDiagnosesDescription",
                                                          "PerformingPhysicianName",
                                                          "OperatorsName",
                                                          "ImageType",
                                                          "ModalitiesInStudy",
                                                          "SOPClassesInStudy"};

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

SqlText prefix_range(std::string const& column, std::string_view prefix) {
    SqlText sql;
    sql.add(column + " >= ").add_parameter(std::string{prefix});
    auto next = successor(prefix);
    if (!next.empty()) sql.add(" AND " + column + " < ").add_parameter(std::move(next));
    return sql;
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

SqlText any_of_several(std::string const& column, Operand const& operand) {
    SqlText sql;
    if (auto const* list = std::get_if<OneOf>(&operand))
        return sql.add("EXISTS (SELECT 1 FROM json_each(")
            .add_parameter(json_array(list->values, false))
            .add(") AS wanted WHERE instr('\\' || " + column + " || '\\', '\\' || wanted.value || '\\') > 0)");
    if (auto const* pattern = std::get_if<Wildcard>(&operand))
        return sql.add("any_value_glob(" + column + ", ").add_parameter(glob_pattern(pattern->pattern)).add(")");
    return between(column, std::get<Between>(operand), false);
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
    return false;
}

bool has_several_values(Attribute const& attribute) {
    return std::ranges::find(several_values, attribute.keyword) != several_values.end();
}

SqlText predicate(Condition const& condition, std::string_view alias) {
    std::string const column = std::string{alias} + "." + condition_column(condition);
    if (has_several_values(attribute_of(condition))) return any_of_several(column, condition.operand);
    if (auto const* list = std::get_if<OneOf>(&condition.operand)) return one_of(column, *list, is_number(condition));
    if (auto const* pattern = std::get_if<Wildcard>(&condition.operand))
        return wildcard(column, *pattern, is_number(condition));
    return between(column, std::get<Between>(condition.operand), is_number(condition));
}

std::optional<SqlText> indexable_part(Condition const& condition, std::string const& column) {
    if (auto const* list = std::get_if<OneOf>(&condition.operand)) return one_of(column, *list, is_number(condition));
    if (auto const* range = std::get_if<Between>(&condition.operand))
        return between(column, *range, is_number(condition));
    auto const& pattern = std::get<Wildcard>(condition.operand).pattern;
    auto const prefix = literal_prefix(pattern);
    if (prefix.size() == pattern.size()) return one_of(column, OneOf{{pattern}}, is_number(condition));
    if (prefix.empty() || is_number(condition)) return std::nullopt;
    return prefix_range(column, prefix);
}

std::string_view literal_prefix(std::string_view pattern) { return pattern.substr(0, pattern.find_first_of("*?")); }

std::string const* single_value(Condition const& condition) {
    auto const* list = std::get_if<OneOf>(&condition.operand);
    return list != nullptr && list->values.size() == 1 ? &list->values.front() : nullptr;
}

}  // namespace cassette
