// gzip member, RFC 1952: 1F 8B 08 00 | mtime 0 (4) | 00 FF | deflate blocks | CRC-32 (4) | length mod 2^32 (4), little endian
// stored block, RFC 1951 3.2.4, where a byte begins: 00, or 01 when final | LEN (2) | ~LEN (2) | bytes

#include "dicomweb/gzip.h"

#include <zlib.h>

#include <cassert>
#include <utility>

namespace cassette::dicomweb {

namespace {

constexpr std::string_view header{"\x1F\x8B\x08\x00\x00\x00\x00\x00\x00\xFF", 10};

void append_little_endian(std::string& to, std::uint32_t value, int bytes) {
    for (int i = 0; i < bytes; ++i) to.push_back(static_cast<char>((value >> (8 * i)) & 0xFFU));
}

std::uint32_t crc_of(std::string_view text) {
    return static_cast<std::uint32_t>(crc32_z(0, reinterpret_cast<Bytef const*>(text.data()), text.size()));
}

std::string stored_block(std::string_view text) {
    assert(text.size() <= 0xFFFF);
    auto const length = static_cast<std::uint32_t>(text.size());
    std::string block(1, '\0');
    append_little_endian(block, length, 2);
    append_little_endian(block, ~length, 2);
    return block.append(text);
}

}  // namespace

std::string GzipComposer::begin() { return std::string{header}; }

std::string GzipComposer::literal(std::string_view text) {
    crc32_ = static_cast<std::uint32_t>(crc32_combine64(crc32_, crc_of(text), static_cast<off64_t>(text.size())));
    length_ += text.size();
    return stored_block(text);
}

std::string GzipComposer::append(DeflatedText text) {
    crc32_ = static_cast<std::uint32_t>(crc32_combine64(crc32_, text.crc32, static_cast<off64_t>(text.length)));
    length_ += text.length;
    return std::move(text.deflated);
}

std::string GzipComposer::end() {
    auto trailer = stored_block({});
    trailer[0] = '\x01';
    append_little_endian(trailer, crc32_, 4);
    append_little_endian(trailer, static_cast<std::uint32_t>(length_ & 0xFFFFFFFFU), 4);
    return trailer;
}

}  // namespace cassette::dicomweb
