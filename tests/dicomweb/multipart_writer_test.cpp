#include "dicomweb/multipart_writer.h"

#include "dicomweb/media_type.h"

#include <doctest/doctest.h>

#include <set>
#include <string>

namespace cassette::dicomweb {

namespace {

Part text_part(std::string text, std::optional<std::uint64_t> length) {
    return {"application/octet-stream; transfer-syntax=1.2.840.10008.1.2.1", "", length,
            [text = std::move(text)]() -> Result<Pieces> { return Pieces{text}; }};
}

}  // namespace

TEST_CASE("a multipart body is written as clients parse it (RFC 2046 5.1.1, PS3.18 8.6.1.2)") {
    std::vector<Part> parts;
    parts.push_back(text_part("one", 3));
    parts.push_back(text_part("", 0));
    parts.back().location = "/dicom-web/studies/1.2";
    auto const body = multipart_body(std::move(parts), "b");
    std::string written;
    for (auto piece = body->next(); piece && *piece; piece = body->next()) written += std::get<std::string>(**piece);
    CHECK(written ==
          "\r\n--b\r\nContent-Type: application/octet-stream; transfer-syntax=1.2.840.10008.1.2.1\r\n\r\none"
          "\r\n--b\r\nContent-Type: application/octet-stream; transfer-syntax=1.2.840.10008.1.2.1\r\n"
          "Content-Location: /dicom-web/studies/1.2\r\n\r\n"
          "\r\n--b--\r\n");
    CHECK(body->length() == written.size());
}

TEST_CASE("a multipart with a part of unknown length has no length") {
    std::vector<Part> parts;
    parts.push_back(text_part("one", 3));
    parts.push_back(text_part("two", std::nullopt));
    CHECK_FALSE(multipart_body(std::move(parts), "b")->length());
}

TEST_CASE("a part that is not as long as announced is an error, not a wrong body") {
    std::vector<Part> parts;
    parts.push_back(text_part("one", 4));
    auto const body = multipart_body(std::move(parts), "b");
    auto const piece = body->next();
    REQUIRE_FALSE(piece);
    CHECK(piece.error().code == ErrorCode::internal);
}

TEST_CASE("a part that cannot be opened is an error") {
    std::vector<Part> parts;
    parts.push_back({"a/b", "", std::nullopt, []() -> Result<Pieces> { return fail(ErrorCode::not_found, "gone"); }});
    auto const piece = multipart_body(std::move(parts), "b")->next();
    REQUIRE_FALSE(piece);
    CHECK(piece.error().code == ErrorCode::not_found);
}

TEST_CASE("a multipart answer names its parts' type, quoted, and its boundary (RFC 2387 3.1)") {
    std::vector<Part> parts;
    parts.push_back(text_part("one", 3));
    auto const response = multipart_response(std::move(parts));
    auto const type = parse_media_type(response.fields.get("Content-Type"));
    REQUIRE(type);
    CHECK(type->essence == "multipart/related");
    CHECK(type->parameter("type") == "application/octet-stream");
    CHECK(type->parameter("boundary").value_or("").size() > 30);
}

TEST_CASE("a part that is made as it is sent may turn out to be of another type, and has no length") {
    std::vector<Part> parts;
    auto open = []() -> Result<StreamedPart> { return StreamedPart{body_of(Pieces{"one", "two"}), "c/d"}; };
    parts.push_back({"a/b", "/here", std::nullopt, StreamOpener{open}, "bytes 0-5/9"});
    parts.push_back(text_part("three", 5));
    auto const body = multipart_body(std::move(parts), "b");
    CHECK_FALSE(body->length());
    std::string written;
    for (auto piece = body->next(); piece && *piece; piece = body->next()) written += std::get<std::string>(**piece);
    CHECK(written ==
          "\r\n--b\r\nContent-Type: c/d\r\nContent-Range: bytes 0-5/9\r\nContent-Location: /here\r\n\r\nonetwo"
          "\r\n--b\r\nContent-Type: application/octet-stream; transfer-syntax=1.2.840.10008.1.2.1\r\n\r\nthree"
          "\r\n--b--\r\n");
}

TEST_CASE("parts may be made one by one, and an error among them ends the body") {
    auto next = [count = 0]() mutable -> Result<std::optional<Part>> {
        if (count == 2) return fail(ErrorCode::internal, "gone");
        return std::optional{text_part(std::to_string(count++), 1)};
    };
    auto const response = multipart_response("a/b; c=d", next);
    CHECK(std::string{response.fields.get("Content-Type")}.starts_with("multipart/related; type=\"a/b\"; boundary="));
    auto const& body = std::get<std::unique_ptr<http::BodySource>>(response.body);
    CHECK_FALSE(body->length());
    int pieces = 0;
    for (auto piece = body->next();; piece = body->next(), ++pieces) {
        if (!piece) break;
        REQUIRE(*piece);
    }
    CHECK(pieces == 4);
}

TEST_CASE("boundaries do not repeat") {
    std::set<std::string> seen;
    for (int i = 0; i < 100; ++i) seen.insert(random_boundary());
    CHECK(seen.size() == 100);
}

}  // namespace cassette::dicomweb
