// Law: any words said to be segments of a palette (PS3.3 C.7.9.2) are refused or are as many entries as they are said to be.
//
//   entries2 words...   little endian; no entries are 65536

#include "archive/pixels/lookup_table.h"

#include <cstdlib>
#include <cstring>

using namespace cassette;

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    if (size < 2) return 0;
    std::vector<std::uint16_t> words(size / 2);
    std::memcpy(words.data(), data, words.size() * 2);
    std::size_t const entries = words.front() == 0 ? 65536 : words.front();
    words.erase(words.begin());
    auto const expanded = expand_segments(words, entries);
    bool const holds = expanded ? expanded->size() == entries : expanded.error().code == ErrorCode::not_acceptable;
    if (!holds) std::abort();
    return 0;
}
