#include "dicomweb/gathered_body.h"

#include "archive/retrieve/text_blob.h"
#include "dicomweb/pieces.h"

#include <utility>

namespace cassette::dicomweb {

Result<std::optional<std::string>> gathered(http::BodySource& body, std::uint64_t bytes_max) {
    std::string all;
    while (true) {
        auto piece = body.next();
        if (!piece) return fail(piece.error());
        if (!*piece) return std::optional{std::move(all)};
        auto const* text = std::get_if<std::string>(&**piece);
        if (!text || text->size() > bytes_max - all.size()) return std::optional<std::string>{};
        all += *text;
    }
}

std::unique_ptr<http::BodySource> body_of_text(std::string text) { return body_of(whole(text_blob(std::move(text)))); }

}  // namespace cassette::dicomweb
