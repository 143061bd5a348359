#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace cassette {

// The words of person names, and fuzzy matching by them (docs/decisions/0007-fuzzy-person-names.md): each word of the key
// must be the beginning of some word of one and the same component group of the name, alphabetic, ideographic or
// phonetic. The order does not matter, nor do case and accents. A word is a run of letters and digits; components,
// spaces, hyphens, apostrophes, commas, full stops and the like separate words. `folded` is what fold_person_name
// (schema/person_name.h) gives.

using WordSink = std::function<void(std::string_view)>;
// Every word of a folded name, of all values, groups and components alike; the same word may come again.
void for_each_name_word(std::string_view folded, WordSink const& sink);
// The least word of a folded name that begins with `prefix`; empty when none does.
[[nodiscard]] std::string_view least_name_word(std::string_view folded, std::string_view prefix);

// The least word of a folded name that holds `part`; empty when none does.
[[nodiscard]] std::string_view least_name_word_with(std::string_view folded, std::string_view part);

// The ends of a word, from the whole of it to its last character, each cut to so many characters: whatever the word
// holds, the first that many characters of it begin one of them.
inline constexpr std::size_t name_part_length = 16;
[[nodiscard]] std::vector<std::string_view> name_word_parts(std::string_view word);
[[nodiscard]] std::string_view name_part(std::string_view text);  // its first so many characters

// What a fuzzy key asks for: its folded words separated by spaces, its groups by '='. Empty when it has no word. A
// wildcard at the end of a word is what is meant anyway.
[[nodiscard]] std::string fuzzy_name_key(std::string_view value);
// Whether a wildcard stands where no word of the key ends: such a key is matched as it is written.
[[nodiscard]] bool has_inner_wildcard(std::string_view value);
// The words of a key that begin words of the name. A key with '=' is put to the groups one by one.
[[nodiscard]] bool name_has_words(std::string_view folded, std::string_view key);

// A word that every name has which a key asks for.
struct NameWord {
    std::string text;
    bool complete;  // otherwise a word begins so
};
[[nodiscard]] std::vector<NameWord> words_of_fuzzy_key(std::string_view key);
// As far as wildcards leave words whole or their beginnings.
[[nodiscard]] std::vector<NameWord> words_of_pattern(std::string_view folded);
// What a pattern leaves of words whose beginning is not known.
[[nodiscard]] std::vector<std::string> parts_of_pattern(std::string_view folded);

}  // namespace cassette
