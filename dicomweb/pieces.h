#pragma once

#include "archive/pixels/transcode.h"
#include "archive/retrieve/retrieve.h"
#include "dicomweb/http/message.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace cassette::dicomweb {

using Pieces = std::vector<http::Piece>;

// A part of a larger body that is made as it is sent.
struct StreamedPart {
    std::unique_ptr<http::BodySource> body;
    std::string content_type = {};  // "" for the one announced
};
// Parts are opened only when their turn comes: a study may have more instances than a process may have open files.
using PiecesOpener = std::function<Result<Pieces>()>;
using StreamOpener = std::function<Result<StreamedPart>()>;

[[nodiscard]] http::Piece to_piece(BlobRange range);
[[nodiscard]] Pieces to_pieces(std::vector<BlobRange> ranges);
[[nodiscard]] Pieces whole(std::shared_ptr<Blob const> blob);

[[nodiscard]] std::uint64_t total_length(Pieces const& pieces);  // bytes
// The bytes [range.offset, range.offset + range.length) of the pieces one after another; cut at their end.
[[nodiscard]] Pieces slice(Pieces pieces, ByteRange range);
// A body of known length.
[[nodiscard]] std::unique_ptr<http::BodySource> body_of(Pieces pieces);
// A body that is made as it is sent; its length is the stream's.
[[nodiscard]] std::unique_ptr<http::BodySource> body_of(std::unique_ptr<ByteStream> stream);

}  // namespace cassette::dicomweb
