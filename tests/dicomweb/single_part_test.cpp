#include "dicomweb/single_part.h"

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

http::Response answer(std::string const& range, std::string const& if_range = {},
                      std::string const& if_none_match = {}) {
    http::Request request;
    if (!range.empty()) request.fields.add("Range", range);
    if (!if_range.empty()) request.fields.add("If-Range", if_range);
    if (!if_none_match.empty()) request.fields.add("If-None-Match", if_none_match);
    return single_part(request, {"a/b", "\"tag\"", ten_letters()});
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

TEST_CASE("what is not one range of bytes gives the whole (RFC 9110 14.2)") {
    for (char const* range : {"", "bytes=", "bytes=-", "bytes=3-1", "bytes=0-1,3-4", "items=0-1", "bytes=a-b", "0-1"}) {
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

TEST_CASE("a range of something else is the whole (RFC 9110 13.1.5), and If-None-Match comes first (13.2.2)") {
    CHECK(answer("bytes=0-1", "\"tag\"").status == 206);
    CHECK(answer("bytes=0-1", "\"other\"").status == 200);
    CHECK(answer("bytes=0-1", {}, "\"tag\"").status == 200);
    CHECK(answer("bytes=0-1", {}, "\"other\"").status == 206);
}

}  // namespace cassette::dicomweb
