#pragma once

#include "dicomweb/http/message.h"
#include "schema/tag.h"

#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace cassette::dicomweb {

// Which attributes of the data set a client wants of its metadata: beyond the standard, `includefield` as in a search (PS3.18
// 8.3.4.3), by keyword, tag or path; a path gives the whole of its outermost sequence. What identifies the instance is
// always told.
class MetadataFields {
public:
    // nullopt: everything. ErrorCode::malformed for what names no attribute.
    static Result<std::optional<MetadataFields>> parse(http::Request const& request);

    // A data set of the DICOM JSON Model without what is not wanted. ErrorCode::internal for what is not a data set.
    Result<std::string> select(std::string_view json_dataset) const;

private:
    explicit MetadataFields(std::set<Tag> tags) : tags_{std::move(tags)} {}

    std::set<Tag> tags_;
};

}  // namespace cassette::dicomweb
