#pragma once

#include "tools/configuration.h"

#include <span>

namespace cassette {

// The keys of the DIMSE door in the configuration file, but for its lists of tables.
[[nodiscard]] std::span<Setting const> dimse_door_keys();

}  // namespace cassette
