#include "dimse/pending_matches.h"

namespace cassette::dimse {

Result<void> PendingMatches::send(std::string_view identifier) {
    if (exchange_.cancelled(request_)) return fail(ErrorCode::cancelled, {});
    if (!exchange_.respond(request_, {.status = status_, .data_set_follows = true}, identifier) ||
        !exchange_.flush_if_late())
        return fail(ErrorCode::unavailable, "the requestor is gone");
    ++sent_;
    return {};
}

}  // namespace cassette::dimse
