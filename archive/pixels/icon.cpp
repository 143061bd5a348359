#include "archive/pixels/icon.h"

#include "archive/pixels/canvas.h"
#include "archive/pixels/icc_profile.h"
#include "archive/pixels/jpeg_encoder.h"
#include "archive/pixels/lettering.h"
#include "archive/pixels/png_encoder.h"

#include <dcmtk/dcmdata/dcuid.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <vector>

namespace cassette {

namespace {

constexpr std::uint32_t side_default = 256;
constexpr std::uint32_t side_min = 16;
constexpr std::uint32_t side_max = 4096;
constexpr std::size_t letters_in_caption_line = 12;
constexpr double smallest_letters = 4.5;  // pixels

constexpr Colour background{24, 30, 38};
constexpr Colour sheet{236, 240, 244};
constexpr Colour fold_shade{190, 200, 210};
constexpr Colour ink{52, 64, 78};
constexpr Colour pale_ink{168, 180, 192};

struct Family {
    std::string_view beginning;  // of the SOP Class UID
    IconKind kind;
    std::string_view label;
    std::string_view caption;
};

// PS3.4 B.5 and PS3.6 A, the longest beginning first where one contains another.
constexpr std::array<Family, 35> families{{
    {"1.2.840.10008.5.1.4.1.1.104.1", IconKind::document, "PDF", "Document"},
    {"1.2.840.10008.5.1.4.1.1.104.2", IconKind::document, "CDA", "Clinical document"},
    {"1.2.840.10008.5.1.4.1.1.104.3", IconKind::model, "STL", "Model"},
    {"1.2.840.10008.5.1.4.1.1.104.4", IconKind::model, "OBJ", "Model"},
    {"1.2.840.10008.5.1.4.1.1.104.5", IconKind::model, "MTL", "Model material"},
    {"1.2.840.10008.5.1.4.1.1.88.59", IconKind::report, "KO", "Key objects"},
    {"1.2.840.10008.5.1.4.1.1.88.67", IconKind::report, "SR", "Dose report"},
    {"1.2.840.10008.5.1.4.1.1.88.", IconKind::report, "SR", "Structured report"},
    {"1.2.840.10008.5.1.4.1.1.9.4.", IconKind::waveform, "AU", "Audio"},
    {"1.2.840.10008.5.1.4.1.1.9.2.1", IconKind::waveform, "HD", "Hemodynamic"},
    {"1.2.840.10008.5.1.4.1.1.9.", IconKind::waveform, "ECG", "Waveform"},
    {"1.2.840.10008.5.1.4.1.1.11.", IconKind::presentation, "PR", "Presentation state"},
    {"1.2.840.10008.5.1.4.1.1.481.2", IconKind::picture, "RTDOSE", "RT dose"},
    {"1.2.840.10008.5.1.4.1.1.481.3", IconKind::plan, "RTSTRUCT", "RT structure set"},
    {"1.2.840.10008.5.1.4.1.1.481.4", IconKind::plan, "RTRECORD", "RT beams record"},
    {"1.2.840.10008.5.1.4.1.1.481.5", IconKind::plan, "RTPLAN", "RT plan"},
    {"1.2.840.10008.5.1.4.1.1.481.8", IconKind::plan, "RTPLAN", "RT ion plan"},
    {"1.2.840.10008.5.1.4.1.1.481.", IconKind::plan, "RT", "Radiotherapy"},
    {"1.2.840.10008.5.1.4.1.1.66.1", IconKind::data, "REG", "Registration"},
    {"1.2.840.10008.5.1.4.1.1.66.2", IconKind::data, "FID", "Fiducials"},
    {"1.2.840.10008.5.1.4.1.1.66.3", IconKind::data, "REG", "Registration"},
    {"1.2.840.10008.5.1.4.1.1.66.4", IconKind::picture, "SEG", "Segmentation"},
    {"1.2.840.10008.5.1.4.1.1.66.5", IconKind::model, "SEG", "Surface segmentation"},
    {"1.2.840.10008.5.1.4.1.1.66.6", IconKind::model, "TRACT", "Tractography"},
    {"1.2.840.10008.5.1.4.1.1.66.7", IconKind::picture, "SEG", "Label map"},
    {"1.2.840.10008.5.1.4.1.1.66", IconKind::data, "RAW", "Raw data"},
    {"1.2.840.10008.5.1.4.1.1.67", IconKind::data, "RWV", "Real world values"},
    {"1.2.840.10008.5.1.4.1.1.68.", IconKind::model, "M3D", "Surface scan"},
    {"1.2.840.10008.5.1.4.1.1.77.1.1.1", IconKind::video, "ES", "Endoscopy video"},
    {"1.2.840.10008.5.1.4.1.1.77.1.2.1", IconKind::video, "GM", "Microscopy video"},
    {"1.2.840.10008.5.1.4.1.1.77.1.4.1", IconKind::video, "XC", "Video"},
    {"1.2.840.10008.5.1.4.1.1.78.", IconKind::report, "OPT", "Eye measurements"},
    {"1.2.840.10008.5.1.4.1.1.91.1", IconKind::data, "ANN", "Annotations"},
    {"1.2.840.10008.5.1.4.1.1.200.", IconKind::plan, "PROC", "Procedure protocol"},
    {"1.2.840.10008.5.1.4.39.1", IconKind::presentation, "PAL", "Colour palette"},
}};

Colour accent_of(IconKind kind) {
    switch (kind) {
        case IconKind::report: return {38, 110, 178};
        case IconKind::document: return {190, 58, 52};
        case IconKind::video: return {120, 74, 166};
        case IconKind::waveform: return {28, 132, 96};
        case IconKind::model: return {196, 120, 30};
        case IconKind::plan: return {160, 60, 110};
        case IconKind::presentation: return {44, 128, 140};
        case IconKind::picture: return {70, 96, 122};
        case IconKind::data: return {98, 104, 112};
    }
    return ink;
}

// Draws in thousandths of the side.
class IconDrawing {
public:
    explicit IconDrawing(std::uint32_t side)
        : raster_{side, side, 3, std::vector<std::uint8_t>(std::size_t{side} * side * 3)}, unit_{side / 1000.0} {
        fill({{0, 0}, {1000, 0}, {1000, 1000}, {0, 1000}}, background);
    }

