#pragma once

#include "archive/pixels/canvas.h"

#include <string>
#include <string_view>

namespace cassette {

// How text looks. `height` is that of a capital letter in pixels; letters are two thirds as wide as that, and lines follow
// each other at line_height.
struct Lettering {
    double height;
    Colour colour = grey_of(255);
    Colour halo = grey_of(0);  // around the letters, so that they can be read on anything
    bool has_halo = true;
};

[[nodiscard]] double line_height(Lettering const& lettering);
[[nodiscard]] double text_width(std::string_view utf8, Lettering const& lettering);

// One line of text with its top left corner there. Letters beyond those of ASCII are drawn without their accents; what has
// no such letter is a box.
void draw_text(Raster& raster, Point top_left, std::string_view utf8, Lettering const& lettering);

// What draw_text draws: one ASCII character each, DEL for a box.
[[nodiscard]] std::string drawable(std::string_view utf8);

}  // namespace cassette
