#include "dicomweb/attribute_level.h"

#include <doctest/doctest.h>

#include <utility>
#include <vector>

namespace cassette::dicomweb {

TEST_CASE("attributes are of the patient, the study, the series or the instance (PS3.3 A.1.2)") {
    std::vector<std::pair<Tag, Level>> const rows{
        {{0x0010, 0x0010}, Level::patient},   // Patient's Name, indexed
        {{0x0010, 0x2201}, Level::study},     // Patient Species Description
        {{0x0008, 0x1032}, Level::study},     // Procedure Code Sequence
        {{0x0032, 0x1060}, Level::study},     // Requested Procedure Description
        {{0x0012, 0x0020}, Level::study},     // Clinical Trial Protocol ID
        {{0x0008, 0x0060}, Level::series},    // Modality, indexed
        {{0x0018, 0x1000}, Level::series},    // Device Serial Number
        {{0x0040, 0x0275}, Level::series},    // Request Attributes Sequence
        {{0x0018, 0x0050}, Level::instance},  // Slice Thickness
        {{0x0028, 0x0010}, Level::instance},  // Rows, indexed
        {{0x7FE0, 0x0010}, Level::instance},  // Pixel Data
        {{0x0009, 0x1001}, Level::instance},  // private
    };
    for (auto const& [tag, level] : rows) {
        CAPTURE(to_hex(tag));
        CHECK((entity_level(tag) == level));
    }
}

}  // namespace cassette::dicomweb
