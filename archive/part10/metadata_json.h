#pragma once

#include "archive/part10/instance_layout.h"
#include "archive/part10/text_decoder.h"

#include <dcmtk/dcmdata/dcdatset.h>

#include <string>
#include <string_view>

namespace cassette {

// The DICOM JSON Model object (PS3.18 F) of an instance: every attribute of the header in UTF-8, sequences included; bulk
// values and Pixel Data by BulkDataURI = `bulk_uri_prefix` + path; binary values of the header inline.
struct MetadataSource {
    DcmDataset& dataset;
    InstanceLayout const& layout;
    std::string transfer_syntax;  // told as Available Transfer Syntax UID (0008,3002)
    std::string bulk_uri_prefix;
};
[[nodiscard]] std::string metadata_json(MetadataSource const& source, TextDecoder& decoder);

}  // namespace cassette
