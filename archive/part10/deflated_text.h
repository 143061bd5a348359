#pragma once

#include "schema/result.h"
#include "storage/instance_record.h"

#include <string>
#include <string_view>

namespace cassette {

// Deflates in the form that storage/instance_record.h describes.
[[nodiscard]] DeflatedText deflate_text(std::string_view text);
// The text again. ErrorCode::internal when it is damaged: length and checksum are checked.
[[nodiscard]] Result<std::string> inflate_text(DeflatedText const& text);

}  // namespace cassette
