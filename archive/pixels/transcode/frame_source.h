#pragma once

#include "archive/pixels/stored_frame.h"
#include "archive/pixels/transcode.h"
#include "archive/pixels/transcode/dataset_bytes.h"
#include "archive/pixels/transcode/target_syntax.h"

#include <dcmtk/dcmdata/dcdatset.h>

#include <memory>
#include <optional>

namespace cassette {

// The frames of a stored object as native cells, and what they are encoded to. Keeps what it needs of the object but the
// archive. One thread at a time.
class FrameSource {
public:
    // The object's header read from its blob. Errors are those of open_part10 and read_header.
    static Result<FrameSource> open(Archive const& archive, Principal const& principal, StoredObject const& object);

    // What the header says of the pixels, where they can be decoded or are native.
    std::optional<PixelDescription> const& description() const { return description_; }
    PixelKind kind() const { return {layout_.pixels, description_}; }
    InstanceLocation const& location() const { return location_; }
    InstanceLayout const& layout() const { return layout_; }
    DcmDataset& header() { return *header_; }
    std::shared_ptr<DatasetBytes> const& bytes() const { return bytes_; }

    // Native cells by pixel, counted from 1. Errors are those of load_frame; ErrorCode::not_acceptable for a frame that is
    // of another kind than the one before.
    Result<Frame> load(std::uint32_t number);
    // The frame's bit stream in an encapsulated transfer syntax, from the cache where it is there. `loaded` is the frame,
    // where the caller has it.
    Result<std::shared_ptr<Blob const>> encoded(FrameRequest const& request, Frame const* loaded = nullptr);

    // Lets go of the header: what loading needs of it is kept.
    std::unique_ptr<DcmDataset> take_header();

private:
    FrameSource(Archive const& archive, Principal principal, StoredObject const& object);
    Result<Frame> read(std::uint32_t number);
    Result<std::optional<Frame>> read_inflated(std::uint32_t number);

    Archive const* archive_;
    Principal principal_;
    InstanceLocation location_;
    InstanceLayout layout_;
    std::unique_ptr<DcmDataset> header_;
    std::shared_ptr<DatasetBytes> bytes_;  // shared with the streamed values of a header
    std::optional<PixelDescription> description_;
    std::optional<PixelDescription> loaded_;
};

// A frame that is native_frame_bytes() long, encoded without loss, or as JPEG Baseline. Errors are those of encode_frame.
[[nodiscard]] Result<std::string> encode(Frame const& frame, std::string_view transfer_syntax);

}  // namespace cassette
