#include "schema/uid.h"

#include <algorithm>

namespace cassette {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_component(std::string_view component) {
    if (component.empty()) return false;
    if (component.size() > 1 && component.front() == '0') return false;
    for (char const c : component)
        if (!is_digit(c)) return false;
    return true;
}

}  // namespace

bool is_valid_uid(std::string_view text) {
    if (text.empty() || text.size() > 64) return false;
    while (true) {
        auto const dot = text.find('.');
        if (!is_component(text.substr(0, dot))) return false;
        if (dot == std::string_view::npos) return true;
        text.remove_prefix(dot + 1);
    }
}

bool is_usable_uid(std::string_view text) {
    if (text.empty() || text.size() > 64 || text.front() == '.' || text.back() == '.') return false;
    auto const harmless = [](char c) {
        return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '.' || c == '-' || c == '_';
    };
    return std::all_of(text.begin(), text.end(), harmless) && text.find("..") == std::string_view::npos;
}

std::string_view without_uid_padding(std::string_view text) {
    while (!text.empty() && (text.back() == '\0' || text.back() == ' ')) text.remove_suffix(1);
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    return text;
}

}  // namespace cassette
