// Law: metadata that are read, written, read and written again are the same, by JSON and, where XML has all the characters, by
// XML as well; and reading takes nothing but time.

#include "dicomweb/dicom_json_reader.h"
#include "dicomweb/dicom_xml.h"
#include "dicomweb/dicom_xml_reader.h"
#include "tests/support/canonical_metadata.h"

#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

using namespace cassette;
using namespace cassette::dicomweb;

namespace {

void require(bool holds) {
    if (!holds) std::abort();
}

// Controls are escaped in JSON and have no place in XML 1.0, nor have these two non-characters; and the Native DICOM Model has
// no way to say that the last value, or the last component of a name, is empty.
bool is_for_xml(std::string_view json) {
    for (std::string_view never : {"\\u00", "\\b", "\\f", "\xEF\xBF\xBE", "\xEF\xBF\xBF", ",null]", "^\""})
        if (json.find(never) != std::string_view::npos) return false;
    return true;
}

void check_instance(boost::json::object const& metadata) {
    auto const written = testing::canonical_metadata(metadata);
    if (!written) return;
    auto const read = for_each_json_instance(*written, {}, [&](boost::json::object const& again) -> Result<void> {
        require(testing::canonical_metadata(again) == written);
        return {};
    });
    require(read.has_value());
    if (!is_for_xml(*written)) return;
    auto const xml = native_dicom_model(*written);
    require(xml.has_value());
    auto const from_xml = read_xml_instance(*xml, {});
    require(from_xml.has_value());
    require(testing::canonical_metadata(*from_xml) == written);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    constexpr std::size_t no_bulk_below = 32 * 1024;
    if (size > no_bulk_below) return 0;
    std::string_view const text{reinterpret_cast<char const*>(data), size};
    (void)for_each_json_instance(text, {}, [](boost::json::object const& metadata) -> Result<void> {
        check_instance(metadata);
        return {};
    });
    return 0;
}
