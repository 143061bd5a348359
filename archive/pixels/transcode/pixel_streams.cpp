#include "archive/pixels/transcode/pixel_streams.h"

#include "archive/part10/header_writer.h"
#include "archive/pixels/frame_dataset.h"

#include <algorithm>
#include <utility>

namespace cassette {

namespace {

using Piece = Result<std::optional<std::string>>;

bool is_implicit(TransferSyntaxUID const& to) {
    return find_transfer_syntax(to.str())->encoding == DatasetEncoding::implicit_little;
}

void append_32(std::string& bytes, std::uint64_t value) {
    for (int i = 0; i < 4; ++i) bytes.push_back(static_cast<char>(value >> (8 * i) & 0xFFU));
}

// PS3.5 7.1: tag, VR where it is explicit, and the length.
std::string element_header(Tag tag, std::string_view vr, std::uint64_t length) {
    std::string header;
    for (auto const number : {tag.group, tag.element}) {
        header.push_back(static_cast<char>(number & 0xFFU));
        header.push_back(static_cast<char>(number >> 8));
    }
    if (!vr.empty()) (header += vr) += std::string(2, '\0');
    append_32(header, length);
    return header;
}

std::uint64_t even(std::uint64_t length) { return length + length % 2; }

class CopiedPixels final : public ByteStream {
public:
    explicit CopiedPixels(PixelStreamRequest const& request)
        : source_{request.source},
          value_{source_->layout().pixels.value},
          head_{element_header(source_->layout().pixels.tag, is_implicit(request.to) ? "" : vr(), even(value_.length))},
          length_{head_.size() + even(value_.length)},
          swapped_{swapped_bytes()} {}

    std::optional<std::uint64_t> length() const override { return length_; }

    Piece next() override {
        if (!head_.empty()) return std::optional{std::exchange(head_, {})};
        if (position_ == value_.length) return std::optional<std::string>{};
        auto const size = std::min(piece_size, value_.length - position_);
        std::string piece(static_cast<std::size_t>(size), '\0');
        auto const read =
            source_->bytes()->read_at(value_.offset + position_, std::as_writable_bytes(std::span{piece}));
        if (!read) return fail(read.error());
        position_ += size;
        if (swapped_ > 1) reverse_cells(piece, swapped_);
        if (piece.size() % 2 != 0) piece.push_back('\0');
        return std::optional{std::move(piece)};
    }

private:
    // A multiple of every cell.
    static constexpr std::uint64_t piece_size = std::uint64_t{1} << 20;

    std::string_view vr() const {
        std::string_view const stored = source_->layout().pixels.vr;
        bool const known = stored == "OB" || stored == "OW" || stored == "OF" || stored == "OD";
        return known ? stored : "OW";
    }

    // PS3.5 7.3: words, or larger cells, change their order; the bytes of OB do not.
    std::size_t swapped_bytes() const {
        auto const& layout = source_->layout();
        if (!layout.big_endian) return 1;
        auto const bits = source_->description() ? source_->description()->bits_allocated : 16;
        if (bits > 8) return bits / 8;
        return layout.pixels.vr == "OW" ? 2 : 1;
    }

    std::shared_ptr<FrameSource> source_;
    ByteRange value_;
    std::string head_;
    std::uint64_t length_;
    std::size_t swapped_;
    std::uint64_t position_ = 0;
};

// One frame after the other.
class FrameByFrame {
public:
    explicit FrameByFrame(PixelStreamRequest const& request)
        : source_{request.source},
          first_{request.first},
          description_{first_->description},
          frames_{source_->layout().pixels.frames} {}

    PixelDescription const& description() const { return description_; }
    std::uint32_t frames() const { return frames_; }
    std::uint32_t number() const { return number_; }  // of the next
    bool at_end() const { return number_ > frames_; }
    FrameSource& source() { return *source_; }
    Frame const* first() const { return number_ == 1 ? first_.get() : nullptr; }
    void advance() {
        ++number_;
        first_.reset();
    }

