#include "schema/name_words.h"

#include "schema/person_name.h"
#include "schema/utf8.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace cassette {

namespace {

// Beyond ASCII: hyphens and dashes, the apostrophes, the middle dots of Latin and Katakana, ideographic punctuation.
bool separates_words(std::uint32_t code_point) {
    constexpr std::array<std::uint32_t, 9> single{0x00A0, 0x00B7, 0x02BC, 0x2018, 0x2019,
                                                  0x3000, 0x3001, 0x30FB, 0xFF65};
    bool const dash = code_point >= 0x2010 && code_point <= 0x2015;
    return dash || std::ranges::find(single, code_point) != single.end();
}

// What a byte says of its character.
enum class Byte : std::uint8_t { separator, word, beyond_ascii };

constexpr std::array<Byte, 256> bytes = [] {
    std::array<Byte, 256> table{};
    for (std::size_t c = 0; c < table.size(); ++c) {
        bool const letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        bool const digit = c >= '0' && c <= '9';
        if (letter || digit) table[c] = Byte::word;
        if (c >= 0x80) table[c] = Byte::beyond_ascii;
    }
    return table;
}();

struct Step {
    std::size_t length;
    bool in_word;
};

Step step_at(std::string_view text) {
    auto const byte = bytes[static_cast<unsigned char>(text.front())];
    if (byte != Byte::beyond_ascii) return {1, byte == Byte::word};
    auto const [code_point, length] = first_code_point(text);
    if (length == 0) return {1, true};
    return {length, !separates_words(code_point)};
}

// Where the word ends that begins at `from`.
std::size_t end_of_word(std::string_view text, std::size_t from) {
    while (from < text.size()) {
        auto const step = step_at(text.substr(from));
        if (!step.in_word) break;
        from += step.length;
    }
    return from;
}

// Takes the next word off `text`; empty when there is none.
std::string_view take_word(std::string_view& text) {
    while (!text.empty()) {
        auto const step = step_at(text);
        if (step.in_word) break;
        text.remove_prefix(step.length);
    }
    auto const word = text.substr(0, end_of_word(text, 0));
    text.remove_prefix(word.size());
    return word;
}

// Whether a word can begin here: nothing of one is before it.
bool begins_word(std::string_view text, std::size_t at) {
    if (at == 0) return true;
    auto first = at - 1;
    while (first > 0 && (static_cast<unsigned char>(text[first]) & 0xC0U) == 0x80U) --first;
    return !step_at(text.substr(first, at - first)).in_word;
}

// The next word at or after `from` that begins so; npos when there is none. Looking for the letters is quicker than
// going from word to word.
std::size_t find_word(std::string_view text, std::string_view beginning, std::size_t from) {
    auto at = text.find(beginning, from);
    while (at != std::string_view::npos && !begins_word(text, at)) at = text.find(beginning, at + 1);
    return at;
}

// Takes the part before the first delimiter off `text`, and the delimiter.
std::string_view take_until(std::string_view& text, char delimiter) {
    auto const end = text.find(delimiter);
    auto const part = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    return part;
}

bool group_has_words(std::string_view group, std::string_view words) {
    while (!words.empty())
        if (find_word(group, take_until(words, ' '), 0) == std::string_view::npos) return false;
    return true;
}

bool value_has_words(std::string_view value, std::string_view key) {
    bool const by_group = key.find('=') != std::string_view::npos;
    while (!value.empty() || (by_group && !key.empty())) {
        auto const group = take_until(value, '=');
        auto const words = by_group ? take_until(key, '=') : key;
        bool const holds = group_has_words(group, words);
        if (holds != by_group) return holds;  // any group will do; or each must
        if (by_group && key.empty()) return true;
    }
    return false;
}

bool is_wildcard(char c) { return c == '*' || c == '?'; }

// Reads one group of a folded pattern: which words are there whatever the wildcards stand for.
class PatternReader {
public:
    std::vector<NameWord> take() { return std::move(words_); }
    std::vector<std::string> take_parts() { return std::move(parts_); }

