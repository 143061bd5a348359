#pragma once

#include "archive/archive.h"

#include <span>
#include <string>
#include <string_view>

namespace cassette::dicomweb {

// Tells one set of stored versions from another, and one way of giving it from another: weak, quoted (RFC 9110 8.8.3). The
// form is what negotiation chose.
[[nodiscard]] std::string weak_etag(std::span<InstanceLocation const> locations, std::string_view form);
// Of one stored version, given as it lies there: strong, quoted. `part` names what of it.
[[nodiscard]] std::string strong_etag(InstanceLocation const& location, std::string_view part = {});

}  // namespace cassette::dicomweb
