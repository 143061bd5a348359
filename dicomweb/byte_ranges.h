#pragma once

#include "archive/part10/instance_layout.h"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace cassette::dicomweb {

// More ranges than this in one request, and the whole is sent instead (RFC 9110 14.2).
inline constexpr std::size_t byte_ranges_max = 64;

// What a Range field asks of a representation of so many bytes.
struct RangeRequest {
    enum class Kind { whole, ranges, unsatisfiable } kind = Kind::whole;
    std::vector<ByteRange> ranges = {};  // ascending, none empty, none touching another, all within the representation
};

// RFC 9110 14.1.2: "bytes=0-99,200-,-5". Ranges beyond the end are left out, overlapping and adjacent ones become one. The
// whole for other units, for what cannot be read, and for too many ranges; `unsatisfiable` when no range is left.
[[nodiscard]] RangeRequest parse_byte_ranges(std::string_view field, std::uint64_t length);

}  // namespace cassette::dicomweb
