#pragma once

#include "archive/part10/element_header.h"
#include "schema/result.h"
#include "schema/tag.h"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace cassette::dimse {

// A data element of a command set or an identifier, PS3.5 7.1: a value as it is on the wire, or items.
struct DataElement {
    Tag tag;
    std::string vr;          // from the wire, or the dictionary's where the wire has none; "UN" for neither
    std::string value = {};  // bytes, with their padding
    std::vector<std::vector<DataElement>> items = {};  // of a sequence
    bool operator==(DataElement const&) const = default;
};
using DataElements = std::vector<DataElement>;

inline constexpr ElementEncoding implicit_vr_little_endian{.explicit_vr = false, .order = ByteOrder::little};
inline constexpr ElementEncoding explicit_vr_little_endian{.explicit_vr = true, .order = ByteOrder::little};

// Reads a small data set whole: at most 8 sequences deep and 65,536 elements. Little endian only. ErrorCode::malformed for
// lengths that do not fit and for what exceeds the bounds.
[[nodiscard]] Result<DataElements> read_elements(std::span<std::byte const> bytes, ElementEncoding encoding);

// Writes an element, with a value of even length (PS3.5 7.1.1) and sequences and items of defined length.
void append_element(std::string& out, DataElement const& element, ElementEncoding encoding);

// The value without the padding its VR has (PS3.5 6.2): trailing NULs and spaces.
[[nodiscard]] std::string_view without_padding(std::string_view value);

// Little-endian integers of a value.
[[nodiscard]] std::uint64_t read_little(std::string_view bytes);
[[nodiscard]] std::string little_16(std::uint16_t value);

}  // namespace cassette::dimse
