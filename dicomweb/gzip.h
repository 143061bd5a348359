#pragma once

#include "archive/archive.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace cassette::dicomweb {

// One gzip member (RFC 1952) made of texts that were deflated before and short texts between them: nothing is deflated again.
// What the functions return is to be sent in the order of the calls.
class GzipComposer {
public:
    [[nodiscard]] static std::string begin();
    [[nodiscard]] std::string literal(std::string_view text);  // at most 65,535 bytes
    [[nodiscard]] std::string append(DeflatedText text);
    [[nodiscard]] std::string end();

private:
    std::uint32_t crc32_ = 0;
    std::uint64_t length_ = 0;
};

}  // namespace cassette::dicomweb
