#pragma once

#include "archive/part10/dataset_scanner.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace cassette {

// One element of a scanned header.
struct HeaderElement {
    Tag tag;
    std::string_view vr;           // one that PS3.5 6.2 knows; "UN" for any other
    std::string_view value;        // as the header has it, padding included; empty for a sequence
    std::uint32_t first_item = 0;  // of a sequence, for HeaderView::item
    std::uint32_t items = 0;
};

// The elements of a scanned header where they lie, without a copy: what is told of each object that is stored. Who edits a data
// set takes DCMTK's (parsed_header.h). Views of the ScannedDataset, which outlives it. Immutable: any thread.
class HeaderView {
public:
    using Elements = std::span<HeaderElement const>;
    // ErrorCode::malformed for what is not in the scanner's normal form (docs/decisions/0003).
    [[nodiscard]] static Result<HeaderView> of(ScannedDataset const& scanned);

    // In the order of their tags; of several with one tag the first that was written.
    Elements elements() const { return all(top_); }
    // `number` from 0 to sequence.items - 1.
    Elements item(HeaderElement const& sequence, std::uint32_t number) const {
        return all(items_[sequence.first_item + number]);
    }
    ByteOrder order() const { return order_; }

private:
    struct Range {
        std::size_t first = 0;
        std::size_t count = 0;
    };
    class Reader;

    Elements all(Range range) const { return Elements{elements_}.subspan(range.first, range.count); }

    std::vector<HeaderElement> elements_;
    std::vector<Range> items_;
    Range top_;
    ByteOrder order_ = ByteOrder::little;
};

// nullptr when there is none.
[[nodiscard]] HeaderElement const* find_element(HeaderView::Elements elements, Tag tag);

}  // namespace cassette
