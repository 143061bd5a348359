#pragma once

#include "archive/archive.h"
#include "dicomweb/bulk_data_prefix.h"
#include "dicomweb/http/compression.h"
#include "dicomweb/http/message.h"
#include "dicomweb/metadata_fields.h"

#include <memory>
#include <optional>
#include <vector>

namespace cassette::dicomweb {

struct MetadataSelection {
    std::vector<RetrieveScope> scopes;
    std::optional<MetadataFields> fields;     // everything without
    std::optional<BulkDataPrefix> bulk_data;  // as stored without
};

// The JSON array of the metadata of all instances in the scopes, read scope by scope as it is sent, so that memory holds one
// series and not a study. Sent whole in gzip it is what was deflated at ingest. The length is not known beforehand. `archive`
// must outlive the body.
[[nodiscard]] std::unique_ptr<http::BodySource> metadata_body(Archive const& archive, Principal principal,
                                                              MetadataSelection selection, http::ContentCoding coding);

}  // namespace cassette::dicomweb
