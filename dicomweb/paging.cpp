#include "dicomweb/paging.h"

#include <charconv>
#include <limits>
#include <string>

namespace cassette::dicomweb {

Result<std::uint64_t> number_parameter(http::Request const& request, std::string_view name, std::uint64_t otherwise) {
    auto const text = request.parameter(name);
    if (!text) return otherwise;
    std::uint64_t number = 0;
    auto const [end, error] = std::from_chars(text->data(), text->data() + text->size(), number);
    bool const whole = !text->empty() && error == std::errc{} && end == text->data() + text->size();
    constexpr std::uint64_t greatest = std::numeric_limits<std::int64_t>::max();
    if (!whole || number > greatest)
        return fail(ErrorCode::malformed, "the query parameter " + std::string{name} + " is a whole number from 0");
    return number;
}

}  // namespace cassette::dicomweb
