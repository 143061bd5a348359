#include "archive/query/metadata_text.h"

#include <doctest/doctest.h>

using namespace cassette;

TEST_CASE("attributes of DICOM JSON as text (PS3.18 F.2)") {
    MetadataText const metadata{R"({
        "00100010": {"vr": "PN", "Value": [{"Alphabetic": "Yamada^Tarou", "Phonetic": "やまだ^たろう"}, {"Ideographic": "山田"}]},
        "00180050": {"vr": "DS", "Value": ["1.25"]},
        "00200013": {"vr": "IS", "Value": [7]},
        "00280030": {"vr": "DS", "Value": [0.5, 0.25]},
        "00080008": {"vr": "CS", "Value": ["ORIGINAL", "PRIMARY", null, "AXIAL"]},
        "00081140": {"vr": "SQ", "Value": [{"00081150": {"vr": "UI", "Value": ["1.2"]}}]},
        "00282000": {"vr": "OB", "InlineBinary": "AAAA"},
        "00080090": {"vr": "PN"}
    })"};
    CHECK(metadata.text_of({0x0010, 0x0010}) == "Yamada^Tarou==やまだ^たろう\\=山田");
    CHECK(metadata.text_of({0x0018, 0x0050}) == "1.25");
    CHECK(metadata.text_of({0x0020, 0x0013}) == "7");
    CHECK(metadata.text_of({0x0028, 0x0030}) == "0.5\\0.25");
    CHECK(metadata.text_of({0x0008, 0x0008}) == "ORIGINAL\\PRIMARY\\\\AXIAL");
    CHECK(metadata.text_of({0x0008, 0x1140}) == "");
    CHECK(metadata.text_of({0x0028, 0x2000}) == "");
    CHECK(metadata.text_of({0x0008, 0x0090}) == "");
    CHECK(metadata.text_of({0x0008, 0x0018}) == "");
}

TEST_CASE("no metadata, or none that can be read, has no values") {
    CHECK(MetadataText{""}.text_of({0x0010, 0x0010}) == "");
    CHECK(MetadataText{"{"}.text_of({0x0010, 0x0010}) == "");
    CHECK(MetadataText{"[1]"}.text_of({0x0010, 0x0010}) == "");
}
