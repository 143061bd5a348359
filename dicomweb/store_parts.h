#pragma once

#include "dicomweb/multipart_reader.h"
#include "dicomweb/store_session.h"

#include <memory>

namespace cassette::dicomweb {

// What the parts of a Store request are for, by its Content-Type (PS3.18 10.5.1.4). Failures go into the session's account,
// part by part: only begin_part, part_data and end_part of a part that is not there would be errors.
class StoreParts : public PartSink {
public:
    // The body ends inside a part, which is lost.
    virtual void abandon(Error const& error) = 0;
    // The body has ended.
    virtual void complete() = 0;
};

// Parts of application/dicom: each is an instance, stored as it streams in. `session` outlives the result.
[[nodiscard]] std::unique_ptr<StoreParts> instance_parts(StoreSession& session);

// Metadata and then the bulk data that they name (dicomweb/stow_metadata.cpp). `session` outlives the result.
enum class MetadataFormat { json, xml };
[[nodiscard]] std::unique_ptr<StoreParts> metadata_parts(StoreSession& session, MetadataFormat format);

}  // namespace cassette::dicomweb
