#pragma once

#include <string>
#include <string_view>

namespace cassette {

// Sorted values separated by backslash, each once: how Modalities in Study and SOP Classes in Study are kept.

[[nodiscard]] bool contains_value(std::string_view list, std::string_view value);
// Whether the list is another one for it.
bool insert_value(std::string& list, std::string_view value);
void remove_value(std::string& list, std::string_view value);

}  // namespace cassette
