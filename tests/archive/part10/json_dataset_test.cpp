#include "archive/part10/json_dataset.h"

#include "tests/support/dataset_builder.h"

#include <boost/json/parse.hpp>
#include <doctest/doctest.h>

#include <string>

namespace cassette {

namespace {

boost::json::object object(std::string_view text) {
    boost::json::parse_options options;
    options.max_depth = 1000;
    return boost::json::parse({text.data(), text.size()}, {}, options).get_object();
}

Result<EncodedDataset> encoded(std::string_view text) { return encode_json_dataset(object(text), {}); }

std::string nested(std::size_t depth) {
    std::string text = "{}";
    for (std::size_t i = 0; i < depth; ++i) text = R"({"00081140":{"vr":"SQ","Value":[)" + text + "]}}";
    return text;
}

}  // namespace

TEST_CASE("a data set is written in the order of its tags, whatever the order of the members (PS3.5 7.1)") {
    auto const dataset = encoded(R"({
        "00100020": {"vr": "LO", "Value": ["P1"]},
        "00080018": {"vr": "UI", "Value": ["1.2"]},
        "0020000d": {"vr": "UI", "Value": ["1.2.3.4"]}})");
    REQUIRE(dataset);
    testing::DatasetBuilder expected;
    expected.text({0x0008, 0x0018}, "UI", "1.2").text({0x0010, 0x0020}, "LO", "P1");
    expected.text({0x0020, 0x000D}, "UI", "1.2.3.4");
    CHECK(dataset->bytes == expected.dataset());
    CHECK(dataset->bulk.empty());
}

TEST_CASE("sequences nest, and an empty Item is null or {} (PS3.18 F.2.5)") {
    auto const dataset =
        encoded(R"({"00081140":{"vr":"SQ","Value":[{"00081155":{"vr":"UI","Value":["1.2"]}},null,{}]}})");
    REQUIRE(dataset);
    using testing::Length;
    auto const reference = testing::DatasetBuilder{}.text({0x0008, 0x1155}, "UI", "1.2").dataset();
    auto const items = testing::item(reference, Length::undefined) + testing::item("", Length::undefined) +
        testing::item("", Length::undefined);
    CHECK(dataset->bytes == testing::sequence({0x0008, 0x1140}, items, Length::undefined));
}

TEST_CASE("bulk data are told with their place (PS3.18 F.2.2)") {
    auto const dataset = encoded(R"({
        "00080018": {"vr": "UI", "Value": ["1.2"]},
        "00081140": {"vr": "SQ", "Value": [{"00420011": {"vr": "OB", "BulkDataURI": "inner"}}]},
        "7FE00010": {"vr": "OW", "BulkDataURI": "pixels"}})");
    REQUIRE(dataset);
    REQUIRE(dataset->bulk.size() == 2);
    CHECK(dataset->bulk[0].uri == "inner");
    CHECK(dataset->bulk[0].depth == 1);
    CHECK(dataset->bulk[1].uri == "pixels");
    CHECK(dataset->bulk[1].vr == "OW");
    CHECK(dataset->bulk[1].position == dataset->bytes.size());
}

TEST_CASE("text is UTF-8, and the data set says so where it matters (PS3.18 F.1.1)") {
    testing::DatasetBuilder expected;
    expected.text({0x0008, 0x0005}, "CS", "ISO_IR 192").text({0x0008, 0x0018}, "UI", "1.2");
    SUBCASE("another set is named") {
        auto const dataset =
            encoded(R"({"00080005":{"vr":"CS","Value":["ISO_IR 100"]},"00080018":{"vr":"UI","Value":["1.2"]}})");
        REQUIRE(dataset);
        CHECK(dataset->bytes == expected.dataset());
    }
    SUBCASE("none is named and text is beyond ASCII; bulk data move along") {
        auto const dataset = encoded(
            R"({"00080018":{"vr":"UI","Value":["1.2"]},"00080006":{"vr":"OB","BulkDataURI":"b"},
                "00100020":{"vr":"LO","Value":["Müller"]}})");
        REQUIRE(dataset);
        expected.text({0x0010, 0x0020}, "LO", "Müller");
        CHECK(dataset->bytes == expected.dataset());
        CHECK(dataset->bulk[0].position ==
              testing::DatasetBuilder{}.text({0x0008, 0x0005}, "CS", "ISO_IR 192").dataset().size());
    }
    SUBCASE("nothing needs it") {
        auto const dataset = encoded(R"({"00080018":{"vr":"UI","Value":["1.2"]}})");
        REQUIRE(dataset);
        CHECK(dataset->bytes == testing::DatasetBuilder{}.text({0x0008, 0x0018}, "UI", "1.2").dataset());
    }
}