    Result<Frame> load() {
        if (first() != nullptr) return std::move(*first_);
        return source_->load(number_);
    }

private:
    std::shared_ptr<FrameSource> source_;
    std::shared_ptr<Frame> first_;
    PixelDescription description_;
    std::uint32_t frames_;
    std::uint32_t number_ = 1;
};

// PS3.5 8.1.1: the bits of one frame follow those of the other without padding.
class BitJoiner {
public:
    // The whole bytes there are now; the lowest bits of `bytes` come first.
    std::string join(std::string_view bytes, std::uint64_t bits) {
        std::string whole;
        for (auto const byte : bytes) {
            auto const taken = static_cast<unsigned>(std::min<std::uint64_t>(8, bits));
            bits -= taken;
            pending_ |= (static_cast<unsigned char>(byte) & ((1U << taken) - 1U)) << count_;
            count_ += taken;
            if (count_ < 8) continue;
            whole.push_back(static_cast<char>(pending_ & 0xFFU));
            pending_ >>= 8;
            count_ -= 8;
        }
        return whole;
    }
    // What is left, in a byte of its own.
    std::string rest() {
        if (std::exchange(count_, 0) == 0) return {};
        return std::string(1, static_cast<char>(std::exchange(pending_, 0) & 0xFFU));
    }

private:
    unsigned pending_ = 0;
    unsigned count_ = 0;  // bits in it
};

class DecodedPixels final : public ByteStream {
public:
    explicit DecodedPixels(PixelStreamRequest const& request)
        : frames_{request}, frame_bits_{bits_of(frames_.description())} {
        auto const value = even((frame_bits_ * frames_.frames() + 7) / 8);
        auto const vr = frames_.description().bits_allocated > 8 ? "OW" : "OB";
        head_ = element_header({0x7FE0, 0x0010}, is_implicit(request.to) ? "" : vr, value);
        length_ = head_.size() + value;
    }

    std::optional<std::uint64_t> length() const override { return length_; }

    Piece next() override {
        if (!head_.empty()) {
            sent_ += head_.size();
            return std::optional{std::exchange(head_, {})};
        }
        if (frames_.at_end()) return std::optional<std::string>{};
        auto frame = frames_.load();
        if (!frame) return fail(frame.error());
        frames_.advance();
        auto bytes = std::move(frame->bytes);
        bytes.resize(static_cast<std::size_t>((frame_bits_ + 7) / 8));
        if (frame_bits_ % 8 != 0) bytes = joiner_.join(bytes, frame_bits_);
        if (frames_.at_end()) bytes += joiner_.rest();
        sent_ += bytes.size();
        if (frames_.at_end() && sent_ < length_) bytes.push_back('\0');
        return std::optional{std::move(bytes)};
    }

private:
    static std::uint64_t bits_of(PixelDescription const& description) {
        bool const single = description.bits_allocated == 1;
        return single ? description.pixels() * description.samples : native_frame_bytes(description) * 8;
    }

    FrameByFrame frames_;
    std::uint64_t frame_bits_;
    BitJoiner joiner_;
    std::string head_;
    std::uint64_t length_ = 0;
    std::uint64_t sent_ = 0;
};

class EncodedPixels final : public ByteStream {
public:
    explicit EncodedPixels(PixelStreamRequest const& request) : frames_{request}, to_{request.to} {}

    std::optional<std::uint64_t> length() const override { return std::nullopt; }

    Piece next() override {
        if (ended_) return std::optional<std::string>{};
        if (frames_.at_end()) {
            ended_ = true;
            return std::optional{element_header(sequence_end, {}, 0)};
        }
        auto const encoded = frames_.source().encoded({frames_.number(), to_}, frames_.first());
        if (!encoded) return fail(encoded.error());
        auto piece = frames_.number() == 1 ? start() : std::string{};
        frames_.advance();
        piece += element_header(item, {}, (*encoded)->size());
        auto const head = piece.size();
        piece.resize(head + static_cast<std::size_t>((*encoded)->size()));
        auto const read = (*encoded)->read_at(0, std::as_writable_bytes(std::span{piece}).subspan(head));
        if (!read) return fail(read.error());
        return std::optional{std::move(piece)};
    }

private:
    static constexpr Tag item{0xFFFE, 0xE000};
    static constexpr Tag sequence_end{0xFFFE, 0xE0DD};

    static std::string start() {
        constexpr std::uint64_t undefined = 0xFFFFFFFF;
        return element_header({0x7FE0, 0x0010}, "OB", undefined) + element_header(item, {}, 0);
    }

    FrameByFrame frames_;
    TransferSyntaxUID to_;
    bool ended_ = false;
};

}  // namespace

std::unique_ptr<ByteStream> copied_pixels(PixelStreamRequest const& request) {
    return std::make_unique<CopiedPixels>(request);
}

std::unique_ptr<ByteStream> decoded_pixels(PixelStreamRequest const& request) {
    return std::make_unique<DecodedPixels>(request);
}

std::unique_ptr<ByteStream> encoded_pixels(PixelStreamRequest const& request) {
    return std::make_unique<EncodedPixels>(request);
}

}  // namespace cassette
