#include "dimse/element_value.h"

#include "dimse/data_element.h"
#include "schema/tag.h"

#include <algorithm>
#include <array>
#include <bit>
#include <charconv>
#include <concepts>
#include <cstring>

namespace cassette::dimse {

namespace {

// PS3.5 6.2: how the VRs that we translate are written.
enum class Form { text, plain_text, signed_integer, unsigned_integer, real, tag, binary };
struct VrForm {
    std::string_view vr;
    Form form;
    std::size_t size;  // bytes of one number
    TextKind kind;
};
constexpr std::array<VrForm, 26> forms{{
    {"PN", Form::text, 0, TextKind::person_name},
    {"LO", Form::text, 0, TextKind::multiple_values},
    {"SH", Form::text, 0, TextKind::multiple_values},
    {"UC", Form::text, 0, TextKind::multiple_values},
    {"LT", Form::text, 0, TextKind::single_value},
    {"ST", Form::text, 0, TextKind::single_value},
    {"UT", Form::text, 0, TextKind::single_value},
    {"AE", Form::plain_text, 0, TextKind::multiple_values},
    {"AS", Form::plain_text, 0, TextKind::multiple_values},
    {"CS", Form::plain_text, 0, TextKind::multiple_values},
    {"DA", Form::plain_text, 0, TextKind::multiple_values},
    {"DS", Form::plain_text, 0, TextKind::multiple_values},
    {"DT", Form::plain_text, 0, TextKind::multiple_values},
    {"IS", Form::plain_text, 0, TextKind::multiple_values},
    {"TM", Form::plain_text, 0, TextKind::multiple_values},
    {"UI", Form::plain_text, 0, TextKind::multiple_values},
    {"UR", Form::plain_text, 0, TextKind::single_value},
    {"US", Form::unsigned_integer, 2, TextKind::multiple_values},
    {"UL", Form::unsigned_integer, 4, TextKind::multiple_values},
    {"UV", Form::unsigned_integer, 8, TextKind::multiple_values},
    {"SS", Form::signed_integer, 2, TextKind::multiple_values},
    {"SL", Form::signed_integer, 4, TextKind::multiple_values},
    {"SV", Form::signed_integer, 8, TextKind::multiple_values},
    {"FL", Form::real, 4, TextKind::multiple_values},
    {"FD", Form::real, 8, TextKind::multiple_values},
    {"AT", Form::tag, 4, TextKind::multiple_values},
}};
constexpr VrForm binary_form{"", Form::binary, 0, TextKind::multiple_values};

VrForm const& form_of(std::string_view vr) {
    // For each value of each match: two characters, compared as such.
    if (vr.size() != 2) return binary_form;
    auto const same = [vr](VrForm const& form) { return form.vr[0] == vr[0] && form.vr[1] == vr[1]; };
    auto const found = std::ranges::find_if(forms, same);
    return found == forms.end() ? binary_form : *found;
}

std::string trimmed(std::string_view value, TextKind kind) {
    auto bare = without_padding(value);
    // PS3.5 6.2: leading spaces of ST, LT and UT are significant.
    if (kind != TextKind::single_value) bare.remove_prefix(std::min(bare.find_first_not_of(' '), bare.size()));
    return std::string{bare};
}

template <class Number>
std::string decimal(Number number) {
    std::array<char, 32> digits;
    auto const end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    return {digits.data(), end};
}

std::string number_text(VrForm const& form, std::string_view bytes) {
    auto const bits = read_little(bytes);
    if (form.form == Form::unsigned_integer) return decimal(bits);
    if (form.form == Form::real)
        return form.size == 4 ? decimal(std::bit_cast<float>(static_cast<std::uint32_t>(bits)))
                              : decimal(std::bit_cast<double>(bits));
    if (form.form == Form::tag)
        return to_hex({static_cast<std::uint16_t>(bits & 0xFFFFU), static_cast<std::uint16_t>(bits >> 16U)});
    auto const unused = 64 - 8 * form.size;
    return decimal(static_cast<std::int64_t>(bits << unused) >> unused);
}

template <class Number>
std::optional<Number> parse(std::string_view text) {
    Number number{};
    auto const result = std::from_chars(text.data(), text.data() + text.size(), number);
    if (result.ec != std::errc{} || result.ptr != text.data() + text.size()) return std::nullopt;
    return number;
}

std::optional<std::uint64_t> number_bits(VrForm const& form, std::string_view text) {
    if (form.form == Form::tag) {
        auto const tag = parse_tag(text);
        if (!tag) return std::nullopt;
        return tag->group | static_cast<std::uint64_t>(tag->element) << 16U;
    }
    if (form.form == Form::real) {
        auto const real = parse<double>(text);
        if (!real) return std::nullopt;
        return form.size == 4 ? std::bit_cast<std::uint32_t>(static_cast<float>(*real))
                              : std::bit_cast<std::uint64_t>(*real);
    }
    if (auto const number = parse<std::int64_t>(text)) return static_cast<std::uint64_t>(*number);
    return parse<std::uint64_t>(text);
}

// Calls `each` with every value of a backslash-separated text.
void for_each_value(std::string_view text, auto const& each) {
    while (!text.empty()) {
        auto const end = std::min(text.find('\\'), text.size());
        each(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
}

std::string numbers_on_wire(VrForm const& form, std::string_view text) {
    std::string wire;
    for_each_value(text, [&](std::string_view value) {
        auto const bits = number_bits(form, value);
        for (std::size_t i = 0; bits && i < form.size; ++i) wire.push_back(static_cast<char>(*bits >> (8 * i) & 0xFFU));
    });
    return wire;
}

}  // namespace

std::string text_of(std::string_view vr, std::string_view wire, CharacterSet const& character_set) {
    auto const& form = form_of(vr);
    if (form.form == Form::text) return character_set.to_utf8(trimmed(wire, form.kind), form.kind);
    if (form.form == Form::plain_text) return character_set.to_utf8(trimmed(wire, form.kind), form.kind);
    if (form.form == Form::binary) return {};
    std::string text;
    for (std::size_t at = 0; at + form.size <= wire.size(); at += form.size) {
        if (!text.empty()) text += '\\';
        text += number_text(form, wire.substr(at, form.size));
    }
    return text;
}

std::optional<std::string> wire_of(std::string_view vr, std::string_view text, CharacterSet const& character_set) {
    auto const& form = form_of(vr);
    if (form.form == Form::binary) return std::string{};
    if (form.form == Form::text) return character_set.from_utf8(text, form.kind);
    if (form.form != Form::plain_text) return numbers_on_wire(form, text);
    std::string wire{text};
    for (char& c : wire)
        if (static_cast<unsigned char>(c) >= 0x80) c = '?';  // these VRs have the default repertoire only
    return wire;
}

}  // namespace cassette::dimse
