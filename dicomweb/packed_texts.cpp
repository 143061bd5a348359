#include "dicomweb/packed_texts.h"

#include "dicomweb/gzip.h"

#include <cassert>
#include <utility>

namespace cassette::dicomweb {

namespace {

constexpr std::size_t batch_bytes = 256 * 1024;

class PackedBody final : public http::BodySource {
public:
    PackedBody(std::string before, PackedTexts texts, std::string after)
        : before_{std::move(before)},
          texts_{std::move(texts)},
          after_{std::move(after)},
          length_{before_.size() + texts_.length() + after_.size()} {}

    std::optional<std::uint64_t> length() const override { return length_; }

    Result<std::optional<http::Piece>> next() override {
        if (ended_) return std::optional<http::Piece>{};
        auto piece = std::exchange(before_, {});
        auto batch = texts_.take_batch();
        if (!batch) return fail(batch.error());
        ended_ = !batch->has_value();
        piece += ended_ ? after_ : **batch;
        return std::optional<http::Piece>{std::move(piece)};
    }

private:
    std::string before_;
    PackedTexts texts_;
    std::string after_;
    std::uint64_t length_;
    bool ended_ = false;
};

class GzipBody final : public http::BodySource {
public:
    GzipBody(std::string before, PackedTexts texts, std::string after)
        : before_{std::move(before)}, texts_{std::move(texts)}, after_{std::move(after)} {}

    std::optional<std::uint64_t> length() const override { return std::nullopt; }

    Result<std::optional<http::Piece>> next() override {
        if (ended_) return std::optional<http::Piece>{};
        std::string piece;
        if (!std::exchange(begun_, true)) piece.append(GzipComposer::begin()).append(composer_.literal(before_));
        auto batch = texts_.take_deflated();
        ended_ = !batch.has_value();
        piece += ended_ ? composer_.literal(after_) : composer_.append(*std::move(batch));
        if (ended_) piece += composer_.end();
        return std::optional<http::Piece>{std::move(piece)};
    }

private:
    std::string before_;
    PackedTexts texts_;
    std::string after_;
    GzipComposer composer_;
    bool begun_ = false;
    bool ended_ = false;
};

}  // namespace

void PackedTexts::append(std::string_view text) {
    if (!open_.empty() && open_.size() + text.size() > batch_bytes) {
        batches_.push_back(deflate_text(open_));
        deflated_bytes_ += batches_.back().deflated.capacity();
        open_.clear();
    }
    open_ += text;
    length_ += text.size();
    lengths_.push_back(static_cast<std::uint32_t>(text.size()));
}

std::uint64_t PackedTexts::bytes_held() const {
    return deflated_bytes_ + open_.capacity() + taken_.capacity() + lengths_.size() * sizeof(std::uint32_t);
}

Result<std::optional<std::string>> PackedTexts::take_text() {
    if (lengths_.empty()) return std::optional<std::string>{};
    if (position_ == taken_.size()) {
        auto batch = take_batch();
        if (!batch) return fail(batch.error());
        taken_ = std::move(*batch).value_or("");
        position_ = 0;
    }
    auto const length = lengths_.front();
    lengths_.pop_front();
    assert(length <= taken_.size() - position_);
    position_ += length;
    return std::optional{taken_.substr(position_ - length, length)};
}

Result<std::optional<std::string>> PackedTexts::take_batch() {
    if (batches_.empty()) {
        if (open_.empty()) return std::optional<std::string>{};
        return std::optional{std::exchange(open_, {})};
    }
    auto text = inflate_text(batches_.front());
    if (!text) return fail(text.error());
    deflated_bytes_ -= batches_.front().deflated.capacity();
    batches_.pop_front();
    return std::optional{*std::move(text)};
}

std::optional<DeflatedText> PackedTexts::take_deflated() {
    if (batches_.empty()) {
        if (open_.empty()) return std::nullopt;
        return deflate_text(std::exchange(open_, {}));
    }
    auto batch = std::move(batches_.front());
    deflated_bytes_ -= batch.deflated.capacity();
    batches_.pop_front();
    return batch;
}

std::unique_ptr<http::BodySource> packed_body(std::string before, PackedTexts texts, std::string after,
                                              http::ContentCoding coding) {
    if (coding == http::ContentCoding::gzip)
        return std::make_unique<GzipBody>(std::move(before), std::move(texts), std::move(after));
    return std::make_unique<PackedBody>(std::move(before), std::move(texts), std::move(after));
}

}  // namespace cassette::dicomweb
