#pragma once

#include "archive/query/find.h"
#include "dicomweb/attribute_path.h"
#include "dicomweb/http/message.h"
#include "dicomweb/settings.h"

#include <map>
#include <optional>
#include <string>
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
    std::vector<AttributePath> asked;  // by a key or by includefield, to be returned
    // The creators that private elements were asked of, by the element that names them in the request. The block that an
    // instance gives a creator may be another (PS3.5 7.8.1).
    std::map<Tag, std::string> private_creators;
    std::uint64_t limit = 0;
    bool limit_is_ours = false;            // the client wanted more, or did not say
    bool total_wanted = false;             // includecount
    std::vector<std::string> unsupported;  // parameters that were ignored, "" where the name is not fit to be repeated
};

// The query parameters of a Search transaction, PS3.18 10.6.1.2 and 8.3.4, and ours: `orderby` and `includecount`. Lists of
// UIDs and of code strings may be separated by comma or backslash, once or more. Parameters that are nothing of these are
// left out and named in `unsupported`, as PS3.18 8.3 wants it. ErrorCode::malformed for a value that its parameter does not
// allow. Attributes may also go by the names that the configuration gave them (`declared`).
[[nodiscard]] Result<Search> parse_search(http::Request const& request, SearchResource const& resource,
                                          ServiceSettings const& settings, DeclaredAttributes const& declared = {});

}  // namespace cassette::dicomweb
