#pragma once

#include "archive/query/find.h"
#include "dicomweb/http/message.h"
#include "dicomweb/settings.h"

#include <optional>
#include <string_view>
#include <vector>

namespace cassette::dicomweb {

// What a search resource of PS3.18 Table 10.6.1-1 searches: a level, perhaps within one study or series.
struct SearchResource {
    Level level;
    std::optional<StudyInstanceUID> study;
    std::optional<SeriesInstanceUID> series;
};

struct Search {
    FindQuery query;  // its limit is one more than `limit` when the limit is ours, to learn whether there is more
    std::vector<Tag> asked;  // by a key or by includefield, to be returned
    std::uint64_t limit = 0;
    bool limit_is_ours = false;  // the client wanted more, or did not say
    bool fuzzy_matching = false;
};

// The tag of an {attributeID} (PS3.18 8.3.4.1): a keyword, eight hexadecimal digits, or a path through sequences, of which
// the last attribute counts where it is indexed and the first otherwise. nullopt when it is none of these.
[[nodiscard]] std::optional<Tag> parse_attribute_id(std::string_view text);

// The query parameters of a Search transaction, PS3.18 10.6.1.2 and 8.3.4. Lists of UIDs and of code strings may be
// separated by comma or backslash, once or more. ErrorCode::malformed for a parameter that is neither an attribute nor one
// of the standard's, and for limits that are not numbers.
[[nodiscard]] Result<Search> parse_search(http::Request const& request, SearchResource const& resource,
                                          ServiceSettings const& settings);

}  // namespace cassette::dicomweb
