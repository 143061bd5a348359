#include "archive/part10/header_values.h"

#include "archive/part10/binary_value.h"
#include "archive/part10/json_value.h"
#include "archive/part10/value_representation.h"

#include <charconv>

namespace cassette {

std::string first_number(HeaderElement const& element, ByteOrder order) {
    auto const* const vr = binary_vr(element.vr);
    if (vr == nullptr || element.value.size() < vr->size) return {};
    return BinaryValue{*vr, element.value.substr(0, vr->size), order}.text();
}

std::uint64_t number_of(HeaderView const& header, Tag tag, std::uint64_t fallback) {
    auto const* const element = find_element(header.elements(), tag);
    if (element == nullptr) return fallback;
    std::string const text =
        is_text_vr(element->vr) ? std::string{element->value} : first_number(*element, header.order());
    auto const first = text.find_first_not_of(" +");
    if (first == std::string::npos) return fallback;
    std::uint64_t value = fallback;
    return std::from_chars(text.data() + first, text.data() + text.size(), value).ec == std::errc{} ? value : fallback;
}

std::string_view character_set_of(HeaderView const& header) {
    auto const* const element = find_element(header.elements(), {0x0008, 0x0005});
    bool const is_told = element != nullptr && is_text_vr(element->vr);
    return is_told ? without_padding(element->value) : std::string_view{};
}

}  // namespace cassette
