#pragma once

#include "archive/part10/deflated_text.h"
#include "dicomweb/http/compression.h"

#include <memory>
#include <string>
#include <string_view>

namespace cassette::dicomweb {

// Writes one body of many texts in a content coding. What the functions return is to be sent in the order of the calls.
class TextEncoder {
public:
    virtual ~TextEncoder() = default;
    virtual std::string begin() = 0;
    virtual Result<std::string> literal(std::string_view text) = 0;  // at most 65,535 bytes
    virtual Result<std::string> append(DeflatedText text) = 0;
    virtual Result<std::string> end() = 0;
};

// gzip passes on what was deflated before; zstd and identity inflate it. ErrorCode::internal for a damaged text.
[[nodiscard]] std::unique_ptr<TextEncoder> make_text_encoder(http::ContentCoding coding);

}  // namespace cassette::dicomweb
