#pragma once

#include "archive/retrieve/retrieve.h"

#include <string_view>
#include <vector>

namespace cassette {

// The media type of what a SOP Class encapsulates (PS3.3 A.45, A.85, A.104), "" when it encapsulates nothing.
[[nodiscard]] std::string_view document_media_type(std::string_view sop_class);

// Encapsulated Document (0042,0011) without its padding (PS3.3 C.24.2). ErrorCode::not_acceptable when the object has none;
// otherwise errors are those of reading it.
[[nodiscard]] Result<BlobRange> encapsulated_document(Archive const& archive, Principal const& principal,
                                                      InstanceLocation const& location);

// The media type of a video's bit stream by its transfer syntax (PS3.18 Table 8.7.4-1), "" when it is no video.
[[nodiscard]] std::string_view video_media_type(std::string_view transfer_syntax);

// The bit stream of a video, PS3.5 8.2.5 to 8.2.8: the fragments of Pixel Data one after another. ErrorCode::not_acceptable
// when there are none.
[[nodiscard]] Result<std::vector<BlobRange>> video_stream(Archive const& archive, Principal const& principal,
                                                          InstanceLocation const& location);

}  // namespace cassette
