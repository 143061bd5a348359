#include "archive/part10/instance_layout.h"

#include <limits>

namespace cassette {

namespace {

// version 1, then every number as a varint (7 bits a byte, least first, top bit: more follow), every text as length and bytes:
//   1 | flags (1 deflated, 2 big endian) | dataset offset, length | pixel encoding | tag | VR | value offset, length | frames |
//   frame bits | fragments: count, then gap to the previous end and length of each | fragments of frame: count, then each |
//   bulk: count, then path, VR, offset, length of each
constexpr std::uint64_t layout_version = 1;

class Encoder {
public:
    void number(std::uint64_t value) {
        for (; value >= 0x80; value >>= 7) bytes_ += static_cast<char>((value & 0x7FU) | 0x80U);
        bytes_ += static_cast<char>(value);
    }
    void text(std::string_view value) {
        number(value.size());
        bytes_ += value;
    }
    void range(ByteRange range) {
        number(range.offset);
        number(range.length);
    }
    std::string take() { return std::move(bytes_); }

private:
    std::string bytes_;
};

// Reads as long as it goes; `good` turns false for ever at the first thing that is not there.
class Decoder {
public:
    explicit Decoder(std::string_view bytes) : rest_{bytes} {}
    std::uint64_t number() {
        std::uint64_t value = 0;
        for (unsigned shift = 0; shift < 64 && !rest_.empty(); shift += 7) {
            auto const byte = static_cast<unsigned char>(rest_.front());
            rest_.remove_prefix(1);
            value |= std::uint64_t{byte & 0x7FU} << shift;
            if ((byte & 0x80U) == 0) return value;
        }
        good_ = false;
        return 0;
    }
    // A count of things that take at least `bytes_each` bytes, so that a forged one cannot ask for memory.
    std::uint64_t count(std::uint64_t bytes_each) {
        auto const value = number();
        if (value > rest_.size() / bytes_each) good_ = false;
        return good_ ? value : 0;
    }
    std::string text() {
        auto const size = count(1);
        std::string value{rest_.substr(0, size)};
        rest_.remove_prefix(size);
        return value;
    }
    ByteRange range() {
        auto const offset = number();
        return {offset, number()};
    }
    bool good() const { return good_; }
    bool at_end() const { return good_ && rest_.empty(); }

private:
    std::string_view rest_;
    bool good_ = true;
};

void encode_pixels(Encoder& encoder, PixelLayout const& pixels) {
    encoder.number(static_cast<std::uint64_t>(pixels.encoding));
    encoder.number((std::uint64_t{pixels.tag.group} << 16) | pixels.tag.element);
    encoder.text(pixels.vr);
    encoder.range(pixels.value);
    encoder.number(pixels.frames);
    encoder.number(pixels.frame_bits);
    encoder.number(pixels.fragments.size());
    std::uint64_t end = pixels.value.offset;
    for (auto const& fragment : pixels.fragments) {
        encoder.number(fragment.offset - end);
        encoder.number(fragment.length);
        end = fragment.offset + fragment.length;
    }
    encoder.number(pixels.fragments_of_frame.size());
    for (auto const count : pixels.fragments_of_frame) encoder.number(count);
}

PixelLayout decode_pixels(Decoder& decoder) {
    PixelLayout pixels;
    pixels.encoding = static_cast<PixelEncoding>(decoder.number() % 3);
    auto const tag = decoder.number();
    pixels.tag = {static_cast<std::uint16_t>(tag >> 16), static_cast<std::uint16_t>(tag & 0xFFFFU)};
    pixels.vr = decoder.text();
    pixels.value = decoder.range();
    pixels.frames = static_cast<std::uint32_t>(decoder.number());
    pixels.frame_bits = decoder.number();
    auto fragments = decoder.count(2);
    std::uint64_t end = pixels.value.offset;
    pixels.fragments.reserve(fragments);
    for (; fragments > 0 && decoder.good(); --fragments) {
        auto const offset = end + decoder.number();
        auto const length = decoder.number();
        pixels.fragments.push_back({offset, length});
        end = offset + length;
    }
    auto counts = decoder.count(1);
    pixels.fragments_of_frame.reserve(counts);
    for (; counts > 0 && decoder.good(); --counts)
        pixels.fragments_of_frame.push_back(static_cast<std::uint32_t>(decoder.number()));
    return pixels;
}

Result<std::vector<ByteRange>> native_frame(PixelLayout const& pixels, std::uint32_t number) {
    // A frame count and size that overflow describe nothing that could have been stored.
    if (pixels.frame_bits == 0 || pixels.frame_bits > std::numeric_limits<std::uint64_t>::max() / number)
        return fail(ErrorCode::not_found, "pixel data without a size");
    if (pixels.frame_bits % 8 != 0) return fail(ErrorCode::not_acceptable, "frames do not lie on bytes");
    std::uint64_t const size = pixels.frame_bits / 8;
    std::uint64_t const start = (number - 1) * size;
    bool const inside = start <= pixels.value.length && size <= pixels.value.length - start;
    if (!inside) return fail(ErrorCode::not_found, "the pixel data end before this frame");
    return std::vector<ByteRange>{{pixels.value.offset + start, size}};
}

Result<std::vector<ByteRange>> encapsulated_frame(PixelLayout const& pixels, std::uint32_t number) {
    auto const& counts = pixels.fragments_of_frame;
    if (number > counts.size()) return fail(ErrorCode::not_found, "no fragments for this frame");
    std::size_t first = 0;
    for (std::uint32_t i = 0; i + 1 < number; ++i) first += counts[i];
    if (first + counts[number - 1] > pixels.fragments.size()) return fail(ErrorCode::internal, "a damaged layout");
    auto const begin = pixels.fragments.begin() + static_cast<std::ptrdiff_t>(first);
    return std::vector<ByteRange>{begin, begin + counts[number - 1]};
}

}  // namespace

std::string encode_layout(InstanceLayout const& layout) {
    Encoder encoder;
    encoder.number(layout_version);
    encoder.number((layout.deflated ? 1U : 0U) | (layout.big_endian ? 2U : 0U));
    encoder.range(layout.dataset);
    encode_pixels(encoder, layout.pixels);
    encoder.number(layout.bulk.size());
    for (auto const& value : layout.bulk) {
        encoder.text(value.path);
        encoder.text(value.vr);
        encoder.range(value.range);
    }
    return encoder.take();
}

Result<InstanceLayout> decode_layout(std::string_view bytes) {
    Decoder decoder{bytes};
    if (decoder.number() != layout_version) return fail(ErrorCode::malformed, "an unknown layout version");
    InstanceLayout layout;
    auto const flags = decoder.number();
    layout.deflated = (flags & 1U) != 0;
    layout.big_endian = (flags & 2U) != 0;
    layout.dataset = decoder.range();
    layout.pixels = decode_pixels(decoder);
    for (auto count = decoder.count(4); count > 0 && decoder.good(); --count) {
        auto path = decoder.text();
        auto vr = decoder.text();
        layout.bulk.push_back({std::move(path), std::move(vr), decoder.range()});
    }
    if (!decoder.at_end()) return fail(ErrorCode::malformed, "a damaged layout");
    return layout;
}

Result<std::vector<ByteRange>> frame_ranges(InstanceLayout const& layout, std::uint32_t number) {
    auto const& pixels = layout.pixels;
    if (pixels.encoding == PixelEncoding::none) return fail(ErrorCode::not_found, "no pixel data");
    if (number == 0 || number > pixels.frames) return fail(ErrorCode::not_found, "no such frame");
    return pixels.encoding == PixelEncoding::native ? native_frame(pixels, number) : encapsulated_frame(pixels, number);
}

}  // namespace cassette
