// Laws: folding is idempotent, and what is folded is UTF-8 without the spaces and delimiters that do not count. A name
// matches itself, as it is and by its words, and has every word that its own pattern is sure of.

#include "schema/name_words.h"
#include "schema/person_name.h"
#include "schema/utf8.h"

#include <cstdint>
#include <cstdlib>

using namespace cassette;

namespace {

void require(bool holds) {
    if (!holds) std::abort();
}

void require_reflexive(std::string_view folded) {
    if (folded.empty() || folded.find_first_of("*?\\") != std::string_view::npos) return;
    require(name_matches(folded, folded));
    auto const key = fuzzy_name_key(folded);
    require(key.empty() || name_has_words(folded, key));
    for (auto const& word : words_of_pattern(folded))
        require(word.complete && !least_name_word(folded, word.text).empty());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    auto const folded = fold_person_name({reinterpret_cast<char const*>(data), size});
    require(is_utf8(folded));
    require(fold_person_name(folded) == folded);
    require(folded.find("  ") == std::string::npos);
    require(!folded.ends_with('^') && !folded.ends_with('='));
    require_reflexive(folded);
    return 0;
}
