#pragma once

#include "dicomweb/frame_parts.h"
#include "dicomweb/multipart_writer.h"
#include "dicomweb/service.h"

#include <optional>
#include <string>
#include <vector>

namespace cassette::dicomweb {

enum class BulkKind { pixel_data, everything };

// How the bulk data of one instance leaves, settled before the first byte of the answer.
struct BulkPlan {
    InstanceLocation location;
    std::optional<Offer> pixels;  // by which Pixel Data leaves
    bool values = false;          // the other bulk data leaves too
};

// ErrorCode::not_found when the instance has no bulk data of that kind, not_acceptable when the client takes none of it.
[[nodiscard]] Result<BulkPlan> plan_bulk(Service const& service, http::Request const& request,
                                         InstanceLocation const& location, BulkKind kind);
// The parts, opened when their turn comes. `plan` is one of plan_bulk.
[[nodiscard]] Result<std::vector<Part>> bulk_parts(Service const& service, Principal const& principal,
                                                   BulkPlan const& plan);

// "application/octet-stream" in a multipart, as it is.
[[nodiscard]] Offer bulk_value_offer();
// "/dicom-web/studies/.../bulkdata/00091001"
[[nodiscard]] std::string bulk_path(Service const& service, InstanceLocation const& location, std::string_view path);

}  // namespace cassette::dicomweb
