#pragma once

#include "schema/tag.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace cassette {

enum class ByteOrder { little, big };

// Writes the header of a data set again as Explicit VR with undefined-length sequences and items (PS3.5 7.5), which is all
// that a recursive parser behind the structural scanner gets to see.
//
//   element   gggg eeee VR llll value            short VRs
//             gggg eeee VR 0000 llllllll value   long VRs
//   sequence  gggg eeee SQ 0000 FFFFFFFF, items, FFFE E0DD 00000000
//   item      FFFE E000 FFFFFFFF, elements, FFFE E00D 00000000
class HeaderWriter {
public:
    explicit HeaderWriter(ByteOrder order) : order_{order} {}

    // Announces `length` bytes of value, which follow by `value`.
    void element(Tag tag, std::string_view vr, std::uint32_t length);
    void value(std::span<std::byte const> bytes);
    void begin_sequence(Tag tag);
    void end_sequence();
    void begin_item();
    void end_item();

    std::string const& bytes() const { return bytes_; }
    std::string take() { return std::move(bytes_); }
    ByteOrder order() const { return order_; }

private:
    void put_16(std::uint16_t value);
    void put_32(std::uint32_t value);
    void put_tag(Tag tag);

    ByteOrder order_;
    std::string bytes_;
};

}  // namespace cassette