    void read(std::string_view group) {
        known_beginning_ = true;
        word_.clear();
        while (!group.empty()) {
            auto const step = step_at(group);
            if (step.in_word)
                word_ += group.substr(0, step.length);
            else
                end_word(!is_wildcard(group.front()));
            group.remove_prefix(step.length);
        }
        end_word(true);
    }

private:
    void end_word(bool complete) {
        if (known_beginning_ && !word_.empty()) words_.push_back({word_, complete});
        if (!known_beginning_ && !word_.empty()) parts_.push_back(word_);
        word_.clear();
        known_beginning_ = complete;
    }

    std::vector<NameWord> words_;
    std::vector<std::string> parts_;
    std::string word_;
    bool known_beginning_ = true;
};

}  // namespace

void for_each_name_word(std::string_view folded, WordSink const& sink) {
    for (auto word = take_word(folded); !word.empty(); word = take_word(folded)) sink(word);
}

std::string_view least_name_word(std::string_view folded, std::string_view prefix) {
    std::string_view least;
    for (auto at = find_word(folded, prefix, 0); at != std::string_view::npos; at = find_word(folded, prefix, at + 1)) {
        auto const word = folded.substr(at, end_of_word(folded, at) - at);
        if (least.empty() || word < least) least = word;
    }
    return least;
}

std::string_view least_name_word_with(std::string_view folded, std::string_view part) {
    std::string_view least;
    for (auto word = take_word(folded); !word.empty(); word = take_word(folded)) {
        bool const holds = word.find(part) != std::string_view::npos;
        if (holds && (least.empty() || word < least)) least = word;
    }
    return least;
}

std::string_view name_part(std::string_view text) {
    std::size_t end = 0;
    for (std::size_t i = 0; i < name_part_length && end < text.size(); ++i)
        end += std::max<std::size_t>(first_code_point(text.substr(end)).length, 1);
    return text.substr(0, end);
}

std::vector<std::string_view> name_word_parts(std::string_view word) {
    std::vector<std::string_view> parts;
    while (!word.empty()) {
        parts.push_back(name_part(word));
        word.remove_prefix(std::max<std::size_t>(first_code_point(word).length, 1));
    }
    return parts;
}

std::string fuzzy_name_key(std::string_view value) {
    std::string const folded = fold_person_name(value);
    std::string_view groups = folded;
    std::string key;
    bool any = false;
    while (!groups.empty()) {
        bool const more = groups.find('=') != std::string_view::npos;
        auto group = take_until(groups, '=');
        std::string words;
        for (auto word = take_word(group); !word.empty(); word = take_word(group))
            words += (words.empty() ? "" : " ") + std::string{word};
        any = any || !words.empty();
        key += words;
        if (more) key += '=';
    }
    return any ? key : std::string{};
}

bool has_inner_wildcard(std::string_view value) {
    for (std::size_t i = 0; i < value.size(); ++i) {
        if (!is_wildcard(value[i])) continue;
        bool const after_word = i > 0 && step_at(value.substr(i - 1)).in_word;
        bool const before_word =
            i + 1 < value.size() && (is_wildcard(value[i + 1]) || step_at(value.substr(i + 1)).in_word);
        if (value[i] == '?' || !after_word || before_word) return true;
    }
    return false;
}

bool name_has_words(std::string_view folded, std::string_view key) {
    while (!folded.empty())
        if (value_has_words(take_until(folded, '\\'), key)) return true;
    return false;
}

std::vector<NameWord> words_of_fuzzy_key(std::string_view key) {
    std::vector<NameWord> words;
    for (auto word = take_word(key); !word.empty(); word = take_word(key)) words.push_back({std::string{word}, false});
    return words;
}

std::vector<NameWord> words_of_pattern(std::string_view folded) {
    PatternReader reader;
    while (!folded.empty()) reader.read(take_until(folded, '='));
    return reader.take();
}

std::vector<std::string> parts_of_pattern(std::string_view folded) {
    PatternReader reader;
    while (!folded.empty()) reader.read(take_until(folded, '='));
    return reader.take_parts();
}

}  // namespace cassette
