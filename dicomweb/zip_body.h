#pragma once

#include "dicomweb/http/message.h"
#include "dicomweb/pieces.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace cassette::dicomweb {

// One file of a ZIP archive, opened only when its turn comes.
struct ZipEntry {
    std::string name;              // ASCII; '/' between folders
    std::int64_t modified_at = 0;  // seconds since 1970
    std::optional<std::uint64_t> length;
    std::variant<PiecesOpener, StreamOpener> open;  // pieces give exactly `length` bytes, which has to be set for them
};

// The archive as it is sent, nothing compressed, memory for one file's name and place at a time. Stored bytes are read once
// for their checksum and leave as they lie on disk; those that are made have length and checksum behind them. The length is
// known when every entry is pieces.
[[nodiscard]] std::unique_ptr<http::BodySource> zip_body(std::vector<ZipEntry> entries);

}  // namespace cassette::dicomweb
