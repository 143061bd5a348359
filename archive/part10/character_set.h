#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cassette {

// Where a character set's escape sequences reset (PS3.5 6.1.2.5.3): values are separated by backslash, and the components of
// a person name by ^ and = too.
enum class TextKind { single_value, multiple_values, person_name };

// A Specific Character Set (0008,0005), PS3.3 C.12.1.1.2, both ways: identifiers come and go in the requestor's. Code
// extensions (PS3.5 6.1.2.5, ISO 2022) are done here: DCMTK cannot write them, and on glibc's iconv cannot read the Japanese.
class CharacterSet {
public:
    // The value of (0008,0005): defined terms separated by backslash. Empty is the default repertoire.
    explicit CharacterSet(std::string_view specific_character_set);

    // False for the default repertoire, ISO_IR 6, and when no term is known.
    bool is_declared() const { return declared_; }
    std::string const& value() const { return value_; }

    // nullopt when the text is not valid in the set.
    std::optional<std::string> decode(std::string_view raw, TextKind kind) const;
    // Always valid UTF-8: what is not valid in the set is read as UTF-8, or else as ISO 8859-1.
    std::string to_utf8(std::string_view raw, TextKind kind) const;
    // nullopt when a character has no code in the set.
    std::optional<std::string> from_utf8(std::string_view utf8, TextKind kind) const;

    struct Term;

private:
    std::optional<std::string> encode_component(std::string_view utf8) const;

    std::string value_;
    std::vector<Term const*> terms_;  // of a static table; nullptr where the default repertoire stands
    bool declared_ = false;
    bool whole_ = false;  // one set without code extensions, for the whole value
};

}  // namespace cassette
