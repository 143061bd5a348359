#pragma once

#include "archive/retrieve/retrieve.h"
#include "dicomweb/http/message.h"

#include <cstdint>
#include <memory>
#include <vector>

namespace cassette::dicomweb {

using Pieces = std::vector<http::Piece>;

[[nodiscard]] http::Piece to_piece(BlobRange range);
[[nodiscard]] Pieces to_pieces(std::vector<BlobRange> ranges);
[[nodiscard]] Pieces whole(std::shared_ptr<Blob const> blob);

[[nodiscard]] std::uint64_t total_length(Pieces const& pieces);  // bytes
// The bytes [range.offset, range.offset + range.length) of the pieces one after another; cut at their end.
[[nodiscard]] Pieces slice(Pieces pieces, ByteRange range);
// A body of known length.
[[nodiscard]] std::unique_ptr<http::BodySource> body_of(Pieces pieces);

}  // namespace cassette::dicomweb
