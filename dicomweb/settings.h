#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace cassette::dicomweb {

struct ServiceSettings {
    std::string base_path = "/dicom-web";
    // What the outside world calls this server, as in "https://pacs.example.org/archive", without a slash at the end. Empty:
    // the Host field of the request. Needed behind a proxy that ends TLS or adds a prefix.
    std::string public_url;
    std::string version;  // for /health

    std::uint64_t qido_limit_default = 10'000;  // matches in an answer when the client sets no limit
    std::uint64_t qido_limit_max = 50'000;
    std::size_t parts_max = 200'000;  // in one STOW-RS request
    std::size_t part_header_bytes_max = 16 * 1024;
    std::size_t metadata_bytes_max = std::size_t{128} << 20;  // text of all metadata parts of one STOW-RS request
    std::uint32_t thumbnail_width = 256;                      // pixels
    std::uint32_t thumbnail_height = 256;
};

}  // namespace cassette::dicomweb
