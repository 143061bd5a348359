#include "dicomweb/zip_body.h"

#include "dicomweb/zip_format.h"

#include <zlib.h>

#include <algorithm>
#include <cassert>
#include <span>
#include <utility>

namespace cassette::dicomweb {

namespace {

std::uint32_t add_crc(std::uint32_t crc, std::string_view bytes) {
    return static_cast<std::uint32_t>(crc32_z(crc, reinterpret_cast<Bytef const*>(bytes.data()), bytes.size()));
}

Result<std::uint32_t> add_crc(std::uint32_t crc, http::BlobPiece const& piece) {
    constexpr std::uint64_t buffer_bytes = 256 * 1024;
    std::string buffer(static_cast<std::size_t>(std::min(buffer_bytes, piece.range.length)), '\0');
    for (std::uint64_t at = 0; at < piece.range.length;) {
        auto const part = std::span{buffer}.first(
            static_cast<std::size_t>(std::min<std::uint64_t>(buffer.size(), piece.range.length - at)));
        auto read = piece.blob->read_at(piece.range.offset + at, std::as_writable_bytes(part));
        if (!read) return fail(read.error());
        crc = add_crc(crc, std::string_view{part.data(), part.size()});
        at += part.size();
    }
    return crc;
}

Result<std::uint32_t> crc_of(Pieces const& pieces) {
    std::uint32_t crc = 0;
    for (auto const& piece : pieces) {
        auto const* blob = std::get_if<http::BlobPiece>(&piece);
        auto added = blob ? add_crc(crc, *blob) : Result<std::uint32_t>{add_crc(crc, std::get<std::string>(piece))};
        if (!added) return added;
        crc = *added;
    }
    return crc;
}

ZipRecord record_of(ZipEntry const& entry, std::uint64_t offset) {
    bool const made = std::holds_alternative<StreamOpener>(entry.open);
    return {entry.name, entry.modified_at, made ? 0 : *entry.length, 0, offset, made};
}

// The size of everything; headers do not depend on the checksums.
std::optional<std::uint64_t> length_of(std::vector<ZipEntry> const& entries) {
    std::uint64_t offset = 0;
    ZipDirectory directory{entries.size(), 0, 0};
    for (auto const& entry : entries) {
        if (std::holds_alternative<StreamOpener>(entry.open)) return std::nullopt;
        auto const record = record_of(entry, offset);
        directory.length += zip_central_header(record).size();
        offset += zip_local_header(record).size() + record.length;
    }
    directory.offset = offset;
    return offset + directory.length + zip_end(directory).size();
}

class ZipSource final : public http::BodySource {
public:
    explicit ZipSource(std::vector<ZipEntry> entries) : entries_{std::move(entries)}, length_{length_of(entries_)} {
        directory_.entries = entries_.size();
    }

    std::optional<std::uint64_t> length() const override { return length_; }

    Result<std::optional<http::Piece>> next() override {
        if (piece_ < pieces_.size()) return std::optional{std::move(pieces_[piece_++])};
        if (stream_) return next_of_stream();
        if (entry_ < entries_.size()) return open_entry();
        if (std::exchange(ended_, true)) return std::optional<http::Piece>{};
        directory_.offset = offset_;
        directory_.length = central_.size();
        return std::optional<http::Piece>{std::move(central_) + zip_end(directory_)};
    }

private:
    Result<std::optional<http::Piece>> open_entry() {
        auto entry = std::exchange(entries_[entry_++], ZipEntry{});
        record_ = record_of(entry, offset_);
        auto opened = record_.length_follows ? open_stream(entry) : open_pieces(entry);
        if (!opened) return fail(opened.error());
        auto header = zip_local_header(record_);
        offset_ += header.size() + record_.length;
        if (!record_.length_follows) central_ += zip_central_header(record_);
        return std::optional<http::Piece>{std::move(header)};
    }

    Result<void> open_pieces(ZipEntry const& entry) {
        auto opened = std::get<PiecesOpener>(entry.open)();
        if (!opened) return fail(opened.error());
        if (total_length(*opened) != record_.length)
            return fail(ErrorCode::internal, "a stored object is not as long as recorded");
        auto const crc = crc_of(*opened);
        if (!crc) return fail(crc.error());
        record_.crc32 = *crc;
        pieces_ = *std::move(opened);
        piece_ = 0;
        return {};
    }

    Result<void> open_stream(ZipEntry const& entry) {
        auto opened = std::get<StreamOpener>(entry.open)();
        if (!opened) return fail(opened.error());
        stream_ = std::move(opened->body);
        return {};
    }

    Result<std::optional<http::Piece>> next_of_stream() {
        auto piece = stream_->next();
        if (!piece) return piece;
        if (!*piece) return end_of_stream();
        Pieces one;
        one.push_back(**std::move(piece));
        auto const crc = std::holds_alternative<http::BlobPiece>(one.front())
            ? add_crc(record_.crc32, std::get<http::BlobPiece>(one.front()))
            : Result<std::uint32_t>{add_crc(record_.crc32, std::get<std::string>(one.front()))};
        if (!crc) return fail(crc.error());
        record_.crc32 = *crc;
        record_.length += total_length(one);
        return std::optional{std::move(one.front())};
    }

    Result<std::optional<http::Piece>> end_of_stream() {
        stream_.reset();
        auto descriptor = zip_descriptor(record_);
        offset_ += record_.length + descriptor.size();
        central_ += zip_central_header(record_);
        return std::optional<http::Piece>{std::move(descriptor)};
    }

    std::vector<ZipEntry> entries_;
    std::optional<std::uint64_t> length_;
    std::size_t entry_ = 0;
    ZipRecord record_;          // of the entry at hand
    std::uint64_t offset_ = 0;  // of what comes next
    Pieces pieces_;
    std::size_t piece_ = 0;
    std::unique_ptr<http::BodySource> stream_;
    std::string central_;
    ZipDirectory directory_;
    bool ended_ = false;
};

}  // namespace

std::unique_ptr<http::BodySource> zip_body(std::vector<ZipEntry> entries) {
    return std::make_unique<ZipSource>(std::move(entries));
}

}  // namespace cassette::dicomweb
