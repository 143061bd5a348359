#pragma once

#include "schema/result.h"

#include <compare>
#include <string>
#include <string_view>

namespace cassette {

// PS3.5 9.1: components of digits separated by dots, no leading zero in a component, at most 64 characters.
[[nodiscard]] bool is_valid_uid(std::string_view text);

// What identifies all the same when it comes from outside: letters, digits, dots, hyphens and underscores, at most 64, not
// beginning or ending with a dot and without two dots in a row, so that it is harmless in any path.
[[nodiscard]] bool is_usable_uid(std::string_view text);

// Drops the padding a UI value may carry: trailing NULs (PS3.5 6.2) and, leniently, surrounding spaces.
[[nodiscard]] std::string_view without_uid_padding(std::string_view text);

// A unique identifier of one kind; kinds do not convert into each other. Always usable once it exists,
// and valid but where a sender's was kept as it came.
template <class Tag>
class Uid {
public:
    // ErrorCode::malformed when the text is not a UID of PS3.5 9.1.
    static Result<Uid> parse(std::string_view text) {
        auto const bare = without_uid_padding(text);
        if (!is_valid_uid(bare)) return fail(ErrorCode::malformed, "not a UID (PS3.5 9.1)");
        return Uid{std::string{bare}};
    }
    // What a peer sent: also UIDs of unconventional form (is_usable_uid), which some modalities make. Lenient in, strict
    // out: UIDs that we make ourselves go through `parse`. ErrorCode::malformed.
    static Result<Uid> received(std::string_view text) {
        auto const bare = without_uid_padding(text);
        if (!is_usable_uid(bare)) return fail(ErrorCode::malformed, "not a UID (PS3.5 9.1)");
        return Uid{std::string{bare}};
    }
    std::string const& str() const { return text_; }
    auto operator<=>(Uid const&) const = default;

private:
    explicit Uid(std::string text) : text_{std::move(text)} {}
    std::string text_;
};

using StudyInstanceUID = Uid<struct StudyInstanceUIDTag>;
using SeriesInstanceUID = Uid<struct SeriesInstanceUIDTag>;
using SOPInstanceUID = Uid<struct SOPInstanceUIDTag>;
using SOPClassUID = Uid<struct SOPClassUIDTag>;
using TransferSyntaxUID = Uid<struct TransferSyntaxUIDTag>;

}  // namespace cassette
