#include "archive/part10/character_set.h"

#include "schema/utf8.h"

#include <dcmtk/config/osconfig.h>

#include <dcmtk/ofstd/ofchrenc.h>

#include <algorithm>
#include <array>
#include <map>

namespace cassette {

// PS3.3 Tables C.12-2 to C.12-5. A set is designated to G0 (bytes 21 to 7E) or G1 (bytes A1 to FE) by its escape sequence.
struct CharacterSet::Term {
    enum class Place { g0_double_byte, g1_single_byte, g1_double_byte, not_extensible };
    std::string_view name;  // behind "ISO_IR " or "ISO 2022 IR "
    std::string_view escape;
    std::string_view encoding;  // what iconv calls it
    Place place;
};

namespace {

using Term = CharacterSet::Term;
using enum Term::Place;

constexpr std::array<Term, 19> terms{{
    {"100", "\x1b-A", "ISO-8859-1", g1_single_byte},     {"101", "\x1b-B", "ISO-8859-2", g1_single_byte},
    {"109", "\x1b-C", "ISO-8859-3", g1_single_byte},     {"110", "\x1b-D", "ISO-8859-4", g1_single_byte},
    {"144", "\x1b-L", "ISO-8859-5", g1_single_byte},     {"127", "\x1b-G", "ISO-8859-6", g1_single_byte},
    {"126", "\x1b-F", "ISO-8859-7", g1_single_byte},     {"138", "\x1b-H", "ISO-8859-8", g1_single_byte},
    {"148", "\x1b-M", "ISO-8859-9", g1_single_byte},     {"203", "\x1b-b", "ISO-8859-15", g1_single_byte},
    {"13", "\x1b)I", "SHIFT_JIS", g1_single_byte},  // its bytes A1 to DF are those of JIS X 0201
    {"166", "\x1b-T", "TIS-620", g1_single_byte},        {"87", "\x1b$B", "ISO-2022-JP", g0_double_byte},
    {"159", "\x1b$(D", "ISO-2022-JP-2", g0_double_byte}, {"149", "\x1b$)C", "EUC-KR", g1_double_byte},
    {"58", "\x1b$)A", "GB2312", g1_double_byte},         {"192", "", "UTF-8", not_extensible},
    {"GB18030", "", "GB18030", not_extensible},          {"GBK", "", "GBK", not_extensible},
}};

// Opening a converter costs more than using it, so each thread keeps those it has used: two at most for each term.
OFCharacterEncoding& converter_for(std::string_view from, std::string_view to) {
    thread_local std::map<std::pair<std::string, std::string>, OFCharacterEncoding> converters;
    auto const [at, fresh] = converters.try_emplace({std::string{from}, std::string{to}});
    if (fresh) (void)at->second.selectEncoding(at->first.first.c_str(), at->first.second.c_str());
    return at->second;
}

// nullopt when the text is not of its encoding, or has a character that the other lacks.
std::optional<std::string> convert(std::string_view text, std::string_view from, std::string_view to) {
    OFString converted;
    auto const condition = converter_for(from, to).convertString(text.data(), text.size(), converted);
    if (condition.bad()) return std::nullopt;
    return std::string{converted.data(), converted.size()};
}

constexpr std::string_view utf8_name = "UTF-8";
constexpr std::string_view to_ascii = "\x1b(B";

std::string from_latin_1_or_utf8(std::string_view raw) {
    if (is_utf8(raw)) return std::string{raw};
    return convert(raw, "ISO-8859-1", utf8_name).value_or(std::string{});
}

bool is_delimiter(char c, TextKind kind) {
    if (c == '\t' || c == '\n' || c == '\f' || c == '\r') return true;
    if (c == '\\') return kind != TextKind::single_value;
    return kind == TextKind::person_name && (c == '^' || c == '=');
}

bool is_high(char c) { return static_cast<unsigned char>(c) >= 0x80; }

Term const* term_named(std::string_view name) {
    for (std::string_view const prefix : {"ISO_IR ", "ISO 2022 IR "})
        if (name.starts_with(prefix)) name.remove_prefix(prefix.size());
    auto const found = std::ranges::find(terms, name, &Term::name);
    return found == terms.end() ? nullptr : &*found;
}

// Shift JIS and JIS of iconv can do more than the sets that DICOM means by them.
bool stays_within(std::string_view bytes, Term const& term) {
    if (term.name == "13")
        return std::ranges::all_of(bytes, [](unsigned char c) { return c < 0x80 || (c >= 0xA1 && c <= 0xDF); });
    for (auto at = bytes.find('\x1b'); at != std::string_view::npos; at = bytes.find('\x1b', at + 1)) {
        auto const escape = bytes.substr(at, 3);
        if (escape != term.escape && escape != to_ascii) return false;
    }
    return true;
}

// ISO-2022-JP writes its own escape sequences, but leaves the way back to ASCII at the very end to us.
std::string back_in_ascii(std::string bytes) {
    auto const last = bytes.rfind('\x1b');
    if (last != std::string::npos && bytes.compare(last, to_ascii.size(), to_ascii) != 0) bytes += to_ascii;
    return bytes;
}

// Walks text with code extensions and gathers UTF-8.
class ExtensionDecoder {
public:
    ExtensionDecoder(Term const* first, TextKind kind) : first_{first}, g1_{first}, kind_{kind} {}

