#include "storage/value_list.h"

#include <algorithm>
#include <iterator>
#include <utility>
#include <vector>

namespace cassette {

namespace {

std::vector<std::string> split(std::string_view list) {
    std::vector<std::string> values;
    while (!list.empty()) {
        auto const backslash = list.find('\\');
        values.emplace_back(list.substr(0, backslash));
        if (backslash == std::string_view::npos) break;
        list.remove_prefix(backslash + 1);
    }
    return values;
}

std::string join(std::vector<std::string> const& values) {
    std::string list;
    for (auto const& value : values) {
        if (!list.empty()) list += '\\';
        list += value;
    }
    return list;
}

}  // namespace

bool contains_value(std::string_view list, std::string_view value) {
    while (true) {
        auto const backslash = list.find('\\');
        if (list.substr(0, backslash) == value) return true;
        if (backslash == std::string_view::npos) return false;
        list.remove_prefix(backslash + 1);
    }
}

bool insert_value(std::string& list, std::string_view value) {
    if (value.empty() || contains_value(list, value)) return false;
    auto values = split(list);
    std::ranges::copy(split(value), std::back_inserter(values));
    std::ranges::sort(values);
    values.erase(std::unique(values.begin(), values.end()), values.end());
    return std::exchange(list, join(values)) != list;
}

void remove_value(std::string& list, std::string_view value) {
    auto values = split(list);
    for (auto const& gone : split(value)) std::erase(values, gone);
    list = join(values);
}

}  // namespace cassette
