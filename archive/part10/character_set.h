#pragma once

#include <string>
#include <string_view>

namespace cassette {

// Where a character set's escape sequences reset (PS3.5 6.1.2.5.3): values are separated by backslash, and the components of
// a person name by ^ and = too.
enum class TextKind { single_value, multiple_values, person_name };

// Turns the text of a data set into UTF-8 by its Specific Character Set (0008,0005), PS3.3 C.12.1.1.2. What is not valid
// in the declared set is read as UTF-8 or else as ISO 8859-1, so that something can always be shown; `trouble` then turns
// true. One thread at a time.
class TextDecoder {
public:
    explicit TextDecoder(std::string specific_character_set);
    // Always valid UTF-8.
    std::string to_utf8(std::string_view raw, TextKind kind);
    bool trouble() const { return trouble_; }
    std::string const& character_set() const { return character_set_; }

private:
    enum class Kind { ascii, utf8, other };
    std::string character_set_;
    Kind kind_;
    bool trouble_ = false;
};

}  // namespace cassette
