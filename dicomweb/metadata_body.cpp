#include "dicomweb/metadata_body.h"

#include "archive/part10/deflated_text.h"
#include "archive/retrieve/retrieve.h"
#include "dicomweb/text_encoder.h"

#include <deque>
#include <utility>

namespace cassette::dicomweb {

namespace {

constexpr std::size_t piece_bytes = 256 * 1024;  // enough that a write is worth its system call

class MetadataBody final : public http::BodySource {
public:
    MetadataBody(Archive const& archive, Principal principal, MetadataSelection selection, http::ContentCoding coding)
        : archive_{archive},
          principal_{std::move(principal)},
          selection_{std::move(selection)},
          encoder_{make_text_encoder(coding)} {}

    std::optional<std::uint64_t> length() const override { return std::nullopt; }

    Result<std::optional<http::Piece>> next() override {
        if (ended_) return std::optional<http::Piece>{};
        std::string piece;
        if (!std::exchange(begun_, true)) {
            piece += encoder_->begin();
            if (auto added = add(piece, encoder_->literal("[")); !added) return fail(added.error());
        }
        while (piece.size() < piece_bytes && !ended_) {
            if (auto stepped = step(piece); !stepped) return fail(stepped.error());
        }
        return std::optional<http::Piece>{std::move(piece)};
    }

private:
    static Result<void> add(std::string& piece, Result<std::string> encoded) {
        if (!encoded) return fail(encoded.error());
        piece += *encoded;
        return {};
    }

    Result<void> step(std::string& piece) {
        if (pending_.empty()) return scope_ < selection_.scopes.size() ? read_scope() : end(piece);
        if (!std::exchange(first_, false)) {
            if (auto added = add(piece, encoder_->literal(",\n")); !added) return added;
        }
        auto text = std::move(pending_.front());
        pending_.pop_front();
        auto selected = select(std::move(text));
        if (!selected) return fail(selected.error());
        return add(piece, encoder_->append(*std::move(selected)));
    }

    Result<DeflatedText> select(DeflatedText text) const {
        if (!selection_.fields && !selection_.bulk_data) return text;
        auto json = inflate_text(text);
        if (json && selection_.fields) json = selection_.fields->select(*json);
        if (!json) return fail(json.error());
        return deflate_text(selection_.bulk_data ? selection_.bulk_data->applied_to(*std::move(json)) : *json);
    }

    Result<void> read_scope() {
        return metadata(archive_, principal_, selection_.scopes[scope_++],
                        [this](InstanceLocation const&, DeflatedText const& text) -> Result<void> {
                            pending_.push_back(text);
                            return {};
                        });
    }

    Result<void> end(std::string& piece) {
        ended_ = true;
        if (auto added = add(piece, encoder_->literal("]")); !added) return added;
        return add(piece, encoder_->end());
    }

    Archive const& archive_;
    Principal principal_;
    MetadataSelection selection_;
    std::unique_ptr<TextEncoder> encoder_;
    std::deque<DeflatedText> pending_;
    std::size_t scope_ = 0;
    bool begun_ = false;
    bool first_ = true;
    bool ended_ = false;
};

}  // namespace

std::unique_ptr<http::BodySource> metadata_body(Archive const& archive, Principal principal,
                                                MetadataSelection selection, http::ContentCoding coding) {
    return std::make_unique<MetadataBody>(archive, std::move(principal), std::move(selection), coding);
}

}  // namespace cassette::dicomweb
