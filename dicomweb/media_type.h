#pragma once

#include "schema/result.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace cassette::dicomweb {

// A media type or media range with its parameters, RFC 9110 8.3.1. Type, subtype and parameter names are lower case; quotes
// around values are gone. A parameter may occur more than once.
struct MediaType {
    std::string essence;  // "multipart/related"
    std::vector<std::pair<std::string, std::string>> parameters;

    // The first parameter of that name, nullopt when there is none.
    std::optional<std::string_view> parameter(std::string_view name) const;
    std::vector<std::string_view> all(std::string_view name) const;
};

// A Content-Type field. Lenient where clients are: a value may stand without the quotes that RFC 9110 5.6.6 wants around
// '/', as in type=application/dicom. ErrorCode::malformed without a type and a subtype.
[[nodiscard]] Result<MediaType> parse_media_type(std::string_view text);

// The comma-separated media ranges of an Accept field. Ranges that cannot be read are left out.
[[nodiscard]] std::vector<MediaType> parse_media_ranges(std::string_view text);

[[nodiscard]] std::string lower_case(std::string_view text);
// Without surrounding spaces and tabs (OWS, RFC 9110 5.6.3).
[[nodiscard]] std::string_view without_whitespace(std::string_view text);

}  // namespace cassette::dicomweb
