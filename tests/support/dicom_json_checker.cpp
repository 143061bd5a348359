#include "tests/support/dicom_json_checker.h"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>

namespace cassette::testing {

namespace {

namespace json = boost::json;

enum class Kind { text, tag, floating, integer, number_or_text, person_name, sequence, binary };

struct VRRule {
    std::string_view vr;
    Kind kind;
    bool may_be_bulk;  // PS3.18 F.2.2
    std::int64_t least = 0;
    std::int64_t greatest = 0;
};

// PS3.18 Table F.2.3-1.
constexpr std::array<VRRule, 34> rules{{
    {"AE", Kind::text, false},
    {"AS", Kind::text, false},
    {"AT", Kind::tag, false},
    {"CS", Kind::text, false},
    {"DA", Kind::text, false},
    {"DS", Kind::number_or_text, true},
    {"DT", Kind::text, false},
    {"FD", Kind::floating, true},
    {"FL", Kind::floating, true},
    {"IS", Kind::number_or_text, true},
    {"LO", Kind::text, false},
    {"LT", Kind::text, true},
    {"OB", Kind::binary, true},
    {"OD", Kind::binary, true},
    {"OF", Kind::binary, true},
    {"OL", Kind::binary, true},
    {"OV", Kind::binary, true},
    {"OW", Kind::binary, true},
    {"PN", Kind::person_name, false},
    {"SH", Kind::text, false},
    {"SL", Kind::integer, true, INT32_MIN, INT32_MAX},
    {"SQ", Kind::sequence, false},
    {"SS", Kind::integer, true, INT16_MIN, INT16_MAX},
    {"ST", Kind::text, true},
    {"SV", Kind::number_or_text, true},
    {"TM", Kind::text, false},
    {"UC", Kind::text, true},
    {"UI", Kind::text, false},
    {"UL", Kind::integer, true, 0, UINT32_MAX},
    {"UN", Kind::binary, true},
    {"UR", Kind::text, false},
    {"US", Kind::integer, true, 0, UINT16_MAX},
    {"UT", Kind::text, true},
    {"UV", Kind::number_or_text, true},
}};

constexpr std::int64_t exact_integer_max = std::int64_t{1} << 53;  // greater ones change in a JSON reader

bool is_tag(std::string_view text) {
    auto const digit = [](char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'F'); };
    return text.size() == 8 && std::ranges::all_of(text, digit);
}

bool is_base64(std::string_view text) {
    auto const digits = text.substr(0, std::min(text.find('='), text.size()));
    auto const padding = text.substr(digits.size());
    auto const digit = [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '+' || c == '/';
    };
    return !text.empty() && text.size() % 4 == 0 && (padding.empty() || padding == "=" || padding == "==") &&
        std::ranges::all_of(digits, digit);
}

bool is_exact(json::value const& value) {
    if (auto const* number = value.if_int64()) return *number <= exact_integer_max && *number >= -exact_integer_max;
    return !value.is_uint64();
}

bool is_floating(json::value const& value) {
    if (auto const* text = value.if_string()) return *text == "NaN" || *text == "Infinity" || *text == "-Infinity";
    return value.is_number();
}

bool is_integer(json::value const& value, VRRule const& rule) {
    auto const* number = value.if_int64();
    return number != nullptr && *number >= rule.least && *number <= rule.greatest;
}

bool is_person_name(json::value const& value) {
    auto const* groups = value.if_object();
    if (groups == nullptr || groups->empty()) return false;
    return std::ranges::all_of(*groups, [](auto const& group) {
        bool const known = group.key() == "Alphabetic" || group.key() == "Ideographic" || group.key() == "Phonetic";
        return known && group.value().is_string() && !group.value().get_string().empty();
    });
}

bool is_value(json::value const& value, VRRule const& rule) {
    switch (rule.kind) {
        case Kind::text: return value.is_string() && !value.get_string().empty();
        case Kind::tag: return value.is_string() && is_tag(value.get_string());
        case Kind::floating: return is_floating(value);
        case Kind::integer: return is_integer(value, rule);
        case Kind::number_or_text:
            return (value.is_number() && is_exact(value)) || (value.is_string() && !value.get_string().empty());
        case Kind::person_name: return is_person_name(value);
        case Kind::sequence: return value.is_object();
        case Kind::binary: return false;
    }
    return false;
}

class Checker {
public:
    std::vector<std::string> problems;

