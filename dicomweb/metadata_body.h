#pragma once

#include "archive/archive.h"
#include "dicomweb/http/message.h"
#include "dicomweb/service.h"

#include <memory>
#include <vector>

namespace cassette::dicomweb {

enum class ContentCoding { identity, gzip };

// The JSON array of the metadata of all instances in the scopes, read scope by scope as it is sent, so that memory holds one
// series and not a study. The length is not known beforehand. `archive` must outlive the body.
[[nodiscard]] std::unique_ptr<http::BodySource> metadata_body(Archive const& archive, Principal principal,
                                                              std::vector<RetrieveScope> scopes, ContentCoding coding);

}  // namespace cassette::dicomweb
