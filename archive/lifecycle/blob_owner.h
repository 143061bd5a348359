#pragma once

#include "archive/part10/dataset_scanner.h"
#include "schema/uid.h"
#include "storage/blob_store.h"

namespace cassette {

// Whether the bytes of a blob say that they are another SOP Instance: then it is not freed with this one, whatever an index that
// was damaged has it for. False where they say nothing: what is missing, cannot be read or is not DICOM any more goes with
// whoever had it. Reads a mebibyte at most.
[[nodiscard]] bool is_of_another(BlobStore const& blobs, Digest const& blob, SOPInstanceUID const& instance,
                                 DatasetLimits const& limits);

}  // namespace cassette
