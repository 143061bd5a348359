#pragma once

#include "schema/tag.h"

#include <string>
#include <string_view>

namespace cassette::testing {

// Data sets of performed procedure steps in Explicit VR Little Endian (tests/archive/clinical/performed_step_sample.h).
[[nodiscard]] std::string step_created();
[[nodiscard]] std::string step_created_without(Tag tag);
struct TextAttribute {
    Tag tag;
    std::string_view vr;
    std::string_view value;
};
[[nodiscard]] std::string step_created_with(TextAttribute const& attribute);
[[nodiscard]] std::string step_ended(std::string const& status);
[[nodiscard]] std::string data_set_of(TextAttribute const& only);
[[nodiscard]] std::string bottomless_data_set();

}  // namespace cassette::testing
