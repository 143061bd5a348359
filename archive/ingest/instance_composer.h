#pragma once

#include "archive/ingest/bulk_parts.h"
#include "archive/ingest/incoming_instance.h"

#include <boost/json/object.hpp>

#include <optional>
#include <string>

namespace cassette {

// What every instance of one Store request has in common.
struct ComposerRequest {
    Archive& archive;
    Principal principal;
    std::string source;
    std::optional<StudyInstanceUID> study;  // that the instances must belong to
};

// Makes a Part 10 file of metadata in the DICOM JSON Model (PS3.18 F) and the bulk data that they name, and stores it
// through the one ingest: in Explicit VR Little Endian, or, where Pixel Data came compressed, in the transfer syntax of their
// media type, one fragment a part (PS3.5 A.4). Image Pixel attributes that are missing are read from the compressed frames
// (PS3.18 10.5.2). Pixel Data named in the metadata, but in no part, are an error like any other missing value.
// ErrorCode::malformed for metadata that are no data set, and for bulk data that are missing; unsupported_media_type for
// pixels in a coding that no transfer syntax has; too_large; otherwise as IncomingInstance.
[[nodiscard]] Result<StoredInstance> store_composed(ComposerRequest const& request, boost::json::object metadata,
                                                    BulkParts& parts);

// What the metadata say of themselves, for the Failed SOP Sequence.
[[nodiscard]] Identification identification_of(boost::json::object const& metadata);

}  // namespace cassette
