#include "dicomweb/wado_metadata.h"

#include "dicomweb/metadata_body.h"
#include "tests/dicomweb/test_instance.h"
#include "tests/dicomweb/test_service.h"

#include <boost/json/parse.hpp>
#include <doctest/doctest.h>
#include <zlib.h>
#include <zstd.h>

#include <string>

namespace cassette::dicomweb {

namespace {

std::string gunzip(std::string packed) {
    z_stream stream{};
    REQUIRE(inflateInit2(&stream, 15 + 16) == Z_OK);
    std::string text(4 << 20, '\0');
    stream.next_in = reinterpret_cast<Bytef*>(packed.data());
    stream.avail_in = static_cast<uInt>(packed.size());
    stream.next_out = reinterpret_cast<Bytef*>(text.data());
    stream.avail_out = static_cast<uInt>(text.size());
    CHECK(inflate(&stream, Z_FINISH) == Z_STREAM_END);
    CHECK(stream.avail_in == 0);
    text.resize(text.size() - stream.avail_out);
    inflateEnd(&stream);
    return text;
}

boost::json::array parsed(std::string const& body) {
    boost::json::error_code error;
    auto const value = boost::json::parse(body, error);
    REQUIRE_FALSE(error);
    return value.as_array();
}

void store_some(TestService& service) {
    for (int number = 1; number <= 3; ++number)
        service.store(part10({.instance = "1.2.3.4." + std::to_string(number), .instance_number = number}));
    service.store(part10({.series = "1.2.3.5", .instance = "1.2.3.5.1", .series_number = 2}));
}

}  // namespace

TEST_CASE("metadata is the whole data set of every instance in scope (PS3.18 10.4.1.1.2)") {
    TestService service;
    store_some(service);
    CHECK(parsed(service.get("/dicom-web/studies/1.2.3/metadata").body).size() == 4);
    CHECK(parsed(service.get("/dicom-web/studies/1.2.3/series/1.2.3.4/metadata").body).size() == 3);
    auto const answer = service.get("/dicom-web/studies/1.2.3/series/1.2.3.4/instances/1.2.3.4.2/metadata");
    CHECK(answer.fields.get("Content-Type") == "application/dicom+json");
    auto const instances = parsed(answer.body);
    REQUIRE(instances.size() == 1);
    auto const& instance = instances[0].as_object();
    CHECK(instance.at("00080018").at("Value").at(0) == "1.2.3.4.2");
    CHECK(instance.at("00280010").at("Value").at(0).as_int64() == test_rows);
    CHECK(instance.at("00083002").at("Value").at(0) == "1.2.840.10008.1.2.1");
    CHECK(instance.at("00100010").at("Value").at(0).at("Alphabetic") == "Doe^Jane");
}

TEST_CASE("the bulk data that metadata names can be fetched (PS3.18 10.4.1.1.5)") {
    TestService service;
    service.store(part10({.private_bytes = 100'000}));
    auto const answer = service.get("/dicom-web/studies/1.2.3/metadata");
    auto const instances = parsed(answer.body);
    auto const& instance = instances[0].as_object();
    auto const uri = [&](char const* tag) { return std::string{instance.at(tag).at("BulkDataURI").as_string()}; };
    CHECK(service.get(uri("00091001")).body == std::string(100'000, 'p'));
    CHECK(service.get(uri("7FE00010")).body == std::string(std::size_t{test_rows} * test_columns, '\x01'));
}

TEST_CASE("gzip metadata inflates to the identity text") {
    TestService service;
    store_some(service);
    for (char const* path : {"/dicom-web/studies/1.2.3/metadata", "/dicom-web/studies/1.2.3/series/1.2.3.4/metadata",
                             "/dicom-web/studies/1.2.3/series/1.2.3.5/instances/1.2.3.5.1/metadata"}) {
        CAPTURE(path);
        auto const identity = service.get(path);
        auto const packed = service.get(path, {{"Accept-Encoding", "gzip, deflate, br"}});
        CHECK(identity.fields.get("Content-Encoding").empty());
        CHECK(packed.fields.get("Content-Encoding") == "gzip");
        CHECK(gunzip(packed.body) == identity.body);
        CHECK(packed.fields.get("Vary") == "Accept, Accept-Encoding");
        CHECK_FALSE(identity.fields.get("ETag").empty());
    }
}

TEST_CASE("zstd metadata is the identity text, for those who want it more than gzip (RFC 8878)") {
    TestService service;
    store_some(service);
    auto const path = "/dicom-web/studies/1.2.3/metadata";
    auto const identity = service.get(path);
    auto const packed = service.get(path, {{"Accept-Encoding", "gzip;q=0.8, zstd"}});
    CHECK(packed.fields.get("Content-Encoding") == "zstd");
    std::string plain(identity.body.size() + 1, '\0');
    plain.resize(ZSTD_decompress(plain.data(), plain.size(), packed.body.data(), packed.body.size()));
    CHECK(plain == identity.body);
    CHECK(service.get(path, {{"Accept-Encoding", "identity;q=0"}}).status == 406);
    CHECK(service.get(path, {{"Accept-Encoding", "gzip, deflate, br, zstd"}}).fields.get("Content-Encoding") == "gzip");
}

TEST_CASE("includefield leaves of the metadata what was asked and what identifies the instance") {
    TestService service;
    store_some(service);
    std::string const path = "/dicom-web/studies/1.2.3/metadata";
    auto const some = service.get(path + "?includefield=PatientName,00280010");
    auto const instances = parsed(some.body);
    REQUIRE(instances.size() == 4);
    auto const& instance = instances[0].as_object();
    CHECK(instance.size() == 7);
    for (char const* tag : {"00080005", "00080016", "00080018", "00100010", "0020000D", "0020000E", "00280010"}) {
        CAPTURE(tag);
        CHECK(instance.contains(tag));
    }
    CHECK(gunzip(service.get(path + "?includefield=PatientName,00280010", {{"Accept-Encoding", "gzip"}}).body) ==
          some.body);
    CHECK(service.get(path + "?includefield=all").body == service.get(path).body);
    CHECK(service.get(path + "?includefield=NoSuchThing").status == 400);
    auto const xml = parts_of(
        service.get_as(path + "?includefield=PatientName", "multipart/related; type=\"application/dicom+xml\""));
    REQUIRE(xml.size() == 4);
    CHECK(xml[0].second.find("PatientName") != std::string::npos);
    CHECK(xml[0].second.find("SliceThickness") == std::string::npos);
}

TEST_CASE("metadata is UTF-8 and says so to those who ask for something else alone (PS3.18 8.3.3.2)") {
    TestService service;
    store_some(service);
    std::string const path = "/dicom-web/studies/1.2.3/metadata";
    CHECK(service.get(path + "?charset=utf-8").status == 200);
    CHECK(service.get(path + "?charset=iso-8859-1").status == 400);
    CHECK(service.get(path, {{"Accept-Charset", "iso-8859-1"}}).status == 200);
}

TEST_CASE("the metadata of an instance have a date, those of a set only a tag (RFC 9110 8.8.2)") {
    TestService service;
    store_some(service);
    CHECK(service.get("/dicom-web/studies/1.2.3/series/1.2.3.4/instances/1.2.3.4.2/metadata")
              .fields.has("Last-Modified"));
    CHECK_FALSE(service.get("/dicom-web/studies/1.2.3/metadata").fields.has("Last-Modified"));
}

TEST_CASE("the entity tag changes when an instance is added or replaced, and not otherwise") {
    TestService service;
    service.store(part10({}));
    auto const tag = [&] { return std::string{service.get("/dicom-web/studies/1.2.3/metadata").fields.get("ETag")}; };
    auto const before = tag();
    CHECK(tag() == before);
    service.store(part10({.instance = "1.2.3.4.6"}));
    auto const added = tag();
    CHECK(added != before);
    service.store(part10({.image_type = "DERIVED\\SECONDARY"}));
    CHECK(tag() != added);
}

TEST_CASE("metadata is XML for those who ask for it (PS3.18 8.7.3)") {
    TestService service;
    store_some(service);
    auto const parts = parts_of(
        service.get_as("/dicom-web/studies/1.2.3/metadata", "multipart/related; type=\"application/dicom+xml\""));
    REQUIRE(parts.size() == 4);
    CHECK(parts[3].second.find("<Value number=\"1\">1.2.3.5.1</Value>") != std::string::npos);
}

TEST_CASE("metadata of what is not there is not found, and of no kind that we have not acceptable") {
    TestService service;
    service.store(part10({}));
    CHECK(service.get("/dicom-web/studies/9.9/metadata").status == 404);
    CHECK(service.get("/dicom-web/studies/1.2.3/series/9.9/metadata").status == 404);
    CHECK(service.get_as("/dicom-web/studies/1.2.3/metadata", "text/html").status == 406);
    CHECK(service
              .get_as("/dicom-web/studies/1.2.3/metadata",
                      "application/dicom+json, multipart/related; type=application/octet-stream; transfer-syntax=*")
              .status == 200);
}

}  // namespace cassette::dicomweb
