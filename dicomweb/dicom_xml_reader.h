#pragma once

#include "dicomweb/dicom_json_reader.h"

#include <string_view>

namespace cassette::dicomweb {

// Reads one instance of the Native DICOM Model (PS3.19 A.1.6) into the DICOM JSON Model. Values stay text, as the XML has
// them; a BulkData element's `uri`, or else its `uuid`, becomes the BulkDataURI. A private attribute that names its
// `privateCreator` gets a block of that creator, whatever block its tag says (PS3.5 7.8.1).
// ErrorCode::malformed for what is not well-formed or not that model, and for any document type declaration: there are no
// entities but XML's own.
[[nodiscard]] Result<boost::json::object> read_xml_instance(std::string_view text, MetadataLimits const& limits);

}  // namespace cassette::dicomweb
