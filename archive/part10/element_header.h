#pragma once

#include "archive/part10/header_writer.h"
#include "archive/part10/value_representation.h"
#include "schema/tag.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace cassette {

// How elements are written at some place of a data set.
struct ElementEncoding {
    bool explicit_vr = true;
    ByteOrder order = ByteOrder::little;
    bool operator==(ElementEncoding const&) const = default;
};

inline constexpr std::uint32_t undefined_length = 0xFFFFFFFF;
inline constexpr Tag item_tag{0xFFFE, 0xE000};
inline constexpr Tag item_delimitation_tag{0xFFFE, 0xE00D};
inline constexpr Tag sequence_delimitation_tag{0xFFFE, 0xE0DD};

// Tag, VR and length of an element, PS3.5 7.1.
struct ElementHeader {
    Tag tag;
    std::array<char, 2> vr{};  // as written; two NULs when the element has none
    std::uint32_t length = 0;  // bytes of the value; undefined_length
    std::size_t size = 0;      // bytes that the header itself takes: 8 or 12
    std::string_view vr_text() const { return vr[0] == '\0' ? std::string_view{} : std::string_view{vr.data(), 2}; }
};

// Reads a header from the start of `bytes`; nullopt when more bytes are needed (at most 12). An Explicit VR element whose VR
// is blank has a 16-bit length; one whose VR is neither blank nor two capital letters is read as if it had none.
[[nodiscard]] std::optional<ElementHeader> read_element_header(std::span<std::byte const> bytes,
                                                               ElementEncoding encoding);

[[nodiscard]] std::uint16_t read_16(std::span<std::byte const> bytes, ByteOrder order);
[[nodiscard]] std::uint32_t read_32(std::span<std::byte const> bytes, ByteOrder order);

// What the first eight bytes of a data set look like, whatever somebody says of them; nullopt when they look like nothing.
[[nodiscard]] std::optional<ElementEncoding> guess_encoding(std::span<std::byte const> first_bytes);

}  // namespace cassette
