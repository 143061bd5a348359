#include "dicomweb/single_part.h"

#include "dicomweb/media_type.h"
#include "storage/memory_blob.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace cassette::dicomweb {

namespace {

// "abc" in memory, then "defghij" as part of a blob.
Pieces ten_letters() {
    Pieces pieces;
    pieces.emplace_back("abc");
    pieces.emplace_back(http::BlobPiece{std::make_shared<MemoryBlob>("..defghij.."), {2, 7}});
    return pieces;
}

std::string text_of(Pieces const& pieces) {
    std::string text;
    for (auto const& piece : pieces) {
        if (auto const* memory = std::get_if<std::string>(&piece)) {
            text += *memory;
            continue;
        }
        auto const& blob = std::get<http::BlobPiece>(piece);
        std::string bytes(blob.range.length, '\0');
        CHECK(blob.blob->read_at(blob.range.offset, std::as_writable_bytes(std::span{bytes})));
        text += bytes;
    }
    return text;
}

std::string body_of(http::Response& response) {
    auto& source = std::get<std::unique_ptr<http::BodySource>>(response.body);
    Pieces pieces;
    for (auto piece = source->next(); piece && *piece; piece = source->next()) pieces.push_back(std::move(**piece));
    CHECK(source->length() == text_of(pieces).size());
    return text_of(pieces);
}

http::Response answer(std::string const& range, std::string const& if_range = {}, std::string const& if_none_match = {},
                      http::Method method = http::Method::get) {
    http::Request request;
    request.method = method;
    if (!range.empty()) request.fields.add("Range", range);
    if (!if_range.empty()) request.fields.add("If-Range", if_range);
    if (!if_none_match.empty()) request.fields.add("If-None-Match", if_none_match);
    return single_part(request, {"a/b", "\"tag\"", ten_letters(), "Sun, 06 Nov 1994 08:49:37 GMT"});
}

}  // namespace

TEST_CASE("a single range is cut out across pieces (RFC 9110 14.1.2)") {
    struct Row {
        char const* range;
        char const* content_range;
        char const* body;
    };
    std::vector<Row> const rows{
        {"bytes=0-0", "bytes 0-0/10", "a"},         {"bytes=0-9", "bytes 0-9/10", "abcdefghij"},
        {"bytes=2-3", "bytes 2-3/10", "cd"},        {"bytes=4-", "bytes 4-9/10", "efghij"},
        {"bytes=-3", "bytes 7-9/10", "hij"},        {"bytes=-99", "bytes 0-9/10", "abcdefghij"},
        {"Bytes=5-99999", "bytes 5-9/10", "fghij"}, {"bytes=9-18446744073709551615", "bytes 9-9/10", "j"},
    };
    for (auto const& row : rows) {
        CAPTURE(row.range);
        auto response = answer(row.range);
        CHECK(response.status == 206);
        CHECK(response.fields.get("Content-Range") == row.content_range);
        CHECK(body_of(response) == row.body);
    }
}

TEST_CASE("what is not a list of byte ranges gives the whole (RFC 9110 14.2)") {
    for (char const* range : {"", "bytes=", "bytes=-", "bytes=3-1", "bytes=0-1,x", "items=0-1", "bytes=a-b", "0-1"}) {
        CAPTURE(range);
        auto response = answer(range);
        CHECK(response.status == 200);
        CHECK(response.fields.get("Content-Range").empty());
        CHECK(response.fields.get("Accept-Ranges") == "bytes");
        CHECK(body_of(response) == "abcdefghij");
    }
}

TEST_CASE("a range beyond the end is refused with the length (RFC 9110 15.5.17)") {
    for (char const* range : {"bytes=10-", "bytes=10-20", "bytes=-0"}) {
        CAPTURE(range);
        auto const response = answer(range);
        CHECK(response.status == 416);
        CHECK(response.fields.get("Content-Range") == "bytes */10");
    }
}

TEST_CASE("several ranges are multipart/byteranges, each with its type and place (RFC 9110 14.6)") {
    auto response = answer("bytes=8-,0-3");
    CHECK(response.status == 206);
    CHECK_FALSE(response.fields.has("Content-Range"));
    CHECK(response.fields.get("ETag") == "\"tag\"");
    auto const type = parse_media_type(response.fields.get("Content-Type"));
    REQUIRE(type);
    CHECK(type->essence == "multipart/byteranges");
    auto const boundary = std::string{type->parameter("boundary").value_or("")};
    CHECK(body_of(response) ==
          "\r\n--" + boundary + "\r\nContent-Type: a/b\r\nContent-Range: bytes 0-3/10\r\n\r\nabcd\r\n--" + boundary +
              "\r\nContent-Type: a/b\r\nContent-Range: bytes 8-9/10\r\n\r\nij\r\n--" + boundary + "--\r\n");
}

TEST_CASE("several ranges that are one after all, or of which one is left, are one (RFC 9110 15.3.7)") {
    for (char const* range : {"bytes=0-1,2-3", "bytes=0-3,1-2", "bytes=0-3,20-30"}) {
        CAPTURE(range);
        auto response = answer(range);
        CHECK(response.fields.get("Content-Range") == "bytes 0-3/10");
        CHECK(body_of(response) == "abcd");
    }
}

TEST_CASE("If-Range takes a strong tag or the very date (RFC 9110 13.1.5), Range is for GET (14.2)") {
    CHECK(answer("bytes=0-1", "Sun, 06 Nov 1994 08:49:37 GMT").status == 206);
    CHECK(answer("bytes=0-1", "Sun, 06 Nov 1994 08:49:38 GMT").status == 200);
    CHECK(answer("bytes=0-1", "W/\"tag\"").status == 200);
    CHECK(answer("bytes=0-1", "nonsense").status == 200);
    CHECK(answer("bytes=0-1", {}, {}, http::Method::head).status == 200);
    CHECK(answer({}).fields.get("Last-Modified") == "Sun, 06 Nov 1994 08:49:37 GMT");
}

TEST_CASE("a range of something else is the whole (RFC 9110 13.1.5), and If-None-Match comes first (13.2.2)") {
    CHECK(answer("bytes=0-1", "\"tag\"").status == 206);
    CHECK(answer("bytes=0-1", "\"other\"").status == 200);
    CHECK(answer("bytes=0-1", {}, "\"tag\"").status == 200);
    CHECK(answer("bytes=0-1", {}, "\"other\"").status == 206);
}

}  // namespace cassette::dicomweb
