#pragma once

#include "schema/level.h"
#include "schema/tag.h"

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

namespace cassette {

// How a key of this attribute is matched, PS3.4 C.2.2.2. Universal matching and lists of values go with every kind.
enum class Matching {
    uid,          // single value or list of UIDs
    text,         // single value or, where the VR allows it, wildcard; case-sensitive
    person_name,  // single value or wildcard on case- and accent-folded component groups, or by words
    date,         // DA: single value or range
    time,         // TM: single value or range
    date_time,    // DT: single value or range
    number,       // IS, US: single value
    membership,   // one of the values below this level (Modalities in Study)
    none,         // returned, never matched
};

// Where the value of an attribute comes from.
enum class Origin {
    dataset,     // the SOP Instance's own data set
    maintained,  // kept by the index itself: counts, Modalities in Study, availability
};

// A searchable or always returned attribute. `column` names it in the SQL tables of its level (schema/migrations).
struct Attribute {
    std::string_view keyword;  // PS3.6
    Tag tag;
    std::string_view vr;
    Level level;
    Matching matching;
    std::string_view column;
    Origin origin = Origin::dataset;
};

// Whether its value multiplicity is above 1 (PS3.6): several values, separated by backslash.
[[nodiscard]] bool has_several_values(Attribute const& attribute);
// Whether * and ? are wildcards in keys of this VR (PS3.4 C.2.2.2.4); elsewhere they are themselves.
[[nodiscard]] bool has_wildcards(std::string_view vr);
// Whether a backslash is a character of the VR's single value (PS3.5 6.2).
[[nodiscard]] bool is_single_text(std::string_view vr);

// The one table of indexed attributes, ordered by level. The SQL columns, the keys of C-FIND, the parameters of QIDO-RS
// and the conformance pages come from it (PS3.4 C.6.1, C.6.2; PS3.18 10.6). A position in it is an AttributeIndex.
[[nodiscard]] std::span<Attribute const> attributes();

using AttributeIndex = std::size_t;
[[nodiscard]] std::optional<AttributeIndex> find_attribute(Tag tag);
[[nodiscard]] std::optional<AttributeIndex> find_attribute(std::string_view keyword);
// For attributes known to be in the table: the position, at compile-time cost of a search. Asserts that it is there.
[[nodiscard]] AttributeIndex attribute_at(Tag tag);

}  // namespace cassette
