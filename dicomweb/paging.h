#pragma once

#include "dicomweb/http/message.h"

#include <cstdint>
#include <string_view>

namespace cassette::dicomweb {

// A query parameter that is a whole number from 0, `otherwise` where it is absent. ErrorCode::malformed naming it.
[[nodiscard]] Result<std::uint64_t> number_parameter(http::Request const& request, std::string_view name,
                                                     std::uint64_t otherwise);

}  // namespace cassette::dicomweb
