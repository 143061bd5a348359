#pragma once

#include "archive/part10/character_set.h"

#include <string>
#include <string_view>

namespace cassette {

// Turns the text of one data set into UTF-8 by its Specific Character Set (0008,0005), PS3.3 C.12.1.1.2, and remembers
// whether all of it was valid there. One thread at a time.
class TextDecoder {
public:
    explicit TextDecoder(std::string_view specific_character_set) : character_set_{specific_character_set} {}
    // Always valid UTF-8: what is not valid in the set is read as UTF-8, or else as ISO 8859-1, so that something can be
    // shown.
    std::string to_utf8(std::string_view raw, TextKind kind);
    bool trouble() const { return trouble_; }

private:
    CharacterSet character_set_;
    bool trouble_ = false;
};

}  // namespace cassette
