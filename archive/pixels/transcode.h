#pragma once

#include "archive/access/principal.h"
#include "archive/archive.h"
#include "archive/part10/instance_layout.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace cassette {

// A stored instance with its layout, as the transcoder reads it. Borrows for the length of a call.
struct StoredObject {
    InstanceLocation const& location;
    InstanceLayout const& layout;
};

// The transfer syntaxes in which the instance can be given without loss, besides the stored one, best first: Explicit VR
// Little Endian where it can be decoded, then the lossless encodings its pixels fit (PS3.5 8.2, A.4), then the other
// uncompressed ones; JPEG Baseline last and only for 8-bit pixels, because it loses something. Decides by the description
// and does not decode: a damaged stream fails later.
// Empty when there are none, or the object's header cannot be read.
[[nodiscard]] std::vector<TransferSyntaxUID> obtainable_syntaxes(Archive const& archive, Principal const& principal,
                                                                 StoredObject const& object);

// Bytes that are made as they are asked for. One owner, one thread at a time.
class ByteStream {
public:
    virtual ~ByteStream() = default;
    // Bytes in all when that is known beforehand.
    virtual std::optional<std::uint64_t> length() const = 0;
    // The next bytes, nullopt at the end.
    virtual Result<std::optional<std::string>> next() = 0;
};

// The Part 10 file in another transfer syntax, made one frame at a time, so that memory holds a few frames whatever the
// object's size. A lossy result has a new SOP Instance UID and the Lossy Image Compression attributes (PS3.3 C.7.6.1.1.5).
// The first frame is decoded before it returns, so that most damaged objects fail here. `archive` must outlive the stream.
// ErrorCode::not_acceptable when it cannot be given in that syntax or its pixels cannot be decoded.
[[nodiscard]] Result<std::unique_ptr<ByteStream>> transcoded_part10(Archive const& archive, Principal const& principal,
                                                                    StoredObject const& object,
                                                                    TransferSyntaxUID const& to);

// One frame, counted from 1, in another transfer syntax: native little endian cells, or the frame's bit stream. Cached like
// renditions. ErrorCode::not_found beyond the last frame; not_acceptable as above; too_large beyond the memory budget.
struct FrameRequest {
    std::uint32_t number = 1;
    TransferSyntaxUID to;
};
[[nodiscard]] Result<std::shared_ptr<Blob const>> transcoded_frame(Archive const& archive, Principal const& principal,
                                                                   StoredObject const& object,
                                                                   FrameRequest const& request);

}  // namespace cassette
