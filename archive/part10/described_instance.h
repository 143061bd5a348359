#pragma once

#include "archive/archive.h"
#include "archive/ingest/store_warning.h"
#include "archive/part10/part10_scanner.h"
#include "storage/instance_record.h"
#include "storage/search_values.h"

#include <vector>

namespace cassette {

// Everything that is derived from the bytes of one SOP Instance.
struct DescribedInstance {
    StudyInstanceUID study;
    SeriesInstanceUID series;
    SOPInstanceUID instance;
    SOPClassUID sop_class;
    TransferSyntaxUID transfer_syntax;
    AttributeValues values;
    InstanceLayout layout;
    std::string metadata;  // DICOM JSON object
    std::vector<StoreWarning> warnings;
};

// ErrorCode::malformed when a UID that places the instance is missing or none.
[[nodiscard]] Result<DescribedInstance> describe_instance(ScannedInstance const& scanned,
                                                          ArchiveSettings const& settings);

// Where a blob came from and when.
struct Receipt {
    Digest blob;
    std::uint64_t size;      // bytes
    std::int64_t stored_at;  // nanoseconds since 1970
    std::string source;
};
// `declared` are the index's search attributes: the record has the instance's values of them.
[[nodiscard]] InstanceRecord record_of(DescribedInstance described, Receipt receipt,
                                       DeclaredAttributes const& declared);

}  // namespace cassette
