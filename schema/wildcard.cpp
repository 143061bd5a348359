#include "schema/wildcard.h"

#include "schema/utf8.h"

#include <algorithm>

namespace cassette {

namespace {

// Bytes of the first character; one where the text is not UTF-8.
std::size_t character_length(std::string_view text) {
    if (static_cast<unsigned char>(text.front()) < 0x80U) return 1;
    return std::max<std::size_t>(first_code_point(text).length, 1);
}

}  // namespace

// Only the last star can have to take more: whatever an earlier one could take, it can.
bool wildcard_matches(std::string_view text, std::string_view pattern) {
    std::size_t at = 0;
    std::size_t in = 0;
    std::size_t star = std::string_view::npos;
    std::size_t retry = 0;
    while (at < text.size()) {
        if (in < pattern.size() && pattern[in] == '*') {
            star = ++in;
            retry = at;
        } else if (in < pattern.size() && pattern[in] == '?') {
            at += character_length(text.substr(at));
            ++in;
        } else if (in < pattern.size() && pattern[in] == text[at]) {
            ++at;
            ++in;
        } else if (star != std::string_view::npos) {
            retry += character_length(text.substr(retry));
            at = retry;
            in = star;
        } else {
            return false;
        }
    }
    return pattern.find_first_not_of('*', in) == std::string_view::npos;
}

}  // namespace cassette