    void fill(std::vector<Point> points, Colour colour) { fill_polygon(raster_, scaled_points(points), colour); }
    void line(std::vector<Point> points, Colour colour, double width) {
        draw_polyline(raster_, scaled_points(points), {colour, std::max(1.0, width * unit_)});
    }
    // Letters that are too small to be read are not drawn.
    void text(Point centre, std::string_view words, double height, Colour colour) {
        if (height * unit_ < smallest_letters) return;
        Lettering const lettering{height * unit_, colour, colour, false};
        double const width = text_width(words, lettering);
        draw_text(raster_, {centre.x * unit_ - width / 2, centre.y * unit_ - lettering.height / 2}, words, lettering);
    }
    Raster take() { return std::move(raster_); }

private:
    std::vector<Point> scaled_points(std::vector<Point>& points) const {
        for (auto& point : points) point = {point.x * unit_, point.y * unit_};
        return std::move(points);
    }

    Raster raster_;
    double unit_;
};

void draw_lines_of_text(IconDrawing& drawing) {
    for (int i = 0; i < 4; ++i)
        drawing.line({{320, 250.0 + i * 62}, {i == 3 ? 520.0 : 640.0, 250.0 + i * 62}}, pale_ink, 22);
}

void draw_heartbeat(IconDrawing& drawing, Colour colour) {
    drawing.line(
        {{280, 350}, {380, 350}, {415, 310}, {450, 350}, {480, 385}, {515, 215}, {550, 425}, {580, 350}, {720, 350}},
        colour, 20);
}

void draw_play(IconDrawing& drawing, Colour colour) {
    drawing.fill(round_rectangle({300, 225}, {700, 475}, 36), colour);
    drawing.fill({{455, 285}, {455, 415}, {570, 350}}, sheet);
}

void draw_cube(IconDrawing& drawing, Colour colour) {
    drawing.line({{500, 205}, {640, 280}, {640, 430}, {500, 505}, {360, 430}, {360, 280}, {500, 205}}, colour, 18);
    drawing.line({{360, 280}, {500, 355}, {640, 280}}, colour, 18);
    drawing.line({{500, 355}, {500, 505}}, colour, 18);
}

void draw_target(IconDrawing& drawing, Colour colour) {
    for (double const radius : {130.0, 75.0})
        drawing.line(ellipse_points({500, 350}, {500 + radius, 350}, {500, 350 + radius}), colour, 16);
    drawing.line({{500, 190}, {500, 510}}, colour, 12);
    drawing.line({{340, 350}, {660, 350}}, colour, 12);
}

void draw_contrast(IconDrawing& drawing, Colour colour) {
    std::vector<Point> half;
    for (int i = 0; i <= 40; ++i) {
        double const angle = std::numbers::pi * i / 40 - std::numbers::pi / 2;
        half.push_back({500 + 125 * std::cos(angle), 350 + 125 * std::sin(angle)});
    }
    drawing.fill(half, colour);
    drawing.line(ellipse_points({500, 350}, {625, 350}, {500, 475}), colour, 16);
}

void draw_mountains(IconDrawing& drawing, Colour colour) {
    drawing.line({{310, 220}, {690, 220}, {690, 490}, {310, 490}, {310, 220}}, colour, 16);
    drawing.fill({{325, 478}, {440, 330}, {520, 425}, {580, 370}, {675, 478}}, colour);
    drawing.fill(ellipse_points({600, 285}, {632, 285}, {600, 317}), colour);
}

void draw_bits(IconDrawing& drawing, Colour colour) {
    for (int row = 0; row < 4; ++row)
        for (int column = 0; column < 5; ++column) {
            Point const corner{330.0 + column * 72, 230.0 + row * 68};
            bool const set = (row * 5 + column * 3) % 4 < 2;
            drawing.fill(round_rectangle(corner, {corner.x + 46, corner.y + 42}, 8), set ? colour : pale_ink);
        }
}

void draw_symbol(IconDrawing& drawing, IconKind kind) {
    auto const colour = accent_of(kind);
    switch (kind) {
        case IconKind::report:
        case IconKind::document: return draw_lines_of_text(drawing);
        case IconKind::video: return draw_play(drawing, colour);
        case IconKind::waveform: return draw_heartbeat(drawing, colour);
        case IconKind::model: return draw_cube(drawing, colour);
        case IconKind::plan: return draw_target(drawing, colour);
        case IconKind::presentation: return draw_contrast(drawing, colour);
        case IconKind::picture: return draw_mountains(drawing, colour);
        case IconKind::data: return draw_bits(drawing, colour);
    }
}

// At spaces, as many lines as it takes.
std::vector<std::string> wrapped(std::string_view caption) {
    std::vector<std::string> lines(1);
    while (!caption.empty()) {
        auto const word = caption.substr(0, caption.find(' '));
        caption.remove_prefix(std::min(word.size() + 1, caption.size()));
        if (!lines.back().empty() && lines.back().size() + word.size() + 1 > letters_in_caption_line)
            lines.emplace_back();
        if (!lines.back().empty()) lines.back() += ' ';
        lines.back() += word;
    }
    return lines;
}

}  // namespace

Icon icon_of(std::string_view sop_class) {
    for (auto const& family : families)
        if (sop_class.starts_with(family.beginning))
            return {family.kind, std::string{family.label}, std::string{family.caption}};
    std::string const uid{sop_class};
    char const* const modality = dcmSOPClassUIDToModality(uid.c_str(), "");
    if (modality == nullptr || *modality == '\0') return {IconKind::data, "DICOM", "Object"};
    return {IconKind::picture, modality, "No preview"};
}

Raster draw_icon(Icon const& icon, std::uint32_t side) {
    IconDrawing drawing{std::clamp(side, side_min, side_max)};
    auto const accent = accent_of(icon.kind);
    auto outline = round_rectangle({210, 90}, {790, 910}, 40);
    drawing.fill(outline, sheet);
    // The folded corner: cut off, then folded over.
    drawing.fill({{660, 80}, {800, 80}, {800, 220}}, background);
    drawing.fill({{660, 88}, {660, 220}, {792, 220}}, fold_shade);
    draw_symbol(drawing, icon.kind);
    drawing.fill(round_rectangle({150, 550}, {850, 740}, 34), accent);
    Lettering const unit{1};
    double const height = std::min(104.0, 620 / std::max(1.0, text_width(icon.label, unit)));
    drawing.text({500, 645}, icon.label, height, grey_of(255));
    auto const lines = wrapped(icon.caption);
    double y = lines.size() == 1 ? 825 : 790;
    for (auto const& line : lines) {
        double const fitting = 540 / std::max(1.0, text_width(line, unit));
        drawing.text({500, y}, line, std::min(48.0, fitting), ink);
        y += 74;
    }
    return drawing.take();
}

Result<std::shared_ptr<Blob const>> rendered_icon(Archive const& archive, std::string_view sop_class,
                                                  RenderRequest const& request) {
    auto const icon = icon_of(sop_class);
    auto const make = [&]() -> Result<std::string> {
        auto const side = request.viewport ? std::min(request.viewport->width, request.viewport->height) : side_default;
        auto const picture = in_colour_space(draw_icon(icon, side), request.profile, {});
        if (request.type == RenderedType::png) return encode_png(picture.raster, picture.profile);
        return encode_jpeg(picture.raster, std::clamp(request.quality, 1, 100), picture.profile);
    };
    auto plain = request;
    plain.frame = 1;
    plain.presentation.reset();
    return archive.renditions.get_or_make("icon-1/" + icon.label + "/" + icon.caption + "/" + fingerprint(plain), make);
}

}  // namespace cassette