    void dataset(json::object const& attributes, std::string const& path) {
        std::string before;
        for (auto const& [name, attribute] : attributes) {
            std::string const tag{name};
            auto const here = path + tag;
            if (!is_tag(tag)) say(here, "is no tag of eight upper-case hexadecimal digits");
            if (tag.ends_with("0000")) say(here, "is a group length");
            if (tag <= before) say(here, "is not in ascending order");
            before = tag;
            auto const* members = attribute.if_object();
            if (members == nullptr)
                say(here, "is no object");
            else
                check(*members, here);
        }
    }

private:
    void say(std::string const& where, std::string const& what) { problems.push_back(where + " " + what); }

    void check(json::object const& attribute, std::string const& here) {
        auto const* vr = attribute.if_contains("vr");
        if (vr == nullptr || !vr->is_string()) return say(here, "has no vr");
        auto const* rule = std::ranges::find(rules, std::string_view{vr->get_string()}, &VRRule::vr);
        if (rule == rules.end()) return say(here, "has an unknown vr");
        std::size_t contents = 0;
        for (auto const& [name, member] : attribute) {
            if (name == "vr") continue;
            ++contents;
            if (name == "Value")
                values(member, *rule, here);
            else if (name == "InlineBinary")
                inline_binary(member, *rule, here);
            else if (name == "BulkDataURI")
                bulk(member, *rule, here);
            else
                say(here, "has an unknown member " + std::string{name});
        }
        if (contents > 1) say(here, "has more than one of Value, InlineBinary and BulkDataURI");
    }

    void values(json::value const& member, VRRule const& rule, std::string const& here) {
        auto const* list = member.if_array();
        if (list == nullptr || list->empty()) return say(here, "has a Value that is no array, or an empty one");
        if (rule.kind == Kind::binary) return say(here, "has a Value, but is binary");
        if (list->size() == 1 && (*list)[0].is_null()) return say(here, "has one null for a Value");
        for (std::size_t i = 0; i < list->size(); ++i) {
            auto const& value = (*list)[i];
            bool const left_empty = value.is_null() && rule.kind != Kind::sequence;  // PS3.18 F.2.5
            if (!left_empty && !is_value(value, rule)) say(here, "has a value that is none of " + std::string{rule.vr});
            if (rule.kind == Kind::sequence && value.is_object())
                dataset(value.get_object(), here + "." + std::to_string(i + 1) + ".");
        }
    }

    void inline_binary(json::value const& member, VRRule const& rule, std::string const& here) {
        if (rule.kind != Kind::binary) return say(here, "has InlineBinary, but is not binary");
        if (!member.is_string() || !is_base64(member.get_string())) say(here, "has InlineBinary that is no base64");
    }

    void bulk(json::value const& member, VRRule const& rule, std::string const& here) {
        if (!rule.may_be_bulk) return say(here, "has a BulkDataURI, which its vr may not have");
        if (!member.is_string() || member.get_string().empty()) say(here, "has a BulkDataURI that is no URI");
    }
};

}  // namespace

std::vector<std::string> dicom_json_problems(std::string_view text) {
    json::parse_options options;
    options.max_depth = 1024;
    json::error_code error;
    auto const parsed = json::parse(text, error, {}, options);
    if (error) return {"is no JSON: " + error.message()};
    Checker checker;
    if (auto const* one = parsed.if_object()) {
        checker.dataset(*one, "");
        return checker.problems;
    }
    auto const* list = parsed.if_array();
    if (list == nullptr) return {"is neither a data set nor an array of them"};
    for (std::size_t i = 0; i < list->size(); ++i) {
        auto const path = "[" + std::to_string(i) + "] ";
        if (auto const* object = (*list)[i].if_object())
            checker.dataset(*object, path);
        else
            checker.problems.push_back(path + "is no data set");
    }
    return checker.problems;
}

std::string dicom_json_report(std::string_view text) {
    constexpr std::size_t shown_max = 10;
    std::string report;
    auto const problems = dicom_json_problems(text);
    for (std::size_t i = 0; i < problems.size() && i < shown_max; ++i) report += problems[i] + "\n";
    return report;
}

}  // namespace cassette::testing
