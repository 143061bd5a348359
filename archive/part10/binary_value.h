#pragma once

#include "archive/part10/element_header.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace cassette {

// The VRs whose values are numbers of a fixed size, PS3.5 6.2.
enum class BinaryForm { signed_integer, unsigned_integer, real, tag };
struct BinaryVR {
    std::string_view vr;
    BinaryForm form;
    std::size_t size;  // bytes of one value
};
// nullptr for any other VR.
[[nodiscard]] BinaryVR const* binary_vr(std::string_view vr);

// One value, of the bytes that it takes.
class BinaryValue {
public:
    // `bytes` has vr.size.
    BinaryValue(BinaryVR const& vr, std::string_view bytes, ByteOrder order);

    std::int64_t as_signed() const;
    std::uint64_t as_unsigned() const { return bits_; }
    float as_float() const;    // a real of 4 bytes
    double as_double() const;  // a real of 8
    Tag as_tag() const;
    // In decimal, a tag as eight hexadecimal digits.
    std::string text() const;

private:
    BinaryVR const& vr_;
    std::uint64_t bits_;  // of a tag the element number above the group number
};

}  // namespace cassette
