#pragma once

#include "schema/result.h"

#include <compare>
#include <string>
#include <string_view>

namespace cassette {

// Application Entity title. PS3.5 6.2, VR AE: 1 to 16 characters of the default repertoire, no backslash, no control
// characters; leading and trailing spaces do not count.
class AETitle {
public:
    // ErrorCode::malformed when the text is not an AE title.
    static Result<AETitle> parse(std::string_view text);
    std::string const& str() const { return text_; }
    auto operator<=>(AETitle const&) const = default;

private:
    explicit AETitle(std::string text) : text_{std::move(text)} {}
    std::string text_;
};

}  // namespace cassette
