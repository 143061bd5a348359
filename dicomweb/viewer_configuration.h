#pragma once

#include <string>
#include <string_view>

namespace cassette::dicomweb {

// app-config.js of OHIF 3.13: the node beside the viewer is its data source. Every address is made from the one that the
// script itself was loaded from, so it holds behind any proxy. `base_path` is that of DICOMweb, "/dicom-web".
[[nodiscard]] std::string viewer_configuration(std::string_view base_path);

}  // namespace cassette::dicomweb
