#include "archive/part10/element_header.h"

namespace cassette {

namespace {

std::uint32_t at(std::span<std::byte const> bytes, std::size_t i) { return std::to_integer<std::uint32_t>(bytes[i]); }

bool is_capital(std::byte b) { return b >= std::byte{'A'} && b <= std::byte{'Z'}; }

// What some writers put where they know no VR, with the 16-bit length of most VRs behind it.
bool is_blank(std::byte b) {
    return b == std::byte{' '} || b == std::byte{0} || b == std::byte{'?'} || b == std::byte{'-'};
}

}  // namespace

std::uint16_t read_16(std::span<std::byte const> bytes, ByteOrder order) {
    auto const little = at(bytes, 0) | (at(bytes, 1) << 8);
    auto const big = at(bytes, 1) | (at(bytes, 0) << 8);
    return static_cast<std::uint16_t>(order == ByteOrder::little ? little : big);
}

std::uint32_t read_32(std::span<std::byte const> bytes, ByteOrder order) {
    std::uint32_t const first = read_16(bytes, order);
    std::uint32_t const second = read_16(bytes.subspan(2), order);
    return order == ByteOrder::little ? first | (second << 16) : second | (first << 16);
}

std::optional<ElementHeader> read_element_header(std::span<std::byte const> bytes, ElementEncoding encoding) {
    if (bytes.size() < 8) return std::nullopt;
    ElementHeader header;
    header.tag = {read_16(bytes, encoding.order), read_16(bytes.subspan(2), encoding.order)};
    header.size = 8;
    bool const may_have_vr = encoding.explicit_vr && header.tag.group != 0xFFFE;
    bool const blank_vr = may_have_vr && is_blank(bytes[4]) && is_blank(bytes[5]);
    if (blank_vr) {
        header.length = read_16(bytes.subspan(6), encoding.order);
        return header;
    }
    bool const has_vr = may_have_vr && is_capital(bytes[4]) && is_capital(bytes[5]);
    if (!has_vr) {
        header.length = read_32(bytes.subspan(4), encoding.order);
        return header;
    }
    header.vr = {static_cast<char>(bytes[4]), static_cast<char>(bytes[5])};
    if (!has_long_length(header.vr_text())) {
        header.length = read_16(bytes.subspan(6), encoding.order);
        return header;
    }
    if (bytes.size() < 12) return std::nullopt;
    header.length = read_32(bytes.subspan(8), encoding.order);
    header.size = 12;
    return header;
}

std::optional<ElementEncoding> guess_encoding(std::span<std::byte const> first_bytes) {
    if (first_bytes.size() < 8) return std::nullopt;
    char const letters[] = {static_cast<char>(first_bytes[4]), static_cast<char>(first_bytes[5])};
    bool const big = at(first_bytes, 0) == 0 && at(first_bytes, 1) != 0;
    ByteOrder const order = big ? ByteOrder::big : ByteOrder::little;
    if (is_known_vr({letters, 2})) return ElementEncoding{true, order};
    // Composite objects start with group 0008; an element of it is short and known.
    Tag const tag{read_16(first_bytes, ByteOrder::little), read_16(first_bytes.subspan(2), ByteOrder::little)};
    bool const plausible = tag.group == 0x0008 && read_32(first_bytes.subspan(4), ByteOrder::little) < 0x10000;
    if (plausible) return ElementEncoding{false, ByteOrder::little};
    return std::nullopt;
}

}  // namespace cassette
