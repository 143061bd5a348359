#pragma once

#include "archive/query/find.h"

#include <optional>
#include <string_view>

namespace cassette {

// What a key's value asks of an indexed attribute.
struct Matched {
    std::optional<Operand> operand;  // none: universal matching, PS3.4 C.2.2.2.3
    bool nothing = false;            // no value of this attribute can match
};

// Reads the value by the attribute's matching kind (PS3.4 C.2.2.2). ErrorCode::malformed when its VR does not allow it; the
// detail names the tag and not the value. A list of names is not matched by words, whatever the options say.
[[nodiscard]] Result<Matched> match_of(Attribute const& attribute, std::string_view value,
                                       MatchingOptions const& options = {});

}  // namespace cassette
