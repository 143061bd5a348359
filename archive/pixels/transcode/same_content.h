#pragma once

#include "archive/part10/described_instance.h"
#include "archive/pixels/transcode.h"

#include <functional>
#include <memory>

namespace cassette {

// A Part 10 file that was made of a stored object without loss, in another transfer syntax.
struct LosslessCopy {
    std::shared_ptr<Blob const> blob;      // whoever made it reads it, too
    std::function<bool()> const& stopped;  // asked before each frame
};

// Proves that a copy has the content of its original, and describes it. All of it is read again: its UIDs are the same;
// every frame is decoded and has the same cells, bits beside the stored ones included; every other attribute has the same
// VR and the same bytes, at every level. Only Photometric Interpretation and Planar Configuration may differ, and the
// offset tables of the pixel data. Memory is that of two frames.
// ErrorCode::nonconformant when something differs, and for what is digitally signed; cancelled when it was stopped; otherwise as loading and decoding.
[[nodiscard]] Result<DescribedInstance> check_same_content(Archive const& archive, Principal const& principal,
                                                           StoredObject const& original, LosslessCopy const& copy);

}  // namespace cassette
