#include "dicomweb/wado_metadata.h"

#include "dicomweb/metadata_body.h"
#include "tests/dicomweb/test_instance.h"
#include "tests/dicomweb/test_service.h"

#include <boost/json/parse.hpp>
#include <doctest/doctest.h>
#include <zlib.h>

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
