#pragma once

#include "archive/pixels/frame.h"
#include "archive/pixels/transcode/target_syntax.h"
#include "schema/digest.h"
#include "schema/uid.h"

#include <dcmtk/dcmdata/dcdatset.h>

#include <memory>
#include <string_view>

namespace cassette {

// The data set in front of the pixel data and the one behind them (PS3.5 7.1 orders by tag). Pixel data and their offset
// tables are in neither.
struct SplitHeader {
    std::unique_ptr<DcmDataset> before;
    std::unique_ptr<DcmDataset> after;
};
[[nodiscard]] SplitHeader split_at_pixel_data(std::unique_ptr<DcmDataset> header);

// Says of the pixels what became of them in decoding and encoding (PS3.5 8.2). ErrorCode::internal when DCMTK refuses.
[[nodiscard]] Result<void> describe_pixels_in(std::string_view transfer_syntax, DcmDataset& header,
                                              PixelDescription const& decoded);

// An Icon Image Sequence whose pixels were encapsulated, and are not here, goes (PS3.3 C.7.6.1.1.6: it is optional).
void remove_empty_icons(DcmItem& header);

// Lossy Image Compression (PS3.3 C.7.6.1.1.5) where the stored coding loses and its maker did not say so.
[[nodiscard]] Result<void> admit_stored_loss(DcmDataset& header, std::string_view stored_syntax);

// What compressing with JPEG Baseline makes of an image: another SOP Instance, DERIVED, with the Lossy Image Compression
// attributes and a reference to the one it comes from (PS3.3 C.7.6.1.1.2, C.7.6.1.1.5, C.12.4).
struct LossyDerivation {
    SOPInstanceUID instance;
    double ratio;  // bytes before : bytes after
};
[[nodiscard]] Result<void> describe_lossy_derivation(DcmDataset& header, LossyDerivation const& derivation);

// The SOP Instance UID of what is made of an object's bytes by lossy compression: the same each time (PS3.5 B.2).
[[nodiscard]] SOPInstanceUID derived_instance_uid(Digest const& blob, std::string_view transfer_syntax);

}  // namespace cassette
