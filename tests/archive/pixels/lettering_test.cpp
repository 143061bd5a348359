#include "archive/pixels/lettering.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

namespace cassette {

namespace {

Raster drawn(std::string_view text, Lettering const& lettering) {
    Raster raster{120, 16, 1, std::vector<std::uint8_t>(std::size_t{120} * 16)};
    draw_text(raster, {1, 1}, text, lettering);
    return raster;
}

}  // namespace

TEST_CASE("letters beyond ASCII lose their accents, and what has no letter is a box") {
    CHECK(drawable("M\xC3\xBCller \xC3\x89"
                   "1") == "Muller E1");
    CHECK(drawable("\xE5\xB1\xB1 A") == "\x7F A");
    CHECK(drawable("a\xFF"
                   "b") ==
          "a\x7F"
          "b");
    CHECK(drawable("tab\tnew\n") == "tabnew");
}

TEST_CASE("every letter looks different from every other") {
    std::set<std::vector<std::uint8_t>> pictures;
    for (char c = ' '; c <= '~'; ++c) pictures.insert(drawn(std::string{c}, Lettering{8}).samples);
    CHECK(pictures.size() == 95);
}

TEST_CASE("an I of six pixels is a crisp column of white, with a dark halo on white") {
    auto const raster = drawn("I", Lettering{6, grey_of(255), grey_of(0), false});
    for (std::uint32_t y = 1; y < 8; ++y) CHECK(raster.samples[std::size_t{y} * 120 + 3] == 255);
    Raster white{20, 16, 1, std::vector<std::uint8_t>(std::size_t{20} * 16, 255)};
    draw_text(white, {3, 3}, "I", Lettering{6});
    CHECK(std::ranges::count_if(white.samples, [](std::uint8_t sample) { return sample < 128; }) > 10);
}

TEST_CASE("the width of text is that of what is drawn") {
    Lettering const lettering{6};
    CHECK(text_width("", lettering) == 0);
    CHECK(text_width("AB", lettering) == 11);
    CHECK(line_height(lettering) > 9);
}

}  // namespace cassette
