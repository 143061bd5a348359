// Law: a data set, in the encoding that the first byte picks, is refused or understood, the same however the stream is cut;
// the normalised header of one with known VRs is its own normal form; any can be viewed, each level in the order of its tags;
// ranges lie inside the stream.

#include "archive/part10/header_view.h"
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

void check_order(HeaderView const& view, HeaderView::Elements elements) {
    for (std::size_t i = 0; i < elements.size(); ++i) {
        require(i == 0 || elements[i - 1].tag < elements[i].tag);
        for (std::uint32_t number = 0; number < elements[i].items; ++number)
            check_order(view, view.item(elements[i], number));
    }
}

void check_view(ScannedDataset const& scanned) {
    auto const view = HeaderView::of(scanned);
    require(view.has_value());
    check_order(*view, view->elements());
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
    check_view(*whole);
    return 0;
}
