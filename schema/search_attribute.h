#pragma once

#include "schema/attribute.h"
#include "schema/level.h"
#include "schema/result.h"
#include "schema/tag.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace cassette {

// An attribute that can be searched by although the index has no column for it: within sequences, private, or rarely
// asked for. Its values are rows (docs/index-schema.md).
struct SearchAttribute {
    std::string name;            // keywords joined by full stops, or what the configuration calls it
    std::vector<Tag> sequences;  // that lead to it, outermost first
    Tag tag;
    std::string private_creator = {};  // of the path's private tags; the blocks are found by it (PS3.5 7.8.1)
    std::string vr;
    Level level;
    Matching matching;
};

// Whether two are the same attribute, whatever their names.
[[nodiscard]] bool same_attribute(SearchAttribute const& a, SearchAttribute const& b);

// Those that every index has, PS3.4 C.6 and PS3.18 10.6 extended by what people ask for.
[[nodiscard]] std::span<SearchAttribute const> built_in_search_attributes();

// How values of the VR are matched; nullopt for VRs that are not (PS3.4 C.2.2.2). Matching::number covers decimals too.
[[nodiscard]] std::optional<Matching> matching_of_vr(std::string_view vr);
[[nodiscard]] bool is_decimal_vr(std::string_view vr);  // DS, FL, FD

inline constexpr std::size_t search_depth_max = 4;  // sequences in each other

// "00400275.00400009" for a path, and back. ErrorCode::malformed for anything but tags, or too many.
[[nodiscard]] std::string path_text(std::span<Tag const> sequences, Tag tag);
struct SearchPath {
    std::vector<Tag> sequences;
    Tag tag;
};
[[nodiscard]] Result<SearchPath> parse_path(std::string_view text);

// Which item of each sequence a value lies in, as one number: 15 bits for each level of nesting, outermost first, items
// counted from 1; 0 outside sequences. Two values lie in the same item of their first `depth` sequences when these agree.
inline constexpr unsigned item_bits = 15;
inline constexpr std::int64_t item_number_max = (1 << item_bits) - 1;
constexpr unsigned item_shift(std::size_t depth) { return item_bits * static_cast<unsigned>(search_depth_max - depth); }

}  // namespace cassette
