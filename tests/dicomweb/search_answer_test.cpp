#include "dicomweb/search_answer.h"

#include "tests/support/dicom_json_checker.h"

#include <doctest/doctest.h>

#include <string>
#include <utility>

namespace cassette::dicomweb {

namespace {

SearchResource const all_studies{Level::study, std::nullopt, std::nullopt};

http::Response answered(SearchFormat format, int matches, std::string const& accept_encoding = {}) {
    SearchResultWriter const writer{all_studies, {}, "http://node/dicom-web"};
    SearchAnswer answer{format, writer};
    AttributeValues values(attributes().size());
    for (int i = 0; i < matches; ++i) {
        values[attribute_at({0x0020, 0x000D})] = "1.2." + std::to_string(i + 1);
        CHECK(answer.add(Match{Level::study, values, {}}));
    }
    CHECK(answer.matches() == static_cast<std::uint64_t>(matches));
    http::Request request;
    if (!accept_encoding.empty()) request.fields.add("Accept-Encoding", accept_encoding);
    return answer.take_response(request, format == SearchFormat::csv ? "text/csv" : "application/dicom+json");
}

std::string body_of(http::Response const& response) {
    if (auto const* text = std::get_if<std::string>(&response.body)) return *text;
    auto const& source = std::get<std::unique_ptr<http::BodySource>>(response.body);
    std::string text;
    while (true) {
        auto piece = source->next();
        REQUIRE(piece);
        if (!*piece) return text;
        auto* const memory = std::get_if<std::string>(&**piece);
        REQUIRE(memory != nullptr);
        text += *memory;
    }
}

}  // namespace

TEST_CASE("no match is an empty list in JSON and a heading in CSV; without a part there is no multipart") {
    auto const json = answered(SearchFormat::json, 0);
    CHECK(json.status == 200);
    CHECK(body_of(json) == "[]");
    auto const xml = answered(SearchFormat::xml, 0);
    CHECK(xml.status == 204);
    CHECK(body_of(xml).empty());
    auto const csv = answered(SearchFormat::csv, 0);
    CHECK(csv.status == 200);
    CHECK(body_of(csv).starts_with("PatientName,"));
    CHECK(csv.fields.get("Content-Type") == "text/csv; charset=utf-8; header=present");
}

TEST_CASE("a short answer is held as it is, for the connection to compress") {
    auto const json = answered(SearchFormat::json, 3, "gzip");
    CHECK(std::holds_alternative<std::string>(json.body));
    CHECK_FALSE(json.fields.has("Content-Encoding"));
    CHECK(json.fields.get("Content-Type") == "application/dicom+json");
    CHECK(testing::dicom_json_report(body_of(json)) == "");
}

TEST_CASE("a long answer is sent in pieces, deflated once for those who take gzip") {
    auto const plain = answered(SearchFormat::json, 2'000);
    CHECK_FALSE(std::holds_alternative<std::string>(plain.body));
    CHECK(testing::dicom_json_report(body_of(plain)) == "");
    auto const packed = answered(SearchFormat::json, 2'000, "gzip");
    CHECK(packed.fields.get("Content-Encoding") == "gzip");
    CHECK(body_of(packed).size() * 5 < body_of(answered(SearchFormat::json, 2'000)).size());
}

TEST_CASE("multipart has one part for each match (PS3.18 8.7.4)") {
    auto const xml = answered(SearchFormat::xml, 1'000);
    CHECK(xml.status == 200);
    CHECK(xml.fields.get("Content-Type").starts_with("multipart/related; type=\"application/dicom+xml\"; boundary="));
    auto const body = body_of(xml);
    std::size_t parts = 0;
    for (auto at = body.find("<NativeDicomModel"); at != std::string::npos; at = body.find("<NativeDicomModel", at + 1))
        ++parts;
    CHECK(parts == 1'000);
}

}  // namespace cassette::dicomweb