TEST_CASE("what only metadata have is left out, and a missing VR is the dictionary's") {
    auto const dataset = encoded(R"({
        "00020010": {"vr": "UI", "Value": ["1.2.840.10008.1.2.1"]},
        "00080000": {"vr": "UL", "Value": [4]},
        "00083002": {"vr": "UI", "Value": ["1.2.840.10008.1.2.1"]},
        "00100020": {"Value": ["P1"]}})");
    REQUIRE(dataset);
    CHECK(dataset->bytes == testing::DatasetBuilder{}.text({0x0010, 0x0020}, "LO", "P1").dataset());
}

TEST_CASE("private elements keep their creators (PS3.5 7.8.1)") {
    auto const dataset = encoded(R"({"00091001":{"vr":"DS","Value":[1.5]},"00090010":{"vr":"LO","Value":["ACME"]}})");
    REQUIRE(dataset);
    auto const expected =
        testing::DatasetBuilder{}.text({0x0009, 0x0010}, "LO", "ACME").text({0x0009, 0x1001}, "DS", "1.5").dataset();
    CHECK(dataset->bytes == expected);
}

TEST_CASE("a value too long for its VR's length is written as UN (PS3.5 6.2.2)") {
    auto const dataset = encoded(R"({"00081080":{"vr":"LO","Value":[")" + std::string(70'000, 'x') + R"("]}})");
    REQUIRE(dataset);
    CHECK(dataset->bytes.substr(4, 2) == "UN");
}

TEST_CASE("what is no data set is malformed and names the tag") {
    for (std::string_view bad :
         {R"({"PatientName":{"vr":"PN"}})", R"({"00100010":"Doe"})", R"({"00100010":{"vr":"XX"}})",
          R"({"00100010":{"vr":5}})", R"({"FFFEE000":{"vr":"SQ"}})", R"({"00081140":{"vr":"SQ","Value":[1]}})",
          R"({"00081140":{"vr":"SQ","Value":{}}})", R"({"7FE00010":{"vr":"OW","BulkDataURI":""}})",
          R"({"00081140":{"vr":"SQ","BulkDataURI":"x"}})", R"({"00280010":{"vr":"US","Value":["many"]}})"}) {
        CAPTURE(bad);
        auto const dataset = encoded(bad);
        REQUIRE_FALSE(dataset);
        CHECK(dataset.error().code == ErrorCode::malformed);
    }
    CHECK(encoded(nested(64)));
    CHECK_FALSE(encoded(nested(65)));
}

TEST_CASE("the limits hold") {
    DatasetLimits limits;
    limits.elements_max = 2;
    auto const three = object(R"({"00100010":{"vr":"PN"},"00100020":{"vr":"LO"},"00100030":{"vr":"DA"}})");
    CHECK(encode_json_dataset(three, limits).error().code == ErrorCode::too_large);
}

TEST_CASE("an attribute is found in either case of its tag") {
    auto const metadata = object(R"({"0020000d":{"vr":"UI","Value":["1.2"]},"7FE00010":{"vr":"OW","BulkDataURI":"b"},
                                     "00280010":{"vr":"US","Value":[1]}})");
    CHECK(json_text(metadata, {0x0020, 0x000D}) == "1.2");
    CHECK(json_text(metadata, {0x0020, 0x000E}) == "");
    CHECK(json_text(metadata, {0x0028, 0x0010}) == "");
    CHECK(json_bulk_data_uri(metadata, {0x7FE0, 0x0010}) == "b");
    CHECK(has_json_attribute(metadata, {0x0028, 0x0010}));
    CHECK_FALSE(has_json_attribute(metadata, {0x0028, 0x0011}));
}

}  // namespace cassette
