#include "storage/match_functions.h"

#include "schema/date_time.h"
#include "schema/name_words.h"
#include "schema/person_name.h"
#include "storage/value_list.h"

#include <array>
#include <string>
#include <string_view>

namespace cassette {

namespace {

std::string_view text_of(sqlite3_value* value) {
    auto const* bytes = reinterpret_cast<char const*>(sqlite3_value_text(value));
    if (bytes == nullptr) return {};
    return {bytes, static_cast<std::size_t>(sqlite3_value_bytes(value))};
}

bool is_null(sqlite3_value* value) { return sqlite3_value_type(value) == SQLITE_NULL; }

void any_value_glob(sqlite3_context* context, int, sqlite3_value** arguments) {
    auto const* pattern = reinterpret_cast<char const*>(sqlite3_value_text(arguments[1]));
    if (is_null(arguments[0]) || pattern == nullptr) return sqlite3_result_int(context, 0);
    std::string_view rest = text_of(arguments[0]);
    while (true) {
        auto const backslash = rest.find('\\');
        std::string const value{rest.substr(0, backslash)};
        if (sqlite3_strglob(pattern, value.c_str()) == 0) return sqlite3_result_int(context, 1);
        if (backslash == std::string_view::npos) return sqlite3_result_int(context, 0);
        rest.remove_prefix(backslash + 1);
    }
}

template <bool (*matches)(std::string_view, std::string_view)>
void matching(sqlite3_context* context, int, sqlite3_value** arguments) {
    bool const matched = !is_null(arguments[0]) && matches(text_of(arguments[0]), text_of(arguments[1]));
    sqlite3_result_int(context, matched ? 1 : 0);
}

void least_word(sqlite3_context* context, int, sqlite3_value** arguments) {
    auto const word = least_name_word(text_of(arguments[0]), text_of(arguments[1]));
    // A text of its own even when there is none: a null pointer would be NULL.
    sqlite3_result_text(context, word.empty() ? "" : word.data(), static_cast<int>(word.size()), SQLITE_TRANSIENT);
}

void in_range(sqlite3_context* context, int, sqlite3_value** arguments) {
    bool const within = !is_null(arguments[0]) &&
        date_time_between(text_of(arguments[0]), text_of(arguments[1]), text_of(arguments[2]));
    sqlite3_result_int(context, within ? 1 : 0);
}

void least_word_with(sqlite3_context* context, int, sqlite3_value** arguments) {
    auto const word = least_name_word_with(text_of(arguments[0]), text_of(arguments[1]));
    sqlite3_result_text(context, word.empty() ? "" : word.data(), static_cast<int>(word.size()), SQLITE_TRANSIENT);
}

struct Function {
    char const* name;
    int arguments;
    void (*body)(sqlite3_context*, int, sqlite3_value**);
};

constexpr std::array<Function, 7> functions{{
    {"any_value_glob", 2, any_value_glob},
    {"has_value", 2, matching<contains_value>},
    {"name_matches", 2, matching<name_matches>},
    {"name_has_words", 2, matching<name_has_words>},
    {"least_name_word", 2, least_word},
    {"date_time_between", 3, in_range},
    {"least_name_word_with", 2, least_word_with},
}};

}  // namespace

int add_match_functions(sqlite3* db) {
    constexpr int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;
    for (auto const& [name, arguments, body] : functions) {
        int const code =
            sqlite3_create_function_v2(db, name, arguments, flags, nullptr, body, nullptr, nullptr, nullptr);
        if (code != SQLITE_OK) return code;
    }
    return SQLITE_OK;
}

}  // namespace cassette
