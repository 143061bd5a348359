#include "archive/pixels/lettering.h"

#include "schema/fold.h"
#include "schema/utf8.h"

#include <array>

namespace cassette {

namespace {

constexpr std::size_t glyphs_in_row = 16;
constexpr std::size_t columns = 5;
constexpr std::size_t rows = 9;       // the last two are below the line
constexpr double capital_rows = 6.0;  // from the middle of the first row to that of the seventh
constexpr double advance = 6.0;       // columns from letter to letter
constexpr double line_rows = 10.5;
constexpr char box = '\x7F';

// Space to tilde, sixteen letters beside each other, five dots of nine rows each.
// clang-format off
constexpr std::array art{
    //       !     "     #     $     %     &     '     (     )     *     +     ,     -     .     /
    std::string_view{"..... ..#.. .#.#. .#.#. ..#.. ##..# .##.. ..#.. ...#. .#... ..... ..... ..... ..... ..... ....#"},
    std::string_view{"..... ..#.. .#.#. .#.#. .#### ##..# #..#. ..#.. ..#.. ..#.. ..#.. ..#.. ..... ..... ..... ....#"},
    std::string_view{"..... ..#.. ..... ##### #.#.. ...#. #.#.. ..... .#... ...#. #.#.# ..#.. ..... ..... ..... ...#."},
    std::string_view{"..... ..#.. ..... .#.#. .###. ..#.. .#... ..... .#... ...#. .###. ##### ..... ##### ..... ..#.."},
    std::string_view{"..... ..#.. ..... ##### ..#.# .#... #.#.# ..... .#... ...#. #.#.# ..#.. ..... ..... ..... .#..."},
    std::string_view{"..... ..... ..... .#.#. ####. #..## #..#. ..... ..#.. ..#.. ..#.. ..#.. ..#.. ..... ..... #...."},
    std::string_view{"..... ..#.. ..... .#.#. ..#.. #..## .##.# ..... ...#. .#... ..... ..... ..#.. ..... ..#.. #...."},
    std::string_view{"..... ..... ..... ..... ..... ..... ..... ..... ..... ..... ..... ..... .#... ..... ..... ....."},
    std::string_view{"..... ..... ..... ..... ..... ..... ..... ..... ..... ..... ..... ..... ..... ..... ..... ....."},
    // 0     1     2     3     4     5     6     7     8     9     :     ;     <     =     >     ?
    std::string_view{".###. ..#.. .###. .###. ...#. ##### ..##. ##### .###. .###. ..... ..... ....# ..... #.... .###."},
    std::string_view{"#...# .##.. #...# #...# ..##. #.... .#... ....# #...# #...# ..... ..... ...#. ..... .#... #...#"},
    std::string_view{"#..## ..#.. ....# ....# .#.#. ####. #.... ...#. #...# #...# ..#.. ..#.. ..#.. ##### ..#.. ....#"},
    std::string_view{"#.#.# ..#.. ...#. ..##. #..#. ....# ####. ..#.. .###. .#### ..... ..... .#... ..... ...#. ...#."},
    std::string_view{"##..# ..#.. ..#.. ....# ##### ....# #...# ..#.. #...# ....# ..... ..... ..#.. ##### ..#.. ..#.."},
    std::string_view{"#...# ..#.. .#... #...# ...#. #...# #...# ..#.. #...# ...#. ..#.. ..#.. ...#. ..... .#... ....."},
    std::string_view{".###. .###. ##### .###. ...#. .###. .###. ..#.. .###. .##.. ..... ..#.. ....# ..... #.... ..#.."},
    std::string_view{"..... ..... ..... ..... ..... ..... ..... ..... ..... ..... ..... .#... ..... ..... ..... ....."},
    std::string_view{"..... ..... ..... ..... ..... ..... ..... ..... ..... ..... ..... ..... ..... ..... ..... ....."},
    // @     A     B     C     D     E     F     G     H     I     J     K     L     M     N     O
    std::string_view{".###. ..#.. ####. .###. ####. ##### ##### .###. #...# .###. ..### #...# #.... #...# #...# .###."},
    std::string_view{"#...# .#.#. #...# #...# #...# #.... #.... #...# #...# ..#.. ...#. #..#. #.... ##.## ##..# #...#"},
    std::string_view{"#.### #...# #...# #.... #...# #.... #.... #.... #...# ..#.. ...#. #.#.. #.... #.#.# ##..# #...#"},
    std::string_view{"#.#.# #...# ####. #.... #...# ####. ####. #.### ##### ..#.. ...#. ##... #.... #.#.# #.#.# #...#"},
    std::string_view{"#.### ##### #...# #.... #...# #.... #.... #...# #...# ..#.. ...#. #.#.. #.... #...# #..## #...#"},
    std::string_view{"#.... #...# #...# #...# #...# #.... #.... #...# #...# ..#.. #..#. #..#. #.... #...# #..## #...#"},
    std::string_view{".#### #...# ####. .###. ####. ##### #.... .###. #...# .###. .##.. #...# ##### #...# #...# .###."},
    std::string_view{"..... ..... ..... ..... ..... ..... ..... ..... ..... ..... ..... ..... ..... ..... ..... ....."},
    std::string_view{"..... ..... ..... ..... ..... ..... ..... ..... ..... ..... ..... ..... ..... ..... ..... ....."},
    // P     Q     R     S     T     U     V     W     X     Y     Z     [     \     ]     ^     _
    std::string_view{"####. .###. ####. .#### ##### #...# #...# #...# #...# #...# ##### .###. #.... .###. ..#.. ....."},
    std::string_view{"#...# #...# #...# #.... ..#.. #...# #...# #...# #...# #...# ....# .#... #.... ...#. .#.#. ....."},
    std::string_view{"#...# #...# #...# #.... ..#.. #...# #...# #...# .#.#. .#.#. ...#. .#... .#... ...#. #...# ....."},
    std::string_view{"####. #...# ####. .###. ..#.. #...# #...# #.#.# ..#.. ..#.. ..#.. .#... ..#.. ...#. ..... ....."},
    std::string_view{"#.... #.#.# #.#.. ....# ..#.. #...# .#.#. #.#.# .#.#. ..#.. .#... .#... ...#. ...#. ..... ....."},
    std::string_view{"#.... #..#. #..#. ....# ..#.. #...# .#.#. ##.## #...# ..#.. #.... .#... ....# ...#. ..... ....."},
    std::string_view{"#.... .##.# #...# ####. ..#.. .###. ..#.. #...# #...# ..#.. ##### .###. ....# .###. ..... #####"},
    std::string_view{"..... ..... ..... ..... ..... ..... ..... ..... ..... ..... ..... ..... ..... ..... ..... ....."},
    std::string_view{"..... ..... ..... ..... ..... ..... ..... ..... ..... ..... ..... ..... ..... ..... ..... ....."},
    // `     a     b     c     d     e     f     g     h     i     j     k     l     m     n     o
    std::string_view{".#... ..... #.... ..... ....# ..... ..##. ..... #.... ..#.. ...#. #.... .##.. ..... ..... ....."},
    std::string_view{"..#.. ..... #.... ..... ....# ..... .#... ..... #.... ..... ..... #.... ..#.. ..... ..... ....."},
    std::string_view{"..... .###. ####. .###. .#### .###. .#... .#### ####. .##.. ..##. #..#. ..#.. ##.#. ####. .###."},
    std::string_view{"..... ....# #...# #.... #...# #...# ###.. #...# #...# ..#.. ...#. #.#.. ..#.. #.#.# #...# #...#"},
    std::string_view{"..... .#### #...# #.... #...# ##### .#... #...# #...# ..#.. ...#. ##... ..#.. #.#.# #...# #...#"},
    std::string_view{"..... #...# #...# #.... #...# #.... .#... #...# #...# ..#.. ...#. #.#.. ..#.. #.#.# #...# #...#"},
    std::string_view{"..... .#### ####. .###. .#### .###. .#... .#### #...# .###. ...#. #..#. .###. #.#.# #...# .###."},
    std::string_view{"..... ..... ..... ..... ..... ..... ..... ....# ..... ..... #..#. ..... ..... ..... ..... ....."},
    std::string_view{"..... ..... ..... ..... ..... ..... ..... .###. ..... ..... .##.. ..... ..... ..... ..... ....."},
    // p     q     r     s     t     u     v     w     x     y     z     {     |     }     ~
    std::string_view{"..... ..... ..... ..... .#... ..... ..... ..... ..... ..... ..... ...## ..#.. ##... ..... ....."},
    std::string_view{"..... ..... ..... ..... .#... ..... ..... ..... ..... ..... ..... ..#.. ..#.. ..#.. ..... ....."},
    std::string_view{"####. .#### #.##. .#### ###.. #...# #...# #...# #...# #...# ##### ..#.. ..#.. ..#.. .#... ....."},
    std::string_view{"#...# #...# ##... #.... .#... #...# #...# #.#.# .#.#. #...# ...#. .#... ..#.. ...#. #.#.# ....."},
    std::string_view{"#...# #...# #.... .###. .#... #...# .#.#. #.#.# ..#.. #...# ..#.. ..#.. ..#.. ..#.. ...#. ....."},
    std::string_view{"#...# #...# #.... ....# .#... #...# .#.#. #.#.# .#.#. #...# .#... ..#.. ..#.. ..#.. ..... ....."},
    std::string_view{"####. .#### #.... ####. ..##. .#### ..#.. .#.#. #...# .#### ##### ...## ..#.. ##... ..... ....."},
    std::string_view{"#.... ....# ..... ..... ..... ..... ..... ..... ..... ....# ..... ..... ..... ..... ..... ....."},
    std::string_view{"#.... ....# ..... ..... ..... ..... ..... ..... ..... .###. ..... ..... ..... ..... ..... ....."},
};
// clang-format on

bool has_dot(char letter, std::size_t row, std::size_t column) {
    if (row >= rows || column >= columns) return false;
    if (letter == box) return row < 7 && (row == 0 || row == 6 || column == 0 || column == columns - 1);
    auto const index = static_cast<std::size_t>(letter - ' ');
    return art[index / glyphs_in_row * rows + row][index % glyphs_in_row * (columns + 1) + column] == '#';
}

struct LetterPlace {
    Point first_dot;
    double step;  // pixels from dot to dot
};

// Dots that lie next to each other are joined, so that letters have smooth strokes at any size. Diagonals are joined only
// where there is no way around the corner.
void draw_letter(Raster& raster, LetterPlace const& place, char letter, Pen const& pen) {
    auto const at = [&](std::size_t row, std::size_t column) {
        return Point{place.first_dot.x + static_cast<double>(column) * place.step,
                     place.first_dot.y + static_cast<double>(row) * place.step};
    };
    for (std::size_t row = 0; row < rows; ++row) {
        for (std::size_t column = 0; column < columns; ++column) {
            if (!has_dot(letter, row, column)) continue;
            bool const right = has_dot(letter, row, column + 1);
            bool const below = has_dot(letter, row + 1, column);
            bool const left = column > 0 && has_dot(letter, row, column - 1);
            bool const below_right = has_dot(letter, row + 1, column + 1) && !right && !below;
            bool const below_left = column > 0 && has_dot(letter, row + 1, column - 1) && !left && !below;
            if (right) draw_line(raster, at(row, column), at(row, column + 1), pen);
            if (below) draw_line(raster, at(row, column), at(row + 1, column), pen);
            if (below_right) draw_line(raster, at(row, column), at(row + 1, column + 1), pen);
            if (below_left) draw_line(raster, at(row, column), at(row + 1, column - 1), pen);
            if (!right && !below && !below_right && !below_left)
                draw_line(raster, at(row, column), at(row, column), pen);
        }
    }
}

void draw_letters(Raster& raster, LetterPlace place, std::string_view text, Pen const& pen) {
    for (char const letter : text) {
        draw_letter(raster, place, letter, pen);
        place.first_dot.x += advance * place.step;
    }
}

double step_of(Lettering const& lettering) { return lettering.height / capital_rows; }

bool is_combining(std::uint32_t code_point) { return code_point >= 0x0300 && code_point <= 0x036F; }

// One code point: itself, its letter without accents in its own case, or a box.
void add_drawable(std::string& text, std::string_view character, std::uint32_t code_point) {
    if (code_point < 0x20 || is_combining(code_point)) return;
    if (code_point < 0x7F) {
        text.push_back(static_cast<char>(code_point));
        return;
    }
    auto folded = fold(character);
    if (folded.empty() || !is_ascii(folded) || folded.find('\x7F') != std::string::npos) {
        text.push_back(box);
        return;
    }
    // PS3.5 6.1: capitals of Latin-1 and of Latin Extended-A, where they have the even numbers up to U+0137.
    bool const is_capital = (code_point >= 0xC0 && code_point <= 0xDE) ||
        (code_point >= 0x100 && code_point <= 0x137 && code_point % 2 == 0);
    if (is_capital && folded[0] >= 'a' && folded[0] <= 'z') folded[0] = static_cast<char>(folded[0] - 'a' + 'A');
    text += folded;
}

}  // namespace

std::string drawable(std::string_view utf8) {
    std::string text;
    while (!utf8.empty()) {
        auto const [code_point, length] = first_code_point(utf8);
        auto const taken = length == 0 ? 1 : length;
        if (length == 0)
            text.push_back(box);
        else
            add_drawable(text, utf8.substr(0, length), code_point);
        utf8.remove_prefix(taken);
    }
    return text;
}

double line_height(Lettering const& lettering) { return line_rows * step_of(lettering); }

double text_width(std::string_view utf8, Lettering const& lettering) {
    auto const letters = static_cast<double>(drawable(utf8).size());
    return letters == 0 ? 0 : (letters * advance - 1) * step_of(lettering);
}

void draw_text(Raster& raster, Point top_left, std::string_view utf8, Lettering const& lettering) {
    auto const text = drawable(utf8);
    double const step = step_of(lettering);
    // The middle of a dot on the middle of a pixel makes small letters crisp.
    LetterPlace const place{{top_left.x + step / 2, top_left.y + step / 2}, step};
    if (lettering.has_halo) draw_letters(raster, place, text, {lettering.halo, step + 2});
    draw_letters(raster, place, text, {lettering.colour, step});
}

}  // namespace cassette
