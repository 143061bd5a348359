// Law: any bytes are refused or are a layout that comes back from its encoding; and so is what is resolved from any
// fragments, offset tables and descriptions. No frame lies outside what there is.

#include "archive/part10/frame_index.h"

#include <cstdint>
#include <cstdlib>
#include <numeric>

using namespace cassette;

namespace {

void require(bool holds) {
    if (!holds) std::abort();
}

// Numbers of small and of any size, one byte and nine at a time.
class Numbers {
public:
    explicit Numbers(std::string_view bytes) : rest_{bytes} {}
    std::uint64_t next() {
        if (rest_.empty()) return 0;
        std::uint64_t value = static_cast<unsigned char>(rest_.front());
        rest_.remove_prefix(1);
        if (value != 0xFF || rest_.size() < 8) return value;
        for (int i = 0; i < 8; ++i) value = value << 8 | static_cast<unsigned char>(rest_[static_cast<std::size_t>(i)]);
        rest_.remove_prefix(8);
        return value;
    }

private:
    std::string_view rest_;
};

void check_layout(InstanceLayout const& layout) {
    auto const again = decode_layout(encode_layout(layout));
    require(again && *again == layout);
    auto const frames = layout.pixels.frames;
    for (std::uint32_t const number : {0U, 1U, 2U, frames, frames + 1, 0xFFFFFFFFU}) {
        auto const ranges = frame_ranges(layout, number);
        require(!ranges || (number > 0 && number <= frames));
        if (!ranges || layout.pixels.encoding != PixelEncoding::native) continue;
        auto const start = ranges->front().offset - layout.pixels.value.offset;
        require(start <= layout.pixels.value.length && ranges->front().length <= layout.pixels.value.length - start);
    }
}

void check_resolved(std::string_view bytes) {
    Numbers numbers{bytes};
    ScannedInstance scanned;
    auto& dataset = scanned.dataset;
    dataset.pixels.encoding = static_cast<PixelEncoding>(numbers.next() % 3);
    dataset.pixels.value = {numbers.next(), numbers.next()};
    scanned.deflated = numbers.next() % 2 == 0;
    scanned.range = {numbers.next(), numbers.next()};
    std::uint64_t position = 8;
    for (auto count = numbers.next() % 32; count > 0; --count) {
        std::uint64_t const length = numbers.next() % 100;
        dataset.pixels.fragments.push_back({position, length});
        dataset.fragment_starts_frame.push_back(length % 3 == 0);
        position += length + 8;
    }
    for (auto count = numbers.next() % 8; count > 0; --count) dataset.basic_offsets.push_back(numbers.next());
    for (auto count = numbers.next() % 8; count > 0; --count) dataset.extended_offsets.push_back(numbers.next());
    auto const frames = static_cast<std::uint32_t>(numbers.next());
    auto const resolved = resolve_layout(scanned, frames, numbers.next());
    auto const& counts = resolved.layout.pixels.fragments_of_frame;
    require(std::accumulate(counts.begin(), counts.end(), std::size_t{0}) <= dataset.pixels.fragments.size());
    check_layout(resolved.layout);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    std::string_view const bytes{reinterpret_cast<char const*>(data), size};
    if (auto const layout = decode_layout(bytes)) check_layout(*layout);
    check_resolved(bytes);
    return 0;
}
