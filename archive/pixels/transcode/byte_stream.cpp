#include "archive/pixels/transcode/byte_stream.h"

#include <zlib.h>

#include <algorithm>
#include <utility>

namespace cassette {

namespace {

class ConcatenatedStream final : public ByteStream {
public:
    explicit ConcatenatedStream(std::vector<std::unique_ptr<ByteStream>> streams) : streams_{std::move(streams)} {}
    std::optional<std::uint64_t> length() const override {
        std::uint64_t all = 0;
        for (auto const& stream : streams_) {
            auto const length = stream->length();
            if (!length) return std::nullopt;
            all += *length;
        }
        return all;
    }
    Result<std::optional<std::string>> next() override {
        for (; current_ < streams_.size(); ++current_) {
            auto piece = streams_[current_]->next();
            if (!piece || piece->has_value()) return piece;
        }
        return std::optional<std::string>{};
    }

private:
    std::vector<std::unique_ptr<ByteStream>> streams_;
    std::size_t current_ = 0;
};

class TextStream final : public ByteStream {
public:
    explicit TextStream(std::string text) : length_{text.size()}, text_{std::move(text)} {}
    std::optional<std::uint64_t> length() const override { return length_; }
    Result<std::optional<std::string>> next() override { return std::exchange(text_, std::nullopt); }

private:
    std::uint64_t length_;
    std::optional<std::string> text_;
};

class BlobStream final : public ByteStream {
public:
    explicit BlobStream(std::shared_ptr<Blob const> blob) : blob_{std::move(blob)} {}
    std::optional<std::uint64_t> length() const override { return blob_->size(); }
    Result<std::optional<std::string>> next() override {
        constexpr std::uint64_t piece_size = std::uint64_t{1} << 20;
        auto const size = std::min(piece_size, blob_->size() - position_);
        if (size == 0) return std::optional<std::string>{};
        std::string piece(static_cast<std::size_t>(size), '\0');
        auto const read = blob_->read_at(position_, std::as_writable_bytes(std::span{piece}));
        if (!read) return fail(read.error());
        position_ += size;
        return std::optional{std::move(piece)};
    }

private:
    std::shared_ptr<Blob const> blob_;
    std::uint64_t position_ = 0;
};

class DeflatedStream final : public ByteStream {
public:
    explicit DeflatedStream(std::unique_ptr<ByteStream> from) : from_{std::move(from)} {}
    DeflatedStream(DeflatedStream const&) = delete;
    DeflatedStream& operator=(DeflatedStream const&) = delete;
    ~DeflatedStream() override {
        if (ready_) deflateEnd(&z_);
    }
    std::optional<std::uint64_t> length() const override { return std::nullopt; }
    Result<std::optional<std::string>> next() override {
        if (!ready_) return fail(ErrorCode::out_of_resources, "no memory to deflate");
        std::string out;
        while (out.empty() && !ended_) {
            auto piece = from_->next();
            if (!piece) return piece;
            ended_ = !piece->has_value();
            add(*piece ? **piece : std::string_view{}, out);
        }
        if (out.empty()) return std::optional<std::string>{};
        odd_ = odd_ != (out.size() % 2 != 0);
        if (ended_ && std::exchange(odd_, false)) out.push_back('\0');
        return std::optional{std::move(out)};
    }

private:
    void add(std::string_view bytes, std::string& out) {
        constexpr std::size_t step = 256 * 1024;
        z_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
        z_.avail_in = static_cast<uInt>(bytes.size());
        std::string deflated(step, '\0');
        do {
            z_.next_out = reinterpret_cast<Bytef*>(deflated.data());
            z_.avail_out = static_cast<uInt>(step);
            deflate(&z_, ended_ ? Z_FINISH : Z_NO_FLUSH);
            out.append(deflated, 0, step - z_.avail_out);
        } while (z_.avail_out == 0);
    }

    std::unique_ptr<ByteStream> from_;
    z_stream z_{};
    bool ready_ = deflateInit2(&z_, Z_DEFAULT_COMPRESSION, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY) == Z_OK;
    bool ended_ = false;
    bool odd_ = false;
};

}  // namespace

std::unique_ptr<ByteStream> concatenated(std::vector<std::unique_ptr<ByteStream>> streams) {
    return std::make_unique<ConcatenatedStream>(std::move(streams));
}

std::unique_ptr<ByteStream> stream_of(std::string text) { return std::make_unique<TextStream>(std::move(text)); }

std::unique_ptr<ByteStream> stream_of(std::shared_ptr<Blob const> blob) {
    return std::make_unique<BlobStream>(std::move(blob));
}

std::unique_ptr<ByteStream> deflated(std::unique_ptr<ByteStream> stream) {
    return std::make_unique<DeflatedStream>(std::move(stream));
}

}  // namespace cassette
