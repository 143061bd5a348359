#pragma once

#include "archive/pixels/render.h"
#include "tests/support/decoded_picture.h"
#include "tests/support/sample_image.h"

#include <dcmtk/dcmdata/dcitem.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace cassette::testing {

using Samples = std::vector<std::uint8_t>;

// Stores the object on its own and renders a frame of it.
[[nodiscard]] Result<std::string> render(std::string_view part10, RenderRequest const& request);
// As PNG, decoded. The test fails when it is not rendered.
[[nodiscard]] DecodedPicture png_of(std::string_view part10, RenderRequest request = {});
[[nodiscard]] Samples samples_of(SampleImage const& image, RenderRequest const& request = {});
// The test fails when it is rendered.
[[nodiscard]] ErrorCode error_of(SampleImage const& image, RenderRequest const& request = {});

// For SampleImage::more.
void put(DcmItem& item, DcmTagKey const& key, char const* value);
void put(DcmItem& item, DcmTagKey const& key, std::uint16_t value);
void put_words(DcmItem& item, DcmTagKey const& key, std::vector<std::uint16_t> const& words);  // US when three, else OW
// An item of a sequence, which is made when it is not there.
DcmItem& item_of(DcmItem& holder, DcmTagKey const& sequence, signed long number = 0);

}  // namespace cassette::testing
