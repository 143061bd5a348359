#include "dicomweb/http/message.h"

#include <algorithm>

namespace cassette::http {

namespace {

constexpr char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool same_name(std::string_view a, std::string_view b) {
    auto equal = [](char x, char y) { return lower(x) == lower(y); };
    return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(), equal);
}

}  // namespace

void Fields::add(std::string name, std::string value) { fields_.emplace_back(std::move(name), std::move(value)); }

void Fields::set(std::string name, std::string value) {
    std::erase_if(fields_, [&](auto const& field) { return same_name(field.first, name); });
    add(std::move(name), std::move(value));
}

std::string_view Fields::get(std::string_view name) const {
    for (auto const& [known, value] : fields_) {
        if (same_name(known, name)) return value;
    }
    return {};
}

std::string Fields::joined(std::string_view name) const {
    std::string all;
    bool first = true;
    for (auto const& [known, value] : fields_) {
        if (!same_name(known, name)) continue;
        if (!first) all += ", ";
        all += value;
        first = false;
    }
    return all;
}

bool Fields::has(std::string_view name) const {
    return std::any_of(fields_.begin(), fields_.end(), [&](auto const& field) { return same_name(field.first, name); });
}

std::optional<std::string> Request::parameter(std::string_view name) const {
    for (auto const& [known, value] : query) {
        if (known == name) return value;
    }
    return std::nullopt;
}

}  // namespace cassette::http
