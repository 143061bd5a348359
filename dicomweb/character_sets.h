#pragma once

#include "dicomweb/http/message.h"
#include "schema/result.h"

namespace cassette::dicomweb {

// Text leaves in UTF-8, whatever the stored object uses. The `charset` query parameter may say so: ErrorCode::malformed when
// it lists character sets and neither UTF-8, ISO_IR 192 nor their ASCII subsets are among them (PS3.18 8.3.3.2). Accept-Charset
// is disregarded, as RFC 9110 12.5.2 allows: JSON and XML are UTF-8 by definition.
[[nodiscard]] Result<void> check_character_sets(http::Request const& request);

}  // namespace cassette::dicomweb