    std::optional<std::string> decode(std::string_view raw) {
        while (!raw.empty()) {
            auto const taken = take(raw);
            if (taken == 0) return std::nullopt;
            raw.remove_prefix(taken);
        }
        return std::move(out_);
    }

private:
    // How many bytes were understood; 0 when they are not.
    std::size_t take(std::string_view raw) {
        if (raw.front() == '\x1b') return take_escape(raw);
        if (is_high(raw.front())) return take_run(raw, g1_);
        if (g0_ != nullptr && static_cast<unsigned char>(raw.front()) > 0x20) return take_run(raw, g0_);
        if (is_delimiter(raw.front(), kind_)) {
            g0_ = nullptr;
            g1_ = first_;
        }
        out_.push_back(raw.front());
        return 1;
    }

    std::size_t take_escape(std::string_view raw) {
        for (std::string_view const single_byte : {to_ascii, std::string_view{"\x1b(J"}}) {  // ASCII; JIS X 0201 Romaji
            if (!raw.starts_with(single_byte)) continue;
            g0_ = nullptr;
            return single_byte.size();
        }
        for (auto const& term : terms) {
            if (term.escape.empty() || !raw.starts_with(term.escape)) continue;
            (term.place == g0_double_byte ? g0_ : g1_) = &term;
            return term.escape.size();
        }
        return 0;
    }

    std::size_t take_run(std::string_view raw, Term const* term) {
        if (term == nullptr) return 0;
        auto const same = [high = is_high(raw.front())](char c) {
            return is_high(c) == high && c != '\x1b' && c != ' ';
        };
        auto const size = static_cast<std::size_t>(std::ranges::find_if_not(raw, same) - raw.begin());
        std::string run{raw.substr(0, size)};
        if (term->place == g0_double_byte) run.insert(0, term->escape);
        auto const converted = convert(run, term->encoding, utf8_name);
        if (!converted) return 0;
        out_ += *converted;
        return size;
    }

    Term const* first_;
    Term const* g0_ = nullptr;
    Term const* g1_;
    TextKind kind_;
    std::string out_;
};

}  // namespace

CharacterSet::CharacterSet(std::string_view specific_character_set) {
    for (auto rest = specific_character_set; !rest.empty();) {
        auto const end = std::min(rest.find('\\'), rest.size());
        auto name = rest.substr(0, end);
        while (!name.empty() && (name.back() == ' ' || name.back() == '\0')) name.remove_suffix(1);
        while (!name.empty() && name.front() == ' ') name.remove_prefix(1);
        value_ += value_.empty() && terms_.empty() ? std::string{name} : "\\" + std::string{name};
        terms_.push_back(term_named(name));
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    declared_ = std::ranges::any_of(terms_, [](Term const* term) { return term != nullptr; });
    whole_ = terms_.size() == 1 && declared_;
}

std::optional<std::string> CharacterSet::decode(std::string_view raw, TextKind kind) const {
    if (is_ascii(raw) && raw.find('\x1b') == std::string_view::npos) return std::string{raw};
    if (!declared_) return std::nullopt;
    if (whole_ && terms_.front()->place == not_extensible) return convert(raw, terms_.front()->encoding, utf8_name);
    return ExtensionDecoder{terms_.front(), kind}.decode(raw);
}

std::string CharacterSet::to_utf8(std::string_view raw, TextKind kind) const {
    return decode(raw, kind).value_or(from_latin_1_or_utf8(raw));
}

std::optional<std::string> CharacterSet::from_utf8(std::string_view utf8, TextKind kind) const {
    if (is_ascii(utf8)) return std::string{utf8};
    if (!declared_) return std::nullopt;
    if (whole_) {
        auto const& term = *terms_.front();
        auto bytes = convert(utf8, utf8_name, term.encoding);
        if (!bytes || !stays_within(*bytes, term)) return std::nullopt;
        return bytes;
    }
    // PS3.5 6.1.2.5.3: a delimiter resets the code elements, so each component designates its own.
    std::string out;
    while (!utf8.empty()) {
        auto const end = std::ranges::find_if(utf8, [kind](char c) { return is_delimiter(c, kind); });
        auto const size = static_cast<std::size_t>(end - utf8.begin());
        auto const component = encode_component(utf8.substr(0, size));
        if (!component) return std::nullopt;
        out += *component;
        if (end != utf8.end()) out.push_back(*end);
        utf8.remove_prefix(std::min(size + 1, utf8.size()));
    }
    return out;
}

std::optional<std::string> CharacterSet::encode_component(std::string_view utf8) const {
    if (is_ascii(utf8)) return std::string{utf8};
    for (auto const* term : terms_) {
        if (term == nullptr || term->place == not_extensible || term->name == "159") continue;
        auto const bytes = convert(utf8, utf8_name, term->encoding);
        if (!bytes || !stays_within(*bytes, *term)) continue;
        if (term->place == g0_double_byte) return back_in_ascii(*bytes);
        bool const designated = term == terms_.front() && term->place == g1_single_byte;
        return designated ? *bytes : std::string{term->escape} + *bytes;
    }
    return std::nullopt;
}

}  // namespace cassette
