#include "archive/clinical/clinical_dataset.h"

#include "tests/support/dataset_builder.h"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>
#include <doctest/doctest.h>

namespace cassette {

namespace {

namespace json = boost::json;
using testing::DatasetBuilder;
using testing::Encoding;
using testing::Length;

std::span<std::byte const> bytes_of(std::string const& text) { return std::as_bytes(std::span{text}); }

// A data set in Latin-1 with a sequence in it.
std::string latin_1(Encoding encoding, Length length) {
    auto const item =
        testing::item(DatasetBuilder{encoding}.text({0x0040, 0x0001}, "AE", "CT1").dataset(), length, encoding);
    return DatasetBuilder{encoding}
        .text({0x0008, 0x0005}, "CS", "ISO_IR 100")
        .text({0x0010, 0x0010}, "PN", "M\xFCller^J\xFCrgen")
        .element({0x0040, 0x0100}, testing::sequence({0x0040, 0x0100}, item, length, encoding))
        .dataset();
}

}  // namespace

TEST_CASE("a data set becomes DICOM JSON in UTF-8, however it is written (PS3.18 F.2)") {
    auto const expected = json::parse(R"({
        "00080005": {"vr": "CS", "Value": ["ISO_IR 192"]},
        "00100010": {"vr": "PN", "Value": [{"Alphabetic": "Müller^Jürgen"}]},
        "00400100": {"vr": "SQ", "Value": [{"00400001": {"vr": "AE", "Value": ["CT1"]}}]}})");
    for (auto const encoding : {Encoding::implicit_little_endian, Encoding::explicit_little_endian})
        for (auto const length : {Length::defined, Length::undefined}) {
            ElementEncoding const written{.explicit_vr = encoding == Encoding::explicit_little_endian};
            auto const read = read_clinical_dataset(bytes_of(latin_1(encoding, length)), written);
            REQUIRE(read);
            CHECK(json::value(*read) == expected);
        }
}

TEST_CASE("a Part 10 file and a bare data set are read alike") {
    auto const bare = latin_1(Encoding::explicit_little_endian, Length::undefined);
    auto built = DatasetBuilder{}.text({0x0010, 0x0020}, "LO", "P1");
    for (auto const& file : {bare, built.part10(), std::string{}}) {
        auto const read = read_clinical_file(bytes_of(file));
        if (file.empty()) {
            CHECK_FALSE(read);
            continue;
        }
        REQUIRE(read);
        CHECK_FALSE(read->contains("00083002"));
    }
}

TEST_CASE("what is no data set, too large or too deep is refused") {
    ElementEncoding const explicit_little{};
    CHECK(read_clinical_dataset(bytes_of("garbage, no elements"), explicit_little).error().code ==
          ErrorCode::malformed);
    std::string const huge(4 * 1024 * 1024 + 2, 'x');
    CHECK(read_clinical_dataset(bytes_of(huge), explicit_little).error().code == ErrorCode::too_large);
    CHECK(read_clinical_file(bytes_of(huge)).error().code == ErrorCode::too_large);
    CHECK_FALSE(read_clinical_dataset(bytes_of(testing::nested_sequences(1000)), explicit_little));
    std::string cut = latin_1(Encoding::explicit_little_endian, Length::defined);
    cut.pop_back();
    CHECK(read_clinical_dataset(bytes_of(cut), explicit_little).error().code == ErrorCode::malformed);
}

TEST_CASE("DICOM JSON is one object or several, and is normalised as data sets are") {
    auto const one =
        read_clinical_json(R"({"00100020": {"Value": ["P1 "]}, "00101030": {"vr": "DS", "Value": ["72.50"]}})");
    REQUIRE(one);
    REQUIRE(one->size() == 1);
    CHECK(json::serialize(one->front().at("00100020")) == R"({"vr":"LO","Value":["P1"]})");
    CHECK(json::serialize(one->front().at("00101030").at("Value")) == "[7.25E1]");
    auto const two = read_clinical_json(R"([{"00100020": {"vr": "LO"}}, {}])");
    REQUIRE(two);
    CHECK(two->size() == 2);
    CHECK(read_clinical_json("[]")->empty());
    for (auto const* bad : {"", "{", "7", "[7]", R"({"nonsense": {}})",
                            R"({"00420011": {"vr": "OB", "BulkDataURI": "http://192.0.2.1/x"}})"}) {
        CAPTURE(bad);
        auto const read = read_clinical_json(bad);
        REQUIRE_FALSE(read);
        CHECK(read.error().code == ErrorCode::malformed);
    }
}

}  // namespace cassette
