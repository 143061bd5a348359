// Law: a data set of the Native DICOM Model that is read and written as metadata is the same when these are read again.

#include "dicomweb/dicom_xml_reader.h"
#include "tests/support/canonical_metadata.h"

#include <cstdint>
#include <cstdlib>
#include <string_view>

using namespace cassette;
using namespace cassette::dicomweb;

namespace {

void require(bool holds) {
    if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    constexpr std::size_t no_bulk_below = 32 * 1024;
    if (size > no_bulk_below) return 0;
    auto const read = read_xml_instance({reinterpret_cast<char const*>(data), size}, {});
    if (!read) return 0;
    auto const written = testing::canonical_metadata(*read);
    if (!written) return 0;
    auto const done = for_each_json_instance(*written, {}, [&](boost::json::object const& again) -> Result<void> {
        require(testing::canonical_metadata(again) == written);
        return {};
    });
    require(done.has_value());
    return 0;
}
