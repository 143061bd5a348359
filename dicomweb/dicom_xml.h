#pragma once

#include "schema/result.h"

#include <string>
#include <string_view>

namespace cassette::dicomweb {

// A data set of the DICOM JSON Model as Native DICOM Model XML (PS3.19 A.1.6, PS3.18 F.3.1), with the XML declaration, in
// UTF-8. ErrorCode::malformed for what is not a data set.
[[nodiscard]] Result<std::string> native_dicom_model(std::string_view json_dataset);

}  // namespace cassette::dicomweb
