#include "dicomweb/metadata_body.h"

#include "archive/part10/deflated_text.h"
#include "archive/retrieve/retrieve.h"
#include "dicomweb/gzip.h"

#include <deque>
#include <utility>

namespace cassette::dicomweb {

namespace {

constexpr std::size_t piece_bytes = 256 * 1024;  // enough that a write is worth its system call

class MetadataBody final : public http::BodySource {
public:
    MetadataBody(Archive const& archive, Principal principal, std::vector<RetrieveScope> scopes, ContentCoding coding)
        : archive_{archive}, principal_{std::move(principal)}, scopes_{std::move(scopes)}, coding_{coding} {}

    std::optional<std::uint64_t> length() const override { return std::nullopt; }

    Result<std::optional<http::Piece>> next() override {
        if (ended_) return std::optional<http::Piece>{};
        std::string piece;
        if (!std::exchange(begun_, true)) begin(piece);
        while (piece.size() < piece_bytes && !ended_) {
            if (auto added = add(piece); !added) return fail(added.error());
        }
        return std::optional<http::Piece>{std::move(piece)};
    }

private:
    void begin(std::string& piece) {
        if (coding_ == ContentCoding::gzip) piece += GzipComposer::begin();
        piece += literal("[");
    }

    Result<void> add(std::string& piece) {
        if (pending_.empty()) return scope_ < scopes_.size() ? read_scope() : end(piece);
        if (!std::exchange(first_, false)) piece += literal(",\n");
        auto text = std::move(pending_.front());
        pending_.pop_front();
        if (coding_ == ContentCoding::gzip) {
            piece += composer_.append(std::move(text));
            return {};
        }
        auto inflated = inflate_text(text);
        if (!inflated) return fail(inflated.error());
        piece += *inflated;
        return {};
    }

    Result<void> read_scope() {
        return metadata(archive_, principal_, scopes_[scope_++],
                        [this](InstanceLocation const&, DeflatedText const& text) -> Result<void> {
                            pending_.push_back(text);
                            return {};
                        });
    }

    Result<void> end(std::string& piece) {
        piece += literal("]");
        if (coding_ == ContentCoding::gzip) piece += composer_.end();
        ended_ = true;
        return {};
    }

    std::string literal(std::string_view text) {
        return coding_ == ContentCoding::gzip ? composer_.literal(text) : std::string{text};
    }

    Archive const& archive_;
    Principal principal_;
    std::vector<RetrieveScope> scopes_;
    ContentCoding coding_;
    GzipComposer composer_;
    std::deque<DeflatedText> pending_;
    std::size_t scope_ = 0;
    bool begun_ = false;
    bool first_ = true;
    bool ended_ = false;
};

}  // namespace

std::unique_ptr<http::BodySource> metadata_body(Archive const& archive, Principal principal,
                                                std::vector<RetrieveScope> scopes, ContentCoding coding) {
    return std::make_unique<MetadataBody>(archive, std::move(principal), std::move(scopes), coding);
}

}  // namespace cassette::dicomweb
