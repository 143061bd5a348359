#pragma once

#include "schema/result.h"

#include <filesystem>

namespace cassette {

// Copies from one index to another, which is closed and new, what no object tells: scheduled and performed procedure steps, and
// what is still to be told to other AEs. Tables that the older one does not have yet are passed over.
// ErrorCode::internal when the older one is damaged; nothing is copied then.
[[nodiscard]] Result<void> carry_over(std::filesystem::path const& from, std::filesystem::path const& to);

}  // namespace cassette
