#pragma once

#include <string>
#include <string_view>

namespace cassette {

// Case- and accent-folds UTF-8: compatibility decomposition, full lower case, combining marks dropped. Bytes that are not
// UTF-8 become U+FFFD. Full-width Latin and half-width Katakana fold onto their usual forms.
[[nodiscard]] std::string fold(std::string_view utf8);

}  // namespace cassette
