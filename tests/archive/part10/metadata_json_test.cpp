#include "archive/part10/metadata_json.h"

#include "archive/part10/frame_index.h"
#include "archive/part10/header_values.h"
#include "tests/dicomweb/golden.h"
#include "tests/support/dataset_builder.h"
#include "tests/support/scanned_whole.h"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <doctest/doctest.h>

namespace cassette {

namespace {

using namespace std::string_literals;
using namespace std::string_view_literals;
using testing::DatasetBuilder;
using testing::Encoding;
using testing::item;
using testing::Length;
using testing::sequence;
using testing::small_image;
namespace json = boost::json;

std::string metadata_of(std::string_view dataset, ElementEncoding encoding = {}, DatasetLimits const& limits = {},
                        std::vector<MetadataSource::ToldUID> const& told = {}) {
    ScannedInstance instance;
    auto scanned = testing::scan_dataset(dataset, encoding, limits);
    REQUIRE(scanned);
    instance.dataset = std::move(*scanned);
    auto const header = HeaderView::of(instance.dataset);
    REQUIRE(header);
    auto const layout = resolve_layout(instance, 1, 64).layout;
    TextDecoder decoder{character_set_of(*header)};
    return metadata_json({*header, layout, "1.2.840.10008.1.2.1", "/bulk/", told}, decoder);
}

json::object parsed(std::string const& text) {
    CAPTURE(text);
    json::error_code error;
    auto const value = json::parse(text, error);
    REQUIRE_FALSE(error);
    return value.as_object();
}

// One attribute, as it is written.
std::string attribute(DatasetBuilder const& built, std::string_view tag) {
    auto const object = parsed(metadata_of(built.dataset()));
    auto const* const found = object.if_contains(tag);
    return found == nullptr ? std::string{} : json::serialize(*found);
}

std::string little_endian(std::uint64_t value, int size) {
    std::string bytes;
    for (int i = 0; i < size; ++i) bytes += static_cast<char>(value >> 8 * i & 0xFFU);
    return bytes;
}

// An object with every VR of PS3.5 6.2, and with values of each kind that DICOM JSON writes in its own way.
DatasetBuilder object_of_every_vr() {
    auto built = small_image({.patient_name = "Yamada^Tarou=山田^太郎=やまだ^たろう"});
    built.text({0x0008, 0x0005}, "CS", "ISO_IR 192").text({0x0008, 0x0008}, "CS", "DERIVED\\SECONDARY\\\\X ");
    built.text({0x0008, 0x002A}, "DT", "20240131101500.5+0100").text({0x0008, 0x0054}, "AE", " NODE ");
    built.text({0x0008, 0x1048}, "PN", "A^B\\\\=C").text({0x0008, 0x1190}, "UR", "http://example.com/a\\b ");
    built.text({0x0010, 0x1010}, "AS", "042Y").text({0x0010, 0x1030}, "DS", "71.50\\+1e2\\heavy");
    built.text({0x0010, 0x1040}, "LO", "").text({0x0010, 0x4000}, "LT", " two\r\nlines\\of \"text\" ");
    built.text({0x0018, 0x0010}, "LO", "Kontrastmittel für Ärzte").text({0x0018, 0x9004}, "UC", "endless\\values");
    built.text({0x0020, 0x0011}, "IS", "+007\\-1\\12a").text({0x0028, 0x0009}, "AT", "");
    built.bytes({0x0028, 0x0009}, "AT", "\x18\0\x63\x10\x54\0\x10\x10"sv);
    built.bytes({0x0009, 0x1001}, "FL", "\0\0\x80\x3F\0\0\xC0\x7F"sv);                              // 1, NaN
    built.bytes({0x0009, 0x1002}, "FD", "\x9A\x99\x99\x99\x99\x99\xB9\x3F\0\0\0\0\0\0\xF0\xFF"sv);  // 0.1, -infinity
    built.bytes({0x0009, 0x1003}, "SL", little_endian(0xFFFFFFFE, 4)).bytes({0x0009, 0x1004}, "SS", "\xFF\x7F\0\x80"sv);
    built.bytes({0x0009, 0x1005}, "UL", little_endian(0xFFFFFFFE, 4))
        .bytes({0x0009, 0x1006}, "SV", little_endian(0xFFFFFFFFFFFFFFFE, 8));
    built.bytes({0x0009, 0x1007}, "UV", little_endian(5'000'000'000, 8)).bytes({0x0009, 0x1008}, "OB", "\1\2\3\4");
    built.bytes({0x0009, 0x1009}, "OD", "\0\0\0\0\0\0\xF0\x3F"sv).bytes({0x0009, 0x100A}, "OF", "\0\0\x80\x3F"sv);
    built.bytes({0x0009, 0x100B}, "OL", "\1\2\3\4").bytes({0x0009, 0x100C}, "OV", "\1\2\3\4\5\6\7\x08"sv);
    built.bytes({0x0009, 0x100D}, "OW", "\1\2\3\4").bytes({0x0009, 0x100E}, "UN", "\0\1"sv);
    built.text({0x0009, 0x100F}, "ST", "short text ")
        .text({0x0009, 0x1010}, "UT", "unlimited text ")
        .text({0x0009, 0x0010}, "LO", "CREATOR");
    DatasetBuilder inner;
    inner.text({0x0008, 0x0100}, "SH", "CODE")
        .bytes({0x0009, 0x1001}, "UN", "ab")
        .text({0x0009, 0x0010}, "LO", "CREATOR");
    auto const nested =
        item(sequence({0x0008, 0x2229}, item(inner.dataset(), Length::defined), Length::defined), Length::undefined);
    built.element({0x0008, 0x2228}, sequence({0x0008, 0x2228}, nested + item("", Length::defined), Length::undefined));
    return built.element({0x0040, 0x0275}, sequence({0x0040, 0x0275}, "", Length::undefined));
}

}  // namespace

TEST_CASE("the DICOM JSON of an object with every VR (PS3.18 F.2)") {
    auto const text = metadata_of(object_of_every_vr().dataset());
    parsed(text);
    std::string lines;
    for (std::size_t at = 0; at < text.size(); ++at) {
        // An attribute a line, for the sake of who reads the difference.
        bool const attribute_begins =
            text[at] == '"' && at + 10 < text.size() && text.compare(at + 9, 8, "\":{\"vr\":") == 0;
        if (attribute_begins) lines += '\n';
        lines += text[at];
    }
    dicomweb::check_golden("archive/every_vr.json", lines + '\n');
}

TEST_CASE("attributes are in the order of their tags, at every level (PS3.18 F.2.2)") {
    auto const check_order = [](auto const& self, json::object const& object) -> void {
        std::string last;
        for (auto const& [tag, value] : object) {
            CAPTURE(std::string{tag});
            CHECK(last < std::string{tag});
            last = tag;
            auto const* const values = value.as_object().if_contains("Value");
            if (value.at("vr") != "SQ" || values == nullptr) continue;
            for (auto const& one : values->as_array()) self(self, one.as_object());
        }
    };
    auto const object = parsed(metadata_of(object_of_every_vr().dataset()));
    CHECK(object.size() > 45);
    check_order(check_order, object);
    // However the sender ordered them.
    auto const late = small_image().dataset() + DatasetBuilder{}.text({0x0008, 0x0070}, "LO", "Late").dataset();
    auto const disordered = parsed(metadata_of(late));
    CHECK(disordered.contains("00080070"));
    check_order(check_order, disordered);
}

TEST_CASE("each encoding of one data set has the same metadata, binary values included (PS3.18 F.2.7)") {
    auto const build = [](Encoding encoding) {
        auto built = small_image({}, encoding);
        DatasetBuilder inner{encoding};
        inner.text({0x0008, 0x0100}, "SH", "CODE").number({0x0028, 0x0010}, 513);
        auto const items = item(inner.dataset(), Length::undefined, encoding);
        return built.element({0x0008, 0x2228}, sequence({0x0008, 0x2228}, items, Length::undefined, encoding));
    };
    auto little = build(Encoding::explicit_little_endian);
    little.bytes({0x0028, 0x3006}, "OW", "\1\2\3\4");
    auto big = build(Encoding::explicit_big_endian);
    big.bytes({0x0028, 0x3006}, "OW", "\2\1\4\3");
    auto implicit = build(Encoding::implicit_little_endian);
    implicit.bytes({0x0028, 0x3006}, "OW", "\1\2\3\4");
    auto const expected = metadata_of(little.dataset());
    CHECK(metadata_of(big.dataset(), {true, ByteOrder::big}) == expected);
    CHECK(metadata_of(implicit.dataset(), {false, ByteOrder::little}) == expected);
    CHECK(expected.find("AQIDBA==") != std::string::npos);
}

TEST_CASE("opaque words are told little endian from either byte order (PS3.5 7.3, PS3.18 F.2.7)") {
    struct Sample {
        std::string_view vr, big;
    };
    for (auto const& [vr, big] :
         {Sample{"OB", "\1\2\3\4\5\6\7\10"}, Sample{"OW", "\2\1\4\3\6\5\10\7"}, Sample{"OL", "\4\3\2\1\10\7\6\5"},
          Sample{"OF", "\4\3\2\1\10\7\6\5"}, Sample{"OD", "\10\7\6\5\4\3\2\1"}, Sample{"OV", "\10\7\6\5\4\3\2\1"}}) {
        CAPTURE(vr);
        auto built = small_image({}, Encoding::explicit_big_endian);
        built.bytes({0x0009, 0x1008}, vr, big);
        auto const object = parsed(metadata_of(built.dataset(), {true, ByteOrder::big}));
        CHECK(object.at("00091008").at("InlineBinary") == "AQIDBAUGBwg=");
    }
}

TEST_CASE("the character set is told as UTF-8, whatever was written (PS3.18 F.2)") {
    auto const latin = small_image({.patient_name = "M\xFCller"}).text({0x0008, 0x0005}, "CS", "ISO_IR 100");
    CHECK(attribute(latin, "00080005") == R"({"vr":"CS","Value":["ISO_IR 192"]})");
    CHECK(attribute(latin, "00100010") == R"({"vr":"PN","Value":[{"Alphabetic":"Müller"}]})");
    CHECK(attribute(small_image(), "00080005") == R"({"vr":"CS","Value":["ISO_IR 192"]})");
}

TEST_CASE("the transfer syntax is told as Available Transfer Syntax UID (PS3.18 10.6.3)") {
    CHECK(attribute(small_image(), "00083002") == R"({"vr":"UI","Value":["1.2.840.10008.1.2.1"]})");
    auto const lying = small_image().text({0x0008, 0x3002}, "UI", "1.2.3");
    CHECK(attribute(lying, "00083002") == R"({"vr":"UI","Value":["1.2.840.10008.1.2.1"]})");
}

TEST_CASE("a UID that is told is there once, in its place, whatever the header has") {
    auto const text =
        metadata_of(small_image().dataset(), {}, {}, {{{0x0020, 0x000D}, "9.8"}, {{0x0020, 0x0052}, "9.7"}});
    auto const object = parsed(text);
    CHECK(json::serialize(object.at("0020000D")) == R"({"vr":"UI","Value":["9.8"]})");
    CHECK(json::serialize(object.at("00200052")) == R"({"vr":"UI","Value":["9.7"]})");
    CHECK(text.find("0020000D") == text.rfind("0020000D"));
    CHECK(text.find("0020000E") < text.find("00200052"));
    CHECK(text.find("00200052") < text.find("00280010"));
}

TEST_CASE("a binary value that is cut short has the numbers that are whole") {
    CHECK(attribute(small_image().bytes({0x0009, 0x1005}, "UL", "\1\0\0\0\2\0"sv), "00091005") ==
          R"({"vr":"UL","Value":[1]})");
    CHECK(attribute(small_image().bytes({0x0009, 0x1005}, "FD", "\1\0"sv), "00091005") == R"({"vr":"FD"})");
}

TEST_CASE("an attribute without value has no Value, an empty one among others is null (PS3.18 F.2.5)") {
    CHECK(attribute(small_image().text({0x0010, 0x1040}, "LO", ""), "00101040") == R"({"vr":"LO"})");
    CHECK(attribute(small_image().text({0x0010, 0x1040}, "LO", "    "), "00101040") == R"({"vr":"LO"})");
    CHECK(attribute(small_image().text({0x0010, 0x1000}, "LO", "A\\\\B\\"), "00101000") ==
          R"({"vr":"LO","Value":["A",null,"B",null]})");
    CHECK(attribute(small_image().text({0x0010, 0x1000}, "LO", "\\"), "00101000") ==
          R"({"vr":"LO","Value":[null,null]})");
    auto const empty = small_image().element({0x0040, 0x0275}, sequence({0x0040, 0x0275}, "", Length::defined));
    CHECK(attribute(empty, "00400275") == R"({"vr":"SQ"})");
    auto const empty_item =
        small_image().element({0x0040, 0x0275}, sequence({0x0040, 0x0275}, item("", Length::defined), Length::defined));
    CHECK(attribute(empty_item, "00400275") == R"({"vr":"SQ","Value":[{}]})");
}

TEST_CASE("bulk values and Pixel Data are named by URI, also inside sequences (PS3.18 F.2.2)") {
    DatasetLimits limits;
    limits.inline_bytes_max = 16;
    DatasetBuilder inner;
    inner.bytes({0x5400, 0x1010}, "OW", std::string(32, 'w')).text({0x0040, 0xA30A}, "DS", "1\\2\\3\\4\\5\\6\\7\\8\\9");
    auto const items = item("", Length::defined) + item(inner.dataset(), Length::defined);
    auto const built = small_image().element({0x5400, 0x0100}, sequence({0x5400, 0x0100}, items, Length::defined));
    auto const object = parsed(metadata_of(built.dataset(), {}, limits));
    CHECK(json::serialize(object.at("7FE00010")) == R"({"vr":"OW","BulkDataURI":"/bulk/7FE00010"})");
    auto const& waveform = object.at("54000100").at("Value").at(1);
    CHECK(json::serialize(waveform.at("54001010")) == R"({"vr":"OW","BulkDataURI":"/bulk/54000100.2.54001010"})");
    CHECK(waveform.at("0040A30A").at("BulkDataURI") == "/bulk/54000100.2.0040A30A");
}

TEST_CASE("encapsulated Pixel Data are named, which the header does not have") {
    auto const built = small_image().element({0x7FE0, 0x0010}, testing::encapsulated("", {"ab"sv}));
    CHECK(attribute(built, "7FE00010") == R"({"vr":"OB","BulkDataURI":"/bulk/7FE00010"})");
}

TEST_CASE("group lengths and trailing padding are not told (PS3.18 F.2)") {
    auto const built =
        small_image().bytes({0x0008, 0x0000}, "UL", "\x10\0\0\0"sv).bytes({0xFFFC, 0xFFFC}, "OB", "\0\0"sv);
    auto const object = parsed(metadata_of(built.dataset()));
    CHECK_FALSE(object.contains("00080000"));
    CHECK_FALSE(object.contains("FFFCFFFC"));
}

}  // namespace cassette
