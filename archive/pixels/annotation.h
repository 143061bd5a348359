#pragma once

#include "archive/pixels/raster.h"
#include "archive/pixels/render.h"

#include <dcmtk/dcmdata/dcdatset.h>

#include <string>
#include <vector>

namespace cassette {

// What PS3.18 8.3.5.1.1 leaves to the origin server, as lines in UTF-8. `patient`: name, ID, birth date and sex.
[[nodiscard]] std::vector<std::string> patient_annotation(DcmDataset& attributes);
// `technique`: modality and place; when it was acquired; description; how, by modality; the window in use.
[[nodiscard]] std::vector<std::string> technique_annotation(DcmDataset& attributes, RenderRequest const& request);

// Burns the annotations that the request asks for into the picture: the patient at the top left, the technique at the bottom
// left, in letters that fit its width.
void burn_in(DcmDataset& attributes, RenderRequest const& request, Raster& raster);

}  // namespace cassette
