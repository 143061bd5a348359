#pragma once

#include "schema/result.h"
#include "schema/tag.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cassette {

struct ByteRange {
    std::uint64_t offset = 0;  // bytes; from the start of the blob, or of the inflated data set when `deflated`
    std::uint64_t length = 0;
    bool operator==(ByteRange const&) const = default;
};

// One value that metadata names by BulkDataURI. `path` is the attribute's tag in hexadecimal; for one inside sequences,
// sequence tag, item number from 1, ..., tag, joined by dots: "54000100.1.54001010".
struct BulkValue {
    std::string path;
    std::string vr;
    ByteRange range;
    bool operator==(BulkValue const&) const = default;
};

enum class PixelEncoding { none, native, encapsulated };

// Where Pixel Data (7FE0,0010), Float (7FE0,0008) or Double Float Pixel Data (7FE0,0009) and its frames lie, PS3.5 A.4.
struct PixelLayout {
    PixelEncoding encoding = PixelEncoding::none;
    Tag tag{0x7FE0, 0x0010};
    std::string vr;
    ByteRange value;  // native: the value; encapsulated: from the first Item to before the Sequence Delimitation Item
    std::uint32_t frames = 0;
    std::uint64_t frame_bits = 0;  // native: Rows x Columns x Samples x Bits Allocated
    // Encapsulated: the fragments in order, and for each frame how many of them it takes; no fragment belongs to two frames.
    std::vector<ByteRange> fragments;
    std::vector<std::uint32_t> fragments_of_frame;
    bool operator==(PixelLayout const&) const = default;
};

// Where things lie in the blob of one SOP Instance.
struct InstanceLayout {
    bool deflated = false;  // ranges count bytes of the inflated data set
    bool big_endian = false;
    ByteRange dataset;  // in the blob, as stored
    PixelLayout pixels;
    std::vector<BulkValue> bulk;
    bool operator==(InstanceLayout const&) const = default;
};

// A compact, versioned encoding; decode(encode(x)) == x. ErrorCode::malformed for what no version wrote.
[[nodiscard]] std::string encode_layout(InstanceLayout const& layout);
[[nodiscard]] Result<InstanceLayout> decode_layout(std::string_view bytes);

// The ranges that make up frame `number`, counted from 1: one for native frames that are whole bytes, one or more
// fragments for encapsulated ones. ErrorCode::not_found beyond the last frame; ErrorCode::not_acceptable for a native frame
// that does not start or end on a byte (use read_frame).
[[nodiscard]] Result<std::vector<ByteRange>> frame_ranges(InstanceLayout const& layout, std::uint32_t number);

}  // namespace cassette
