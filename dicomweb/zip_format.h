#pragma once

#include <cstdint>
#include <string>

namespace cassette::dicomweb {

// What a ZIP archive (APPNOTE 6.3) says of one file. Nothing is compressed: method 0.
struct ZipRecord {
    std::string name;              // ASCII; '/' between folders
    std::int64_t modified_at = 0;  // seconds since 1970, told in UTC
    std::uint64_t length = 0;      // bytes
    std::uint32_t crc32 = 0;
    std::uint64_t offset = 0;     // of the local header in the archive
    bool length_follows = false;  // length and checksum are not known before the bytes: in a descriptor behind them
};

// APPNOTE 4.3.7, 4.3.9 and 4.3.12. Large files and archives are ZIP64 where they have to be.
[[nodiscard]] std::string zip_local_header(ZipRecord const& record);
[[nodiscard]] std::string zip_descriptor(ZipRecord const& record);  // only when `length_follows`
[[nodiscard]] std::string zip_central_header(ZipRecord const& record);

// The central directory as a whole.
struct ZipDirectory {
    std::uint64_t entries = 0;
    std::uint64_t offset = 0;
    std::uint64_t length = 0;  // bytes
};
// APPNOTE 4.3.14 to 4.3.16.
[[nodiscard]] std::string zip_end(ZipDirectory const& directory);

}  // namespace cassette::dicomweb
