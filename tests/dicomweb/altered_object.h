#pragma once

#include <dcmtk/config/osconfig.h>

#include <dcmtk/dcmdata/dcdatset.h>

#include <functional>
#include <string>

namespace cassette::dicomweb {

// The Part 10 file with its data set changed, in Explicit VR Little Endian.
[[nodiscard]] std::string altered(std::string const& file, std::function<void(DcmDataset&)> const& alter);
void put(DcmItem& item, DcmTagKey const& key, char const* value);
// The first item of a sequence, made where there is none.
[[nodiscard]] DcmItem& item_of(DcmItem& holder, DcmTagKey const& sequence);

}  // namespace cassette::dicomweb
