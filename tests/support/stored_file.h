#pragma once

#include "archive/ingest/incoming_instance.h"

#include <string_view>

namespace cassette::testing {

// Stores a Part 10 file; the test fails when that fails.
StoredInstance stored_file(Archive& archive, std::string_view file);

}  // namespace cassette::testing
