#pragma once

#include <boost/json/object.hpp>

#include <optional>
#include <string>

namespace cassette::testing {

// The metadata that we write of the data set which these metadata describe; nullopt when they describe none, or one with bulk
// data.
[[nodiscard]] std::optional<std::string> canonical_metadata(boost::json::object const& metadata);

}  // namespace cassette::testing
