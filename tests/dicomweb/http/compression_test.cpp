#include "dicomweb/http/compression.h"

#include <doctest/doctest.h>
#include <zlib.h>
#include <zstd.h>

namespace cassette::http {

namespace {

std::string gunzip(std::string packed) {
    z_stream stream{};
    REQUIRE(inflateInit2(&stream, 15 + 16) == Z_OK);
    std::string plain(1 << 20, '\0');
    stream.next_in = reinterpret_cast<Bytef*>(packed.data());
    stream.avail_in = static_cast<uInt>(packed.size());
    stream.next_out = reinterpret_cast<Bytef*>(plain.data());
    stream.avail_out = static_cast<uInt>(plain.size());
    CHECK(inflate(&stream, Z_FINISH) == Z_STREAM_END);
    plain.resize(stream.total_out);
    inflateEnd(&stream);
    return plain;
}

Response json(std::size_t size) {
    Response response;
    response.fields.set("Content-Type", "application/dicom+json");
    response.fields.set("ETag", "\"1\"");
    response.body = std::string(size, 'j');
    return response;
}

Request accepting(std::string encodings) {
    Request request;
    request.fields.add("Accept-Encoding", std::move(encodings));
    return request;
}

bool compresses(Request const& request, Response response) {
    compress_body(request, response);
    return response.fields.get("Content-Encoding") == "gzip";
}

}  // namespace

TEST_CASE("the coding is what Accept-Encoding wants most, and gzip among equals (RFC 9110 12.5.3)") {
    using enum ContentCoding;
    for (std::string_view field :
         {"gzip", "GZip", "x-gzip", "br, gzip;q=0.5", "*", "*;q=0.1", "identity;q=0.5, gzip", "gzip ; q=1.000",
          "br;q=1,,gzip", "deflate, gzip;q=1, *;q=0", "gzip, deflate, br, zstd", "zstd;q=0.9, gzip", "gzip;q=0.1"}) {
        CAPTURE(field);
        CHECK(choose_coding(field) == gzip);
    }
    for (std::string_view field :
         {"zstd", "gzip;q=0.5, zstd", "zstd;q=0.1, gzip;q=0", "gzip;q=0, *", "identity;q=0, zstd"}) {
        CAPTURE(field);
        CHECK(choose_coding(field) == zstd);
    }
    for (std::string_view field : {"", "br", "gzip;q=0", "gzip;q=0.000", "identity, gzip;q=0.5", "gzip;q=x", "gzip;q=2",
                                   "gzipped", "identity", "*;q=0, identity"}) {
        CAPTURE(field);
        CHECK(choose_coding(field) == identity);
    }
    for (std::string_view field : {"identity;q=0", "*;q=0", "br, identity;q=0", "gzip;q=0, *;q=0"}) {
        CAPTURE(field);
        CHECK_FALSE(choose_coding(field));
    }
}

TEST_CASE("what lies compressed already goes to whoever lets gzip through (RFC 9110 12.5.3)") {
    for (std::string_view yes : {"gzip", "*", "gzip;q=0.5, zstd", "identity;q=0.5, gzip"}) {
        CAPTURE(yes);
        CHECK(accepts_gzip(yes));
    }
    for (std::string_view no : {"", "zstd", "gzip;q=0", "identity, gzip;q=0.5", "gzip;q=0, *"}) {
        CAPTURE(no);
        CHECK_FALSE(accepts_gzip(no));
    }
}

TEST_CASE("zstd for those who want it more than gzip (RFC 8878)") {
    auto response = json(5000);
    compress_body(accepting("gzip;q=0.5, zstd"), response);
    CHECK(response.fields.get("Content-Encoding") == "zstd");
    auto const& packed = std::get<std::string>(response.body);
    CHECK(packed.size() < 500);
    std::string plain(6000, '\0');
    plain.resize(ZSTD_decompress(plain.data(), plain.size(), packed.data(), packed.size()));
    CHECK(plain == std::string(5000, 'j'));
}

TEST_CASE("identity;q=0 is honoured: small text is compressed too, and what cannot be is 406 (RFC 9110 12.5.3)") {
    auto small = json(10);
    compress_body(accepting("gzip, identity;q=0"), small);
    CHECK(small.fields.get("Content-Encoding") == "gzip");
    CHECK(gunzip(std::get<std::string>(small.body)) == std::string(10, 'j'));
    auto refused = json(10);
    compress_body(accepting("identity;q=0"), refused);
    CHECK(refused.status == 406);
    // An error is told all the same.
    auto error = json(10);
    error.status = 404;
    compress_body(accepting("identity;q=0"), error);
    CHECK(error.status == 404);
    CHECK(std::get<std::string>(error.body) == std::string(10, 'j'));
}

TEST_CASE("a compressed body inflates to what it was, and its strong ETag becomes weak (RFC 9110 8.8.1)") {
    auto response = json(5000);
    compress_body(accepting("gzip"), response);
    CHECK(response.fields.get("Content-Encoding") == "gzip");
    CHECK(response.fields.get("ETag") == "W/\"1\"");
    CHECK(gunzip(std::get<std::string>(response.body)) == std::string(5000, 'j'));
    // The deflate state of the thread is used again.
    auto second = json(3000);
    compress_body(accepting("gzip"), second);
    CHECK(gunzip(std::get<std::string>(second.body)) == std::string(3000, 'j'));
}

TEST_CASE("only text of some size that is not encoded yet is compressed") {
    auto const gzip = accepting("gzip");
    CHECK(compresses(gzip, json(1024)));
    CHECK_FALSE(compresses(gzip, json(1023)));
    CHECK_FALSE(compresses({}, json(5000)));
    for (std::string_view type : {"text/html; charset=utf-8", "application/xml", "application/problem+json"}) {
        auto response = json(5000);
        response.fields.set("Content-Type", std::string{type});
        CHECK(compresses(gzip, std::move(response)));
    }
    for (std::string_view type : {"image/jpeg", "multipart/related; type=\"application/dicom+json\"", ""}) {
        auto response = json(5000);
        response.fields.set("Content-Type", std::string{type});
        CHECK_FALSE(compresses(gzip, std::move(response)));
    }
    auto encoded = json(5000);
    encoded.fields.set("Content-Encoding", "br");
    CHECK_FALSE(compresses(gzip, std::move(encoded)));
    auto part = json(5000);
    part.status = 206;
    CHECK_FALSE(compresses(gzip, std::move(part)));
}

TEST_CASE("Vary is the same whatever a request accepts (RFC 9110 12.5.5)") {
    auto response = json(5000);
    vary_by_encoding(response);
    CHECK(response.fields.get("Vary") == "Accept-Encoding");
    response.fields.set("Vary", "Accept");
    vary_by_encoding(response);
    vary_by_encoding(response);
    CHECK(response.fields.joined("Vary") == "Accept, Accept-Encoding");
    auto small = json(10);
    vary_by_encoding(small);
    CHECK_FALSE(small.fields.has("Vary"));
}

}  // namespace cassette::http
