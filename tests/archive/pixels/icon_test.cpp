#include "archive/pixels/icon.h"

#include "tests/support/decoded_picture.h"
#include "tests/support/rendered_picture.h"
#include "tests/support/single_instance_archive.h"

#include <doctest/doctest.h>

#include <set>
#include <string>

namespace cassette {

TEST_CASE("a SOP Class has the icon of its family (PS3.4 B.5)") {
    struct Case {
        char const* sop_class;
        IconKind kind;
        char const* label;
    };
    for (auto const& [sop_class, kind, label] : {
             Case{"1.2.840.10008.5.1.4.1.1.88.33", IconKind::report, "SR"},
             Case{"1.2.840.10008.5.1.4.1.1.88.59", IconKind::report, "KO"},
             Case{"1.2.840.10008.5.1.4.1.1.104.1", IconKind::document, "PDF"},
             Case{"1.2.840.10008.5.1.4.1.1.9.1.1", IconKind::waveform, "ECG"},
             Case{"1.2.840.10008.5.1.4.1.1.481.5", IconKind::plan, "RTPLAN"},
             Case{"1.2.840.10008.5.1.4.1.1.11.1", IconKind::presentation, "PR"},
             Case{"1.2.840.10008.5.1.4.1.1.66", IconKind::data, "RAW"},
             Case{"1.2.840.10008.5.1.4.1.1.66.4", IconKind::picture, "SEG"},
             Case{"1.2.840.10008.5.1.4.1.1.2", IconKind::picture, "CT"},
             Case{"1.2.3.4", IconKind::data, "DICOM"},
             Case{"", IconKind::data, "DICOM"},
         }) {
        CAPTURE(sop_class);
        auto const icon = icon_of(sop_class);
        CHECK(icon.kind == kind);
        CHECK(icon.label == label);
    }
}

TEST_CASE("icons of different kinds look different, at any size") {
    std::set<std::vector<std::uint8_t>> pictures;
    for (auto const kind : {IconKind::report, IconKind::video, IconKind::waveform, IconKind::model, IconKind::plan,
                            IconKind::presentation, IconKind::picture, IconKind::data})
        pictures.insert(draw_icon({kind, "X", "Words"}, 64).samples);
    CHECK(pictures.size() == 8);
    CHECK(draw_icon({}, 1).width == 16);
    CHECK(draw_icon({IconKind::data, std::string(300, 'W'), std::string(300, 'w')}, 100).samples.size() == 30'000);
}

TEST_CASE("an icon fits into the viewport and is cached with its type") {
    auto const stored =
        testing::SingleInstanceArchive::holding(testing::part10_of({.rows = 1, .columns = 2, .bytes = {1, 2}}));
    REQUIRE(stored);
    auto const& archive = (*stored)->archive();
    auto const icon = rendered_icon(archive, "1.2.840.10008.5.1.4.1.1.104.1",
                                    {.type = RenderedType::png, .viewport = Viewport{300, 90}});
    REQUIRE(icon);
    std::string bytes((*icon)->size(), '\0');
    REQUIRE((*icon)->read_at(0, std::as_writable_bytes(std::span{bytes})));
    auto const picture = testing::decode_png(bytes);
    CHECK(picture.width == 90);
    CHECK(picture.height == 90);
    CHECK(picture.channels == 3);
}

}  // namespace cassette
