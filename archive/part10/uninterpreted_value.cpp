#include "archive/part10/uninterpreted_value.h"

#include "archive/part10/base64.h"
#include "archive/part10/json_value.h"
#include "schema/search_attribute.h"
#include "schema/tag.h"
#include "schema/utf8.h"

#include <algorithm>
#include <array>
#include <bit>
#include <charconv>
#include <cstdint>

namespace cassette {

namespace {

enum class Form { signed_integer, unsigned_integer, real, tag };
struct BinaryVr {
    std::string_view vr;
    Form form;
    std::size_t size;  // bytes of one value
};

// PS3.5 6.2.
constexpr std::array<BinaryVr, 9> binary_vrs{{
    {"US", Form::unsigned_integer, 2},
    {"UL", Form::unsigned_integer, 4},
    {"UV", Form::unsigned_integer, 8},
    {"SS", Form::signed_integer, 2},
    {"SL", Form::signed_integer, 4},
    {"SV", Form::signed_integer, 8},
    {"FL", Form::real, 4},
    {"FD", Form::real, 8},
    {"AT", Form::tag, 4},
}};

std::uint64_t little_endian(std::string_view bytes) {
    std::uint64_t value = 0;
    for (std::size_t i = bytes.size(); i > 0; --i) value = value << 8U | static_cast<unsigned char>(bytes[i - 1]);
    return value;
}

template <class Number>
std::string decimal(Number number) {
    std::array<char, 32> digits;
    return {digits.data(), std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr};
}

std::string text_of(BinaryVr const& vr, std::string_view bytes) {
    auto const bits = little_endian(bytes);
    auto const unused = 64 - 8 * vr.size;
    switch (vr.form) {
        case Form::unsigned_integer: return decimal(bits);
        case Form::signed_integer: return decimal(static_cast<std::int64_t>(bits << unused) >> unused);
        case Form::real:
            return vr.size == 4 ? decimal(std::bit_cast<float>(static_cast<std::uint32_t>(bits)))
                                : decimal(std::bit_cast<double>(bits));
        case Form::tag:
            return to_hex({static_cast<std::uint16_t>(bits & 0xFFFFU), static_cast<std::uint16_t>(bits >> 16U)});
    }
    return {};
}

std::vector<std::string> numbers_in(BinaryVr const& vr, std::string_view bytes) {
    std::vector<std::string> values;
    for (; bytes.size() >= vr.size; bytes.remove_prefix(vr.size))
        values.push_back(text_of(vr, bytes.substr(0, vr.size)));
    return values;
}

std::vector<std::string> texts_in(std::string_view vr, std::string_view text) {
    text = without_padding(text);
    std::vector<std::string> values;
    if (text.empty() || !is_utf8(text)) return values;
    bool const single = vr == "LT" || vr == "ST" || vr == "UT" || vr == "UR";  // a backslash is a character of these
    while (true) {
        auto const backslash = single ? std::string_view::npos : text.find('\\');
        values.emplace_back(text.substr(0, backslash));
        if (backslash == std::string_view::npos) return values;
        text.remove_prefix(backslash + 1);
    }
}

}  // namespace

std::vector<std::string> uninterpreted_values(std::string_view vr, std::string_view base64) {
    if (base64.empty() || !matching_of_vr(vr)) return {};
    auto const bytes = decode_base64(base64).value_or("");
    auto const* const binary = std::ranges::find(binary_vrs, vr, &BinaryVr::vr);
    return binary == binary_vrs.end() ? texts_in(vr, bytes) : numbers_in(*binary, bytes);
}

}  // namespace cassette
