#pragma once

#include "archive/pixels/transcode.h"

#include <memory>
#include <string>
#include <vector>

namespace cassette {

// One stream behind the other.
[[nodiscard]] std::unique_ptr<ByteStream> concatenated(std::vector<std::unique_ptr<ByteStream>> streams);
[[nodiscard]] std::unique_ptr<ByteStream> stream_of(std::string text);
// A blob from its first byte to its last.
[[nodiscard]] std::unique_ptr<ByteStream> stream_of(std::shared_ptr<Blob const> blob);
// What it deflates to (RFC 1951), of even length (PS3.5 A.5).
[[nodiscard]] std::unique_ptr<ByteStream> deflated(std::unique_ptr<ByteStream> stream);

}  // namespace cassette
