#include "dicomweb/dicom_xml_reader.h"

#include "dicomweb/dicom_xml.h"

#include <boost/json/serialize.hpp>
#include <doctest/doctest.h>

#include <string>

namespace cassette::dicomweb {

namespace {

std::string document(std::string const& content) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<NativeDicomModel xmlns=\"http://dicom.nema"
           ".org/PS3.19/models/NativeDICOM\">" +
        content + "</NativeDicomModel>";
}

std::string json_of(std::string const& content) {
    auto const read = read_xml_instance(document(content), {});
    REQUIRE(read);
    return boost::json::serialize(*read);
}

bool is_malformed(std::string const& text) {
    auto const read = read_xml_instance(text, {});
    return !read && read.error().code == ErrorCode::malformed;
}

std::string nested(int depth) {
    std::string open;
    std::string close;
    for (int i = 0; i < depth; ++i) {
        open += R"(<DicomAttribute tag="00081140" vr="SQ"><Item number="1">)";
        close += "</Item></DicomAttribute>";
    }
    return document(open + close);
}

}  // namespace

TEST_CASE("the Native DICOM Model is read into the DICOM JSON Model (PS3.19 A.1.6)") {
    struct Row {
        std::string xml;
        std::string json;
    };
    Row const rows[] = {
        {R"(<DicomAttribute tag="00080018" vr="UI" keyword="SOPInstanceUID"><Value number="1">1.2</Value></DicomAttribute>)",
         R"({"00080018":{"vr":"UI","Value":["1.2"]}})"},
        {R"(<DicomAttribute tag="00080008" vr="CS"><Value number="1">A</Value><Value number="3">C</Value></DicomAttribute>)",
         R"({"00080008":{"vr":"CS","Value":["A",null,"C"]}})"},
        {R"(<DicomAttribute tag="00100020" vr="LO"/>)", R"({"00100020":{"vr":"LO"}})"},
        {R"(<DicomAttribute tag="00104000" vr="LT"><Value number="1">a &lt;b&gt; &amp; &#xE9;</Value></DicomAttribute>)",
         "{\"00104000\":{\"vr\":\"LT\",\"Value\":[\"a <b> & \xC3\xA9\"]}}"},
        {R"(<DicomAttribute tag="00100010" vr="PN"><PersonName number="1"><Alphabetic><FamilyName>Doe</FamilyName>)"
         R"(<MiddleName>M</MiddleName></Alphabetic><Ideographic><FamilyName>X</FamilyName></Ideographic></PersonName></DicomAttribute>)",
         R"({"00100010":{"vr":"PN","Value":[{"Alphabetic":"Doe^^M","Ideographic":"X"}]}})"},
        {R"(<DicomAttribute tag="00081140" vr="SQ"><Item number="1"><DicomAttribute tag="00081155" vr="UI">)"
         R"(<Value number="1">1.2</Value></DicomAttribute></Item><Item number="2"/></DicomAttribute>)",
         R"({"00081140":{"vr":"SQ","Value":[{"00081155":{"vr":"UI","Value":["1.2"]}},{}]}})"},
        {R"(<DicomAttribute tag="7FE00010" vr="OW"><BulkData uri="http://host/b?c=1&amp;d"/></DicomAttribute>)",
         R"({"7FE00010":{"vr":"OW","BulkDataURI":"http://host/b?c=1&d"}})"},
        {R"(<DicomAttribute tag="7FE00010" vr="OW"><BulkData uuid="12-34"/></DicomAttribute>)",
         R"({"7FE00010":{"vr":"OW","BulkDataURI":"12-34"}})"},
        {R"(<DicomAttribute tag="00420011" vr="OB"><InlineBinary>AQID</InlineBinary></DicomAttribute>)",
         R"({"00420011":{"vr":"OB","InlineBinary":"AQID"}})"},
    };
    for (auto const& row : rows) {
        CAPTURE(row.xml);
        CHECK(json_of(row.xml) == row.json);
    }
}

TEST_CASE("private attributes get a block of the creator they name (PS3.5 7.8.1, PS3.19 A.1.6)") {
    std::string const creator =
        R"(<DicomAttribute tag="00090011" vr="LO"><Value number="1">ACME</Value></DicomAttribute>)";
    std::string const mine =
        R"(<DicomAttribute tag="00090001" vr="SH" privateCreator="ACME"><Value number="1">v</Value></DicomAttribute>)";
    SUBCASE("which the data set has") { CHECK(json_of(mine + creator).find("00091101") != std::string::npos); }
    SUBCASE("also one whose number a Private Creator could have") {
        auto const element = R"(<DicomAttribute tag="00090021" vr="SH" privateCreator="ACME"/>)";
        auto const json = json_of(element + creator);
        CHECK(json.find(R"("00091121":{"vr":"SH"})") != std::string::npos);
        CHECK(json.find(R"("00090021")") == std::string::npos);
    }
    SUBCASE("which it has not: the block is made") {
        auto const json = json_of(mine);
        CHECK(json.find(R"("00090010":{"vr":"LO","Value":["ACME"]})") != std::string::npos);
        CHECK(json.find(R"("00091001")") != std::string::npos);
    }
    SUBCASE("whose block is another's: the next one") {
        auto const json = json_of(R"(<DicomAttribute tag="00091101" vr="SH" privateCreator="OTHER"/>)" + creator);
        CHECK(json.find(R"("00090010":{"vr":"LO","Value":["OTHER"]})") != std::string::npos);
        CHECK(json.find(R"("00091001")") != std::string::npos);
    }
}

TEST_CASE("what we write as XML is read as what it was written from (PS3.18 F.3.1)") {
    std::string const json =
        R"({"00080008":{"vr":"CS","Value":["ORIGINAL",null,"AXIAL"]},"00080016":{"vr":"UI","Value":["1.2"]},)"
        R"("00100010":{"vr":"PN","Value":[{"Alphabetic":"Doe^Jane","Phonetic":"x^y"}]},)"
        R"("00081140":{"vr":"SQ","Value":[{"00081155":{"vr":"UI","Value":["1.3"]}}]},)"
        R"("7FE00010":{"vr":"OW","BulkDataURI":"/b"}})";
    auto const xml = native_dicom_model(json);
    REQUIRE(xml);
    auto const read = read_xml_instance(*xml, {});
    REQUIRE(read);
    CHECK(boost::json::serialize(*read) == json);
}

TEST_CASE("what is not the model is malformed, and there are no entities (PS3.19 A.1.6)") {
    CHECK(is_malformed(""));
    CHECK(is_malformed("<NativeDicomModel>"));
    CHECK(is_malformed("<html/>"));
    CHECK(is_malformed(document("<Item/>")));
    CHECK(is_malformed(document(R"(<DicomAttribute vr="LO"/>)")));
    CHECK(is_malformed(document(R"(<DicomAttribute tag="nonsense" vr="LO"/>)")));
    CHECK(is_malformed(document(R"(<DicomAttribute tag="00100020" vr="LO"><b/></DicomAttribute>)")));
    CHECK(is_malformed(
        document(R"(<DicomAttribute tag="00100020" vr="LO"><Value number="0">a</Value></DicomAttribute>)")));
    CHECK(is_malformed(
        document(R"(<DicomAttribute tag="00100020" vr="LO"><Value number="4000000000">a</Value></DicomAttribute>)")));
    CHECK(is_malformed(document(R"(<DicomAttribute tag="7FE00010" vr="OW"><BulkData/></DicomAttribute>)")));
    CHECK(is_malformed("<!DOCTYPE a [<!ENTITY e \"x\">]>" + document("").substr(39)));
    CHECK(is_malformed("<?xml version=\"1.0\"?><!DOCTYPE a SYSTEM \"file:///etc/passwd\"><NativeDicomModel/>"));
    CHECK(is_malformed(document("&undefined;")));
    CHECK(is_malformed(nested(100)));
    CHECK(read_xml_instance(nested(60), {}));
}

}  // namespace cassette::dicomweb
