#include "schema/person_name.h"

#include "schema/fold.h"

namespace cassette {

namespace {

// Spaces at both ends and before a delimiter do not count (PS3.5 6.2, VR PN); runs become one.
std::string without_idle_spaces(std::string_view text) {
    std::string kept;
    bool space = false;
    for (char const c : text) {
        if (c == ' ' || c == '\t') {
            space = true;
            continue;
        }
        bool const delimiter = c == '^' || c == '=' || c == '\\';
        bool const at_start = kept.empty() || kept.back() == '^' || kept.back() == '=' || kept.back() == '\\';
        if (space && !delimiter && !at_start) kept += ' ';
        space = false;
        kept += c;
    }
    return kept;
}

void drop_trailing(std::string& text, char delimiter) {
    while (!text.empty() && text.back() == delimiter) text.pop_back();
}

// Drops the empty components that end a group, then the empty groups that end a value.
std::string without_empty_ends(std::string_view value) {
    std::string kept;
    while (true) {
        auto const equals = value.find('=');
        std::string group{value.substr(0, equals)};
        drop_trailing(group, '^');
        kept += group;
        if (equals == std::string_view::npos) break;
        kept += '=';
        value.remove_prefix(equals + 1);
    }
    drop_trailing(kept, '=');
    return kept;
}

}  // namespace

std::string fold_person_name(std::string_view value) {
    std::string const folded = without_idle_spaces(fold(value));
    std::string_view rest = folded;
    std::string names;
    while (true) {
        auto const backslash = rest.find('\\');
        names += without_empty_ends(rest.substr(0, backslash));
        if (backslash == std::string_view::npos) return names;
        names += '\\';
        rest.remove_prefix(backslash + 1);
    }
}

}  // namespace cassette
