#include "archive/part10/uninterpreted_value.h"

#include "archive/part10/base64.h"
#include "archive/part10/binary_value.h"
#include "archive/part10/json_value.h"
#include "archive/part10/value_representation.h"
#include "schema/search_attribute.h"
#include "schema/utf8.h"

namespace cassette {

namespace {

std::vector<std::string> numbers_in(BinaryVR const& vr, std::string_view bytes) {
    std::vector<std::string> values;
    for (; bytes.size() >= vr.size; bytes.remove_prefix(vr.size))
        values.push_back(BinaryValue{vr, bytes.substr(0, vr.size), ByteOrder::little}.text());
    return values;
}

std::vector<std::string> texts_in(std::string_view vr, std::string_view text) {
    text = without_padding(text);
    std::vector<std::string> values;
    if (text.empty() || !is_utf8(text)) return values;
    bool const single = is_single_text_vr(vr);
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
    auto const* const binary = binary_vr(vr);
    return binary == nullptr ? texts_in(vr, bytes) : numbers_in(*binary, bytes);
}

}  // namespace cassette
