// Law: whatever comes is refused or understood, the same however the stream is cut; what is described is told as JSON in
// UTF-8, and its layout comes back from its encoding.

#include "archive/part10/described_instance.h"
#include "schema/utf8.h"
#include "tests/support/scanned_whole.h"

#include <boost/json/parse.hpp>

#include <cstdint>
#include <cstdlib>

using namespace cassette;

namespace {

void require(bool holds) {
    if (!holds) std::abort();
}

DatasetLimits small_limits() {
    return {.depth_max = 16,
            .elements_max = 20'000,
            .header_bytes_max = 256 * 1024,
            .inflated_bytes_max = 1024 * 1024,
            .inline_bytes_max = 64};
}

void check_description(ScannedInstance const& scanned) {
    ArchiveSettings settings;
    settings.limits = small_limits();
    auto const described = describe_instance(scanned, settings);
    if (!described) return;
    boost::json::error_code error;
    boost::json::parse_options options;
    options.max_depth = 256;
    auto const metadata = boost::json::parse(described->metadata, error, {}, options);
    require(!error && metadata.is_object());
    require(is_utf8(described->metadata));
    for (auto const& value : described->values) require(is_utf8(value));
    auto const layout = decode_layout(encode_layout(described->layout));
    require(layout && *layout == described->layout);
    for (std::uint32_t const number : {0U, 1U, 2U, 0xFFFFFFFFU}) (void)frame_ranges(*layout, number);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    std::string_view const bytes{reinterpret_cast<char const*>(data), size};
    auto const whole = testing::scan_part10(bytes, small_limits());
    for (auto const& pieces : {testing::Pieces{1, 0}, testing::Pieces{0, size + 1}}) {
        auto const cut = testing::scan_part10(bytes, small_limits(), pieces);
        require(cut.has_value() == whole.has_value());
        require(!whole || testing::summary(cut) == testing::summary(whole));
    }
    if (whole) check_description(*whole);
    return 0;
}
