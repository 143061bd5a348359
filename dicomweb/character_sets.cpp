#include "dicomweb/character_sets.h"

#include "dicomweb/media_type.h"

#include <algorithm>
#include <array>

namespace cassette::dicomweb {

namespace {

// IANA names and Defined Terms of PS3.3 C.12.1.1.2, without case; a URI has '+' or "%20" for the space.
constexpr std::array<std::string_view, 8> offered{"utf-8",     "utf8",     "iso_ir 192", "iso_ir+192",
                                                  "iso_ir192", "us-ascii", "iso_ir 6",   "iso_ir+6"};

bool is_offered(std::string_view item) {
    auto name = without_whitespace(item.substr(0, item.find(';')));
    if (name.size() >= 2 && name.front() == '"' && name.back() == '"') name = name.substr(1, name.size() - 2);
    return std::ranges::count(offered, lower_case(name)) != 0;
}

}  // namespace

Result<void> check_character_sets(http::Request const& request) {
    auto const parameter = request.parameter("charset");
    if (!parameter || parameter->empty()) return {};
    std::string_view rest = *parameter;
    while (!rest.empty()) {
        auto const item = rest.substr(0, rest.find(','));
        rest.remove_prefix(std::min(item.size() + 1, rest.size()));
        if (is_offered(item)) return {};
    }
    return fail(ErrorCode::malformed, "charset: only UTF-8 is available (PS3.18 8.3.3.2)");
}

}  // namespace cassette::dicomweb
