#pragma once

#include "schema/result.h"

#include <dcmtk/dcmdata/dcitem.h>

#include <cstdint>
#include <optional>
#include <vector>

namespace cassette {

// A Modality, VOI or palette LUT: PS3.3 C.11.1.1, C.11.2.1.1, C.7.6.3.1.5. `entries` is not empty.
struct LookupTable {
    std::int64_t first = 0;  // the value that the first entry is for; those below it map there, too
    std::vector<std::uint16_t> entries;
    std::uint32_t entry_max = 255;  // what the largest output can be, from the bits of the descriptor

    std::uint16_t at(std::int64_t value) const {
        if (value <= first) return entries.front();
        auto const index = static_cast<std::uint64_t>(value) - static_cast<std::uint64_t>(first);
        return index < entries.size() ? entries[index] : entries.back();
    }
    // The entry for a value, 0 to 255.
    std::uint8_t eight_bits(std::int64_t value) const;
};

struct LookupTableTags {
    DcmTagKey descriptor;
    DcmTagKey data;
    DcmTagKey segmented_data;  // (FFFF,FFFF) where there is none
};

enum class Signedness { unsigned_values, signed_values };  // of the values that are looked up

// nullopt when the item has no such table. ErrorCode::not_acceptable when descriptor and data do not go together.
[[nodiscard]] Result<std::optional<LookupTable>> read_lookup_table(DcmItem& item, LookupTableTags const& tags,
                                                                   Signedness signedness);

// Modality LUT Sequence and VOI LUT Sequence items have the same attributes.
[[nodiscard]] LookupTableTags lut_sequence_tags();

// The words that Segmented Palette Color Lookup Table Data stand for, PS3.3 C.7.9.2; at most `entries` of them.
// ErrorCode::not_acceptable for segments that do not fit.
[[nodiscard]] Result<std::vector<std::uint16_t>> expand_segments(std::vector<std::uint16_t> const& segments,
                                                                 std::size_t entries);

}  // namespace cassette
