#pragma once

#include "schema/tag.h"

#include <compare>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cassette::dicomweb {

// The {attribute} of a query parameter, PS3.18 8.3.4.1: one of the data set, or one of the items of the sequences that lead
// to it, outermost first.
struct AttributePath {
    std::vector<Tag> sequences;
    Tag tag;
    auto operator<=>(AttributePath const&) const = default;
    Tag outermost() const { return sequences.empty() ? tag : sequences.front(); }
};

// Keywords and tags of eight hexadecimal digits, mixed as one likes, joined by dots. nullopt when one of them is neither, or
// when something other than a sequence leads on.
[[nodiscard]] std::optional<AttributePath> parse_attribute_path(std::string_view text);
// The keywords joined by dots, a tag where there is no keyword. Read again it is the same path.
[[nodiscard]] std::string to_text(AttributePath const& path);

// PS3.5 7.8.1: (gggg,0010-00FF) with an odd group reserves the block (gggg,xx00-xxFF) for the creator that it names.
[[nodiscard]] bool is_private_creator(Tag tag);
[[nodiscard]] bool is_in_private_block(Tag tag);
// The creator element of an element in a private block.
[[nodiscard]] Tag creator_of(Tag tag);

}  // namespace cassette::dicomweb
