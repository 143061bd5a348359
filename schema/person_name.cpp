#include "schema/person_name.h"

#include "schema/fold.h"
#include "schema/wildcard.h"

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

// The part before the first delimiter; `rest` keeps what follows it. False when there is nothing left.
bool take_part(std::string_view& rest, bool& more, std::string_view& part, char delimiter) {
    if (!more) return false;
    auto const end = rest.find(delimiter);
    part = rest.substr(0, end);
    more = end != std::string_view::npos;
    rest.remove_prefix(more ? end + 1 : rest.size());
    return true;
}

// The parts of a text, empty ones too; no text has one empty part.
class Parts {
public:
    Parts(std::string_view text, char delimiter) : rest_{text}, delimiter_{delimiter} {}
    bool next(std::string_view& part) { return take_part(rest_, more_, part, delimiter_); }

private:
    std::string_view rest_;
    char delimiter_;
    bool more_ = true;
};

bool groups_match(std::string_view value, std::string_view pattern) {
    Parts groups{value, '='};
    Parts asked{pattern, '='};
    std::string_view group;
    std::string_view wanted;
    while (asked.next(wanted)) {
        if (!groups.next(group)) group = {};
        if (!wanted.empty() && !wildcard_matches(group, wanted)) return false;
    }
    return true;
}

bool any_group_matches(std::string_view value, std::string_view pattern) {
    Parts groups{value, '='};
    std::string_view group;
    while (groups.next(group))
        if (wildcard_matches(group, pattern)) return true;
    return false;
}

}  // namespace

bool name_matches(std::string_view folded, std::string_view pattern) {
    bool const by_group = pattern.find('=') != std::string_view::npos;
    Parts values{folded, '\\'};
    std::string_view value;
    while (values.next(value))
        if (by_group ? groups_match(value, pattern) : any_group_matches(value, pattern)) return true;
    return false;
}

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
