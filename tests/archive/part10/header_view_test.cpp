#include "archive/part10/header_view.h"

#include "tests/support/dataset_builder.h"
#include "tests/support/scanned_whole.h"

#include <doctest/doctest.h>

#include <algorithm>

namespace cassette {

namespace {

using namespace std::string_view_literals;
using testing::DatasetBuilder;
using testing::Encoding;
using testing::item;
using testing::Length;
using testing::sequence;
using testing::small_image;

ScannedDataset scanned(std::string_view dataset, ElementEncoding encoding = {}) {
    auto result = testing::scan_dataset(dataset, encoding);
    REQUIRE(result);
    return std::move(*result);
}

HeaderView view_of(ScannedDataset const& dataset) {
    auto view = HeaderView::of(dataset);
    REQUIRE(view);
    return std::move(*view);
}

std::string tags_of(HeaderView::Elements elements) {
    std::string tags;
    for (auto const& element : elements) tags += to_hex(element.tag) + ' ';
    return tags;
}

}  // namespace

TEST_CASE("an element has its tag, its VR and its value as written, in either byte order (PS3.5 7.1)") {
    for (auto const encoding : {Encoding::explicit_little_endian, Encoding::explicit_big_endian}) {
        bool const big = encoding == Encoding::explicit_big_endian;
        auto const dataset = scanned(small_image({}, encoding).text({0x0010, 0x4000}, "LT", " two words ").dataset(),
                                     {true, big ? ByteOrder::big : ByteOrder::little});
        auto const view = view_of(dataset);
        CHECK(view.order() == (big ? ByteOrder::big : ByteOrder::little));
        auto const* const comments = find_element(view.elements(), {0x0010, 0x4000});
        REQUIRE(comments != nullptr);
        CHECK(comments->vr == "LT");
        CHECK(comments->value.substr(0, 11) == " two words ");
        auto const* const rows = find_element(view.elements(), {0x0028, 0x0010});
        REQUIRE(rows != nullptr);
        CHECK(rows->vr == "US");
        CHECK(rows->value == (big ? "\0\2"sv : "\2\0"sv));
        CHECK(find_element(view.elements(), {0x0010, 0x4001}) == nullptr);
    }
}

TEST_CASE("the elements of each item of each sequence, and what follows them") {
    DatasetBuilder inner;
    inner.text({0x0008, 0x0100}, "SH", "INNER");
    DatasetBuilder first;
    first.text({0x0008, 0x0050}, "SH", "FIRST")
        .element({0x0008, 0x2229}, sequence({0x0008, 0x2229}, item(inner.dataset(), Length::defined), Length::defined))
        .text({0x0010, 0x0020}, "LO", "BEHIND");
    auto const items =
        item(first.dataset(), Length::undefined) + item("", Length::defined) + item(inner.dataset(), Length::defined);
    auto const dataset = scanned(
        small_image().element({0x0008, 0x2228}, sequence({0x0008, 0x2228}, items, Length::undefined)).dataset());
    auto const view = view_of(dataset);
    auto const* const outer = find_element(view.elements(), {0x0008, 0x2228});
    REQUIRE(outer != nullptr);
    REQUIRE(outer->items == 3);
    CHECK(outer->value.empty());
    CHECK(tags_of(view.item(*outer, 0)) == "00080050 00082229 00100020 ");
    CHECK(tags_of(view.item(*outer, 1)) == "");
    CHECK(tags_of(view.item(*outer, 2)) == "00080100 ");
    auto const* const nested = find_element(view.item(*outer, 0), {0x0008, 0x2229});
    REQUIRE(nested->items == 1);
    CHECK(view.item(*nested, 0).front().value.substr(0, 5) == "INNER");
    CHECK(find_element(view.elements(), {0x0028, 0x0010}) != nullptr);
}

TEST_CASE(
    "however the sender ordered them, elements are in the order of their tags; of two with one tag the first is it") {
    auto const later = [](std::string_view value) {
        return DatasetBuilder{}.text({0x0008, 0x0070}, "LO", value).dataset();
    };
    auto const image = small_image().dataset();
    auto const dataset = scanned(image + later("One") + later("Two"));
    auto const view = view_of(dataset);
    auto const elements = view.elements();
    CHECK(std::ranges::is_sorted(elements, {}, &HeaderElement::tag));
    auto const whole = scanned(image);
    CHECK(elements.size() == view_of(whole).elements().size() + 1);
    CHECK(find_element(elements, {0x0008, 0x0070})->value == "One ");
    auto const in_item =
        scanned(small_image()
                    .element({0x0008, 0x2228},
                             sequence({0x0008, 0x2228},
                                      item(later("Inside") + later("Again") +
                                               DatasetBuilder{}.text({0x0008, 0x0050}, "SH", "A").dataset(),
                                           Length::defined),
                                      Length::defined))
                    .dataset());
    auto const inside = view_of(in_item);
    auto const disordered = inside.item(*find_element(inside.elements(), {0x0008, 0x2228}), 0);
    CHECK(tags_of(disordered) == "00080050 00080070 ");
    CHECK(disordered[1].value == "Inside");
}

TEST_CASE("every header that ends too soon, or goes on where it should end, is malformed") {
    auto const items = item(DatasetBuilder{}.text({0x0008, 0x0100}, "SH", "CODE").dataset(), Length::defined);
    auto whole =
        scanned(small_image().element({0x0008, 0x2228}, sequence({0x0008, 0x2228}, items, Length::defined)).dataset());
    auto const complete = view_of(whole).elements().size();
    auto const header = whole.header;
    for (std::size_t length = 0; length < header.size(); ++length) {
        CAPTURE(length);
        whole.header = header.substr(0, length);
        auto const cut = HeaderView::of(whole);
        if (cut) CHECK(cut->elements().size() < complete);
        if (!cut) CHECK(cut.error().code == ErrorCode::malformed);
    }
    for (auto const delimiter :
         {"\xFE\xFF\x0D\xE0\0\0\0\0"sv, "\xFE\xFF\xDD\xE0\0\0\0\0"sv, "\xFE\xFF\0\xE0\0\0\0\0"sv}) {
        whole.header = header + std::string{delimiter};
        CHECK_FALSE(HeaderView::of(whole));
    }
    whole.header = std::string{"\x10\0\x20\0LO\xFF\x0F", 8};  // announces more than there is
    CHECK_FALSE(HeaderView::of(whole));
}

}  // namespace cassette
