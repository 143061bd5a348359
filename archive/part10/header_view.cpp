#include "archive/part10/header_view.h"

#include <algorithm>
#include <iterator>
#include <optional>

namespace cassette {

namespace {

Failure not_normal() { return fail(ErrorCode::malformed, "a header that is not in its normal form"); }

// What is complete goes from the end of `open` to the end of `closed`, side by side: what lies between two of them are the
// elements of sequences.
template <class T>
std::size_t close_from(std::size_t begin, std::vector<T>& open, std::vector<T>& closed) {
    auto const first = closed.size();
    closed.insert(closed.end(), open.begin() + static_cast<std::ptrdiff_t>(begin), open.end());
    open.resize(begin);
    return first;
}

void put_in_order(std::vector<HeaderElement>& elements, std::size_t begin) {
    auto const from = elements.begin() + static_cast<std::ptrdiff_t>(begin);
    auto const follows = [](HeaderElement const& a, HeaderElement const& b) { return a.tag >= b.tag; };
    if (std::adjacent_find(from, elements.end(), follows) == elements.end()) return;
    std::stable_sort(from, elements.end(), [](auto const& a, auto const& b) { return a.tag < b.tag; });
    elements.erase(std::unique(from, elements.end(), [](auto const& a, auto const& b) { return a.tag == b.tag; }),
                   elements.end());
}

}  // namespace

// As deep as the scanner lets sequences be.
class HeaderView::Reader {
public:
    explicit Reader(ScannedDataset const& scanned) : bytes_{scanned.header} { view_.order_ = scanned.order; }

    Result<HeaderView> read() {
        auto const top = read_elements();
        if (!top || at_ != bytes_.size()) return not_normal();
        view_.top_ = *top;
        return std::move(view_);
    }

private:
    // Up to a delimitation, which stays, or the end.
    std::optional<Range> read_elements() {
        auto const begin = open_elements_.size();
        while (at_ < bytes_.size()) {
            auto const header = next_header();
            if (!header) return std::nullopt;
            if (header->tag.group == item_tag.group) break;
            auto const element = read_element(*header);
            if (!element) return std::nullopt;
            open_elements_.push_back(*element);
        }
        put_in_order(open_elements_, begin);
        auto const count = open_elements_.size() - begin;
        return Range{close_from(begin, open_elements_, view_.elements_), count};
    }

    std::optional<HeaderElement> read_element(ElementHeader const& header) {
        HeaderElement element{header.tag, bytes_.substr(at_ + vr_offset, header.vr.size()), {}};
        at_ += header.size;
        if (header.length == undefined_length) return read_items(element);
        if (header.length > bytes_.size() - at_) return std::nullopt;
        element.value = bytes_.substr(at_, header.length);
        at_ += header.length;
        return element;
    }

    std::optional<HeaderElement> read_items(HeaderElement element) {
        auto const begin = open_items_.size();
        while (takes(item_tag)) {
            auto const item = read_elements();
            if (!item || !takes(item_delimitation_tag)) return std::nullopt;
            open_items_.push_back(*item);
        }
        if (!takes(sequence_delimitation_tag)) return std::nullopt;
        element.items = static_cast<std::uint32_t>(open_items_.size() - begin);
        element.first_item = static_cast<std::uint32_t>(close_from(begin, open_items_, view_.items_));
        return element;
    }

    std::optional<ElementHeader> next_header() const {
        auto const rest = std::as_bytes(std::span{bytes_.substr(at_)});
        return read_element_header(rest, {true, view_.order_});
    }

    bool takes(Tag tag) {
        auto const header = next_header();
        if (!header || header->tag != tag) return false;
        at_ += header->size;
        return true;
    }

    static constexpr std::size_t vr_offset = 4;  // PS3.5 7.1.2

    std::string_view bytes_;
    std::size_t at_ = 0;
    std::vector<HeaderElement> open_elements_;
    std::vector<Range> open_items_;
    HeaderView view_;
};

Result<HeaderView> HeaderView::of(ScannedDataset const& scanned) { return Reader{scanned}.read(); }

HeaderElement const* find_element(HeaderView::Elements elements, Tag tag) {
    auto const found = std::ranges::lower_bound(elements, tag, {}, &HeaderElement::tag);
    return found != elements.end() && found->tag == tag ? &*found : nullptr;
}

}  // namespace cassette
