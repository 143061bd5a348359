// Law: a data set, in the encoding that the first byte picks, is refused or understood, the same however the stream is cut;
// the normalised header of one with known VRs is its own normal form; ranges lie inside the stream.

#include "tests/support/scanned_whole.h"

#include <array>
#include <cstdint>
#include <cstdlib>

using namespace cassette;

namespace {

void require(bool holds) {
    if (!holds) std::abort();
}

constexpr std::array encodings{ElementEncoding{true, ByteOrder::little}, ElementEncoding{false, ByteOrder::little},
                               ElementEncoding{true, ByteOrder::big}};

void check_ranges(ScannedDataset const& scanned, std::uint64_t size) {
    auto const inside = [size](ByteRange range) { return range.offset <= size && range.length <= size - range.offset; };
    for (auto const& value : scanned.bulk) require(inside(value.range));
    for (auto const& fragment : scanned.pixels.fragments) require(inside(fragment));
    require(inside(scanned.pixels.value));
    require(scanned.fragment_starts_frame.size() == scanned.pixels.fragments.size());
}

void check_normal_form(ScannedDataset const& scanned, DatasetLimits const& limits) {
    if (scanned.remarks.unknown_vr) return;
    auto const again = testing::scan_dataset(scanned.header, {true, scanned.order}, limits);
    require(again.has_value());
    require(again->header == scanned.header);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    if (size == 0) return 0;
    auto const encoding = encodings[data[0] % encodings.size()];
    std::string_view const bytes{reinterpret_cast<char const*>(data) + 1, size - 1};
    DatasetLimits limits;
    limits.inline_bytes_max = 32;
    auto const whole = testing::scan_dataset(bytes, encoding, limits);
    auto const expected = testing::summary(whole);
    require(testing::summary(testing::scan_dataset(bytes, encoding, limits, {1, 0})) == expected);
    require(testing::summary(testing::scan_dataset(bytes, encoding, limits, {0, size})) == expected);
    if (!whole) return 0;
    check_ranges(*whole, bytes.size());
    check_normal_form(*whole, limits);
    return 0;
}
