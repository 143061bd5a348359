#include "archive/part10/character_set.h"

#include "schema/utf8.h"

#include <dcmtk/dcmdata/dcspchrs.h>

#include <map>
#include <memory>

namespace cassette {

namespace {

std::string from_latin_1(std::string_view raw) {
    std::string text;
    for (char const c : raw) {
        auto const byte = static_cast<unsigned char>(c);
        if (byte < 0x80) {
            text += c;
            continue;
        }
        text += static_cast<char>(0xC0U | (byte >> 6));
        text += static_cast<char>(0x80U | (byte & 0x3FU));
    }
    return text;
}

std::string_view delimiters(TextKind kind) {
    switch (kind) {
        case TextKind::single_value: return "";
        case TextKind::multiple_values: return "\\";
        case TextKind::person_name: return "\\^=";
    }
    return "";
}

// Opening a converter costs more than using it, so each thread keeps the few it has met; nullptr when DCMTK knows no such
// character set.
DcmSpecificCharacterSet* converter_for(std::string const& character_set) {
    thread_local std::map<std::string, std::unique_ptr<DcmSpecificCharacterSet>> converters;
    constexpr std::size_t kept = 32;
    if (auto const found = converters.find(character_set); found != converters.end()) return found->second.get();
    if (converters.size() >= kept) converters.clear();
    auto converter = std::make_unique<DcmSpecificCharacterSet>();
    OFString const from{character_set.data(), character_set.size()};
    if (converter->selectCharacterSet(from, "ISO_IR 192").bad()) converter.reset();
    return converters.emplace(character_set, std::move(converter)).first->second.get();
}

}  // namespace

TextDecoder::TextDecoder(std::string specific_character_set) : character_set_{std::move(specific_character_set)} {
    while (!character_set_.empty() && (character_set_.back() == ' ' || character_set_.back() == '\0')) character_set_.pop_back();
    kind_ = Kind::other;
    if (character_set_.empty() || character_set_ == "ISO_IR 6") kind_ = Kind::ascii;
    if (character_set_ == "ISO_IR 192") kind_ = Kind::utf8;
}

std::string TextDecoder::to_utf8(std::string_view raw, TextKind kind) {
    // Code extensions escape into 7-bit sets, so ASCII bytes alone prove nothing there.
    bool const escapes = raw.find('\x1B') != std::string_view::npos;
    if (is_ascii(raw) && !escapes && (kind_ != Kind::other || character_set_.find("13") == std::string::npos))
        return std::string{raw};
    if (kind_ == Kind::other) {
        OFString converted;
        OFString const from{raw.data(), raw.size()};
        auto* const converter = converter_for(character_set_);
        OFString const limits{delimiters(kind).data(), delimiters(kind).size()};
        bool const good = converter != nullptr && converter->convertString(from, converted, limits).good();
        std::string_view const text{converted.data(), converted.size()};
        if (good && is_utf8(text)) return std::string{text};
    }
    if (kind_ == Kind::utf8 && is_utf8(raw)) return std::string{raw};
    trouble_ = true;
    return is_utf8(raw) ? std::string{raw} : from_latin_1(raw);
}

}  // namespace cassette
