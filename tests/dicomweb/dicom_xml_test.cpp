#include "dicomweb/dicom_xml.h"

#include "tests/dicomweb/golden.h"
#include "tests/support/native_model_checker.h"

#include <doctest/doctest.h>

#include <string>

namespace cassette::dicomweb {

TEST_CASE("the Native DICOM Model has every kind of value (PS3.19 A.1.6, PS3.18 F.3.1)") {
    auto const xml = native_dicom_model(R"({
        "00080018":{"vr":"UI","Value":["1.2.3"]},
        "00080008":{"vr":"CS","Value":["ORIGINAL",null,"AXIAL"]},
        "00081030":{"vr":"LO","Value":["a < b & \"c\""]},
        "00100010":{"vr":"PN","Value":[{"Alphabetic":"Doe^Jane^^Dr","Ideographic":"山田^太郎"}]},
        "00101030":{"vr":"DS","Value":[72.5]},
        "00280010":{"vr":"US","Value":[512]},
        "00400275":{"vr":"SQ","Value":[{"00400009":{"vr":"SH","Value":["S1"]}},{}]},
        "00420011":{"vr":"OB","InlineBinary":"JVBERg=="},
        "00090010":{"vr":"LO","Value":["ACME <1>"]},
        "00091001":{"vr":"LO","Value":["private"]},
        "00091101":{"vr":"UN","InlineBinary":"AAE="},
        "00200010":{"vr":"SH"},
        "7FE00010":{"vr":"OW","BulkDataURI":"/dicom-web/studies/1/bulkdata/7FE00010"}})");
    REQUIRE(xml);
    CHECK(testing::native_model_report(*xml) == "");
    check_golden("dicomweb/native_dicom_model.xml", *xml);
}

TEST_CASE("a private element is told by its creator and without its block, in items too (PS3.19 Table A.1.5-2)") {
    auto const xml = native_dicom_model(R"({"00081140":{"vr":"SQ","Value":[{"00090012":{"vr":"LO","Value":["ACME"]},
        "00091203":{"vr":"LO","Value":["x"]},"00091303":{"vr":"LO","Value":["nobody's"]}}]}})");
    REQUIRE(xml);
    CHECK(testing::native_model_report(*xml) == "");
    CHECK(xml->find(R"(<DicomAttribute tag="00090012" vr="LO"><Value)") != std::string::npos);
    CHECK(xml->find(R"(<DicomAttribute tag="00090003" vr="LO" privateCreator="ACME">)") != std::string::npos);
    CHECK(xml->find(R"(<DicomAttribute tag="00091303" vr="LO">)") != std::string::npos);
}

TEST_CASE("of a name with more components than there may be, the last has the rest (PS3.5 6.2.1.1)") {
    auto const xml = native_dicom_model(R"({"00100010":{"vr":"PN","Value":[{"Alphabetic":"a^b^c^d^e^f"}]}})");
    REQUIRE(xml);
    CHECK(xml->find("<NamePrefix>d</NamePrefix><NameSuffix>e^f</NameSuffix>") != std::string::npos);
}

TEST_CASE("controls that XML cannot write are left out") {
    auto const xml = native_dicom_model("{\"00104000\":{\"vr\":\"LT\",\"Value\":[\"a\\u0001b\\r\\nc\"]}}");
    REQUIRE(xml);
    CHECK(xml->find("ab&#13;\nc") != std::string::npos);
    auto const others = native_dicom_model("{\"00104000\":{\"vr\":\"LT\",\"Value\":[\"a\xEF\xBF\xBF\xEF\xBF\xBD\"]}}");
    REQUIRE(others);
    CHECK(testing::native_model_report(*others) == "");
}

TEST_CASE("deep sequences are no reason to refuse") {
    std::string json = "{}";
    for (int i = 0; i < 64; ++i) json = R"({"00081140":{"vr":"SQ","Value":[)" + json + "]}}";
    CHECK(native_dicom_model(json));
}

TEST_CASE("what is not a data set is malformed") {
    for (char const* text : {"", "[]", "{", "1"}) {
        auto const xml = native_dicom_model(text);
        REQUIRE_FALSE(xml);
        CHECK(xml.error().code == ErrorCode::malformed);
    }
}

}  // namespace cassette::dicomweb
