#include "dicomweb/dicom_json_reader.h"

#include "dicomweb/exact_json.h"

#include <utility>

namespace cassette::dicomweb {

namespace {

namespace json = boost::json;

Failure malformed() { return fail(ErrorCode::malformed, "not metadata in the DICOM JSON Model (PS3.18 F)"); }

std::string_view without_space(std::string_view text) {
    auto const first = text.find_first_not_of(" \t\r\n");
    return first == std::string_view::npos ? std::string_view{} : text.substr(first);
}

// Takes one JSON object off the front.
Result<json::object> take_object(std::string_view& text, MetadataLimits const& limits) {
    // An Item is an object in an array in an attribute.
    auto value = take_exact_json(text, 3 * limits.depth_max + 8);
    if (!value || !value->is_object()) return malformed();
    return std::move(value->get_object());
}

}  // namespace

Result<void> for_each_json_instance(std::string_view text, MetadataLimits const& limits, InstanceVisitor const& visit) {
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
    text = without_space(text);
    bool const array = text.starts_with('[');
    if (array) text = without_space(text.substr(1));
    if (array && text.starts_with(']')) return without_space(text.substr(1)).empty() ? Result<void>{} : malformed();
    while (true) {
        auto object = take_object(text, limits);
        if (!object) return fail(object.error());
        if (auto visited = visit(*std::move(object)); !visited) return visited;
        text = without_space(text);
        if (!array) return text.empty() ? Result<void>{} : malformed();
        if (text.starts_with(']')) return without_space(text.substr(1)).empty() ? Result<void>{} : malformed();
        if (!text.starts_with(',')) return malformed();
        text = without_space(text.substr(1));
    }
}

}  // namespace cassette::dicomweb
