// Law: ranges lie within the representation, none is empty, they ascend and do not touch, so that together they are no longer
// than it; there are no more than may be asked for; written out and read again they are the same. The first eight bytes of the
// input are the length of the representation.

#include "dicomweb/byte_ranges.h"

#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <string>

using namespace cassette::dicomweb;

namespace {

void require(bool holds) {
    if (!holds) std::abort();
}

std::string written(RangeRequest const& asked) {
    std::string text = "bytes=";
    for (auto const& [offset, length] : asked.ranges)
        text += (text.back() == '=' ? "" : ",") + std::to_string(offset) + "-" + std::to_string(offset + length - 1);
    return text;
}

void check(RangeRequest const& asked, std::uint64_t length) {
    std::uint64_t total = 0;
    std::uint64_t end = 0;
    for (std::size_t i = 0; i < asked.ranges.size(); ++i) {
        auto const& range = asked.ranges[i];
        require(range.length > 0 && range.offset < length && range.length <= length - range.offset);
        require(i == 0 || range.offset > end);
        end = range.offset + range.length;
        total += range.length;
    }
    require(total <= length && asked.ranges.size() <= byte_ranges_max);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    std::uint64_t length = 0;
    auto const taken = size < sizeof length ? size : sizeof length;
    if (taken > 0) std::memcpy(&length, data, taken);
    auto const asked = parse_byte_ranges({reinterpret_cast<char const*>(data) + taken, size - taken}, length);
    require((asked.kind == RangeRequest::Kind::ranges) == !asked.ranges.empty());
    check(asked, length);
    if (asked.ranges.empty()) return 0;
    auto const again = parse_byte_ranges(written(asked), length);
    require(again.kind == asked.kind && again.ranges == asked.ranges);
    return 0;
}
