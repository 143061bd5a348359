#pragma once

#include "archive/pixels/transcode.h"
#include "archive/retrieve/retrieve.h"

#include <memory>
#include <string>
#include <vector>

namespace cassette {

// Whether somebody said that the pixels hold no text about the patient: Burned In Annotation (0028,0301).
enum class PixelText { none, unknown };

struct DeidentifiedPart10 {
    std::vector<BlobRange> pieces;  // of the file, one after another; bulk and pixel data where they lie
    std::string transfer_syntax;
    std::string sop_instance;  // the new UID
    PixelText pixel_text = PixelText::unknown;
};

// A stored object, or one that was made of it, de-identified as deidentified_header.h says, as a Part 10 file with a File
// Meta group of our own: in its own transfer syntax, but Explicit VR Little Endian where that was implicit or deflated. Pixel
// data are not touched and not read; memory holds the header. The UIDs follow from ArchiveSettings::pseudonym_key.
// ErrorCode::not_acceptable when the object says that its pixels hold text about the patient: nobody removes that here.
// Otherwise errors are those of reading it.
[[nodiscard]] Result<DeidentifiedPart10> deidentified_part10(Archive const& archive,
                                                             std::shared_ptr<Blob const> object);
// The same of one that is made as it is read: it goes through the blob store's spool. ErrorCode::out_of_resources.
[[nodiscard]] Result<DeidentifiedPart10> deidentified_part10(Archive const& archive, ByteStream& object);

}  // namespace cassette
