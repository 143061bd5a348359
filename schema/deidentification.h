#pragma once

#include "schema/tag.h"

#include <span>

namespace cassette {

// What the Basic Application Level Confidentiality Profile does with an attribute, PS3.15 Table E.1-1a. Where the table leaves
// a choice by the attribute's type in the IOD, the name says between what.
enum class DeidentificationAction {
    keep,                      // not in the table
    remove,                    // X
    empty,                     // Z
    dummy,                     // D
    uid,                       // U
    remove_or_empty,           // X/Z
    remove_or_dummy,           // X/D
    remove_or_empty_or_dummy,  // X/Z/D
    empty_or_dummy,            // Z/D
    remove_or_empty_or_uid,    // X/Z/U*
};

struct DeidentifiedAttribute {
    Tag tag;
    DeidentificationAction action;
};

// PS3.15 Table E.1-1, Basic Profile, in the order of the tags, without its ranges of tags.
[[nodiscard]] std::span<DeidentifiedAttribute const> deidentified_attributes();
// What becomes of an attribute, ranges included: curves and overlays (50xx, 60xx), private attributes.
[[nodiscard]] DeidentificationAction deidentification_action(Tag tag);

}  // namespace cassette
