#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace cassette {

// A data element tag (gggg,eeee), PS3.5 7.1.
struct Tag {
    std::uint16_t group = 0;
    std::uint16_t element = 0;
    constexpr auto operator<=>(Tag const&) const = default;
    constexpr bool is_private() const { return (group & 1U) != 0; }
};

// Eight upper-case hexadecimal digits, as DICOM JSON and DICOMweb write a tag: "0020000D".
[[nodiscard]] std::string to_hex(Tag tag);
// Exactly eight hexadecimal digits, either case; nullopt otherwise.
[[nodiscard]] std::optional<Tag> parse_tag(std::string_view hex);

}  // namespace cassette
