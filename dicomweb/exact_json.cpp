#include "dicomweb/exact_json.h"

#include <boost/json/basic_parser_impl.hpp>
#include <boost/json/value_stack.hpp>

#include <cstdint>
#include <limits>

namespace cassette::dicomweb {

namespace {

namespace json = boost::json;

// What json::basic_parser calls. Values gather on a stack, as in Boost's own parser but for the numbers.
struct Handler {
    static constexpr std::size_t max_object_size = std::numeric_limits<std::size_t>::max();
    static constexpr std::size_t max_array_size = std::numeric_limits<std::size_t>::max();
    static constexpr std::size_t max_key_size = json::string::max_size();
    static constexpr std::size_t max_string_size = json::string::max_size();

    bool on_document_begin(json::error_code&) { return true; }
    bool on_document_end(json::error_code&) { return true; }
    bool on_object_begin(json::error_code&) { return true; }
    bool on_object_end(std::size_t count, json::error_code&) {
        values.push_object(count);
        return true;
    }
    bool on_array_begin(json::error_code&) { return true; }
    bool on_array_end(std::size_t count, json::error_code&) {
        values.push_array(count);
        return true;
    }
    bool on_key_part(json::string_view part, std::size_t, json::error_code&) { return gather(part); }
    bool on_key(json::string_view last, std::size_t, json::error_code&) {
        values.push_key(last);
        return true;
    }
    bool on_string_part(json::string_view part, std::size_t, json::error_code&) { return gather(part); }
    bool on_string(json::string_view last, std::size_t, json::error_code&) { return push_text(last); }
    bool on_number_part(json::string_view part, json::error_code&) { return gather(part); }
    bool on_int64(std::int64_t, json::string_view last, json::error_code&) { return push_text(last); }
    bool on_uint64(std::uint64_t, json::string_view last, json::error_code&) { return push_text(last); }
    bool on_double(double, json::string_view last, json::error_code&) { return push_text(last); }
    bool on_bool(bool value, json::error_code&) {
        values.push_bool(value);
        return true;
    }
    bool on_null(json::error_code&) {
        values.push_null();
        return true;
    }
    bool on_comment_part(json::string_view, json::error_code&) { return true; }
    bool on_comment(json::string_view, json::error_code&) { return true; }

    bool gather(json::string_view part) {
        values.push_chars(part);
        return true;
    }
    bool push_text(json::string_view last) {
        values.push_string(last);
        return true;
    }

    json::value_stack values;
};

}  // namespace

Result<json::value> take_exact_json(std::string_view& text, std::size_t depth_max) {
    json::parse_options options;
    options.max_depth = depth_max;
    json::basic_parser<Handler> parser{options};
    parser.handler().values.reset();
    json::error_code error;
    auto const read = parser.write_some(false, text.data(), text.size(), error);
    if (error || !parser.done()) return fail(ErrorCode::malformed, "not JSON");
    text.remove_prefix(read);
    return parser.handler().values.release();
}

}  // namespace cassette::dicomweb
