#include "dicomweb/pieces.h"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace cassette::dicomweb {

namespace {

std::uint64_t length_of(http::Piece const& piece) {
    if (auto const* text = std::get_if<std::string>(&piece)) return text->size();
    return std::get_if<http::BlobPiece>(&piece)->range.length;
}

http::Piece slice_piece(http::Piece piece, ByteRange range) {
    if (auto* text = std::get_if<std::string>(&piece)) return text->substr(range.offset, range.length);
    auto& blob = *std::get_if<http::BlobPiece>(&piece);
    return http::BlobPiece{std::move(blob.blob), {blob.range.offset + range.offset, range.length}};
}

class PiecesSource final : public http::BodySource {
public:
    explicit PiecesSource(Pieces pieces) : pieces_{std::move(pieces)}, length_{total_length(pieces_)} {}

    std::optional<std::uint64_t> length() const override { return length_; }
    Result<std::optional<http::Piece>> next() override {
        if (position_ == pieces_.size()) return std::optional<http::Piece>{};
        return std::optional{std::move(pieces_[position_++])};
    }
    std::optional<http::BlobPiece> only_piece() const override {
        if (pieces_.size() != 1 || position_ != 0) return std::nullopt;
        auto const* piece = std::get_if<http::BlobPiece>(&pieces_.front());
        return piece ? std::optional{*piece} : std::nullopt;
    }

private:
    Pieces pieces_;
    std::uint64_t length_;
    std::size_t position_ = 0;
};

class StreamSource final : public http::BodySource {
public:
    explicit StreamSource(std::unique_ptr<ByteStream> stream) : stream_{std::move(stream)} {}

    std::optional<std::uint64_t> length() const override { return stream_->length(); }
    Result<std::optional<http::Piece>> next() override {
        auto bytes = stream_->next();
        if (!bytes) return fail(bytes.error());
        if (!*bytes) return std::optional<http::Piece>{};
        return std::optional<http::Piece>{*std::move(*bytes)};
    }

private:
    std::unique_ptr<ByteStream> stream_;
};

}  // namespace

http::Piece to_piece(BlobRange range) { return http::BlobPiece{std::move(range.blob), range.range}; }

Pieces to_pieces(std::vector<BlobRange> ranges) {
    Pieces pieces;
    for (auto& range : ranges) pieces.push_back(to_piece(std::move(range)));
    return pieces;
}

Pieces whole(std::shared_ptr<Blob const> blob) {
    auto const size = blob->size();
    Pieces pieces;
    pieces.emplace_back(http::BlobPiece{std::move(blob), {0, size}});
    return pieces;
}

std::uint64_t total_length(Pieces const& pieces) {
    std::uint64_t sum = 0;
    for (auto const& piece : pieces) sum += length_of(piece);
    return sum;
}

Pieces slice(Pieces pieces, ByteRange range) {
    Pieces cut;
    std::uint64_t start = 0;  // of the piece at hand
    for (auto& piece : pieces) {
        auto const length = length_of(piece);
        auto const first = std::max(range.offset, start);
        auto const last = std::min(range.offset + range.length, start + length);
        if (first < last) cut.push_back(slice_piece(std::move(piece), {first - start, last - first}));
        start += length;
    }
    return cut;
}

std::unique_ptr<http::BodySource> body_of(Pieces pieces) { return std::make_unique<PiecesSource>(std::move(pieces)); }

std::unique_ptr<http::BodySource> body_of(std::unique_ptr<ByteStream> stream) {
    return std::make_unique<StreamSource>(std::move(stream));
}

}  // namespace cassette::dicomweb
