#include "dicomweb/gathered_body.h"

#include "dicomweb/pieces.h"

#include <doctest/doctest.h>

#include <string>

namespace cassette::dicomweb {

namespace {

class Failing final : public http::BodySource {
public:
    std::optional<std::uint64_t> length() const override { return std::nullopt; }
    Result<std::optional<http::Piece>> next() override { return fail(ErrorCode::internal, "broken"); }
};

}  // namespace

TEST_CASE("a body of text is gathered whole up to its limit, and not beyond") {
    for (auto const& [limit, fits] : {std::pair{4U, true}, std::pair{3U, false}, std::pair{1U, false}}) {
        CAPTURE(limit);
        auto const body = body_of(Pieces{std::string{"te"}, std::string{"xt"}});
        auto const text = gathered(*body, limit);
        REQUIRE(text);
        CHECK(text->has_value() == fits);
        if (fits) CHECK(**text == "text");
    }
}

TEST_CASE("the error of a body is the error of gathering it") {
    Failing body;
    auto const text = gathered(body, 10);
    REQUIRE_FALSE(text);
    CHECK(text.error().detail == "broken");
}

TEST_CASE("a text becomes one range of a file, of known length") {
    for (auto const& text : {std::string{}, std::string{"text"}, std::string(100'000, 'x')}) {
        auto const body = body_of_text(text);
        CHECK(body->length() == text.size());
        auto const piece = body->only_piece();
        REQUIRE(piece);
        CHECK(piece->blob->file());
        std::string bytes(piece->range.length, '\0');
        REQUIRE(piece->blob->read_at(piece->range.offset, std::as_writable_bytes(std::span{bytes})));
        CHECK(bytes == text);
        // Whoever has begun to send it keeps it no more.
        REQUIRE(body->next());
        CHECK_FALSE(body->only_piece());
    }
}

}  // namespace cassette::dicomweb
