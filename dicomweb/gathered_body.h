#pragma once

#include "dicomweb/http/message.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

namespace cassette::dicomweb {

// The whole of a body of text; nullopt once it is longer than so many bytes. Errors are those of the body.
[[nodiscard]] Result<std::optional<std::string>> gathered(http::BodySource& body, std::uint64_t bytes_max);

// A body of known length that is one range of a blob, so that it may be kept (repeated_answers.h).
[[nodiscard]] std::unique_ptr<http::BodySource> body_of_text(std::string text);

}  // namespace cassette::dicomweb
