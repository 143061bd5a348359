#include "archive/pixels/graphic_objects.h"

#include "archive/part10/text_decoder.h"
#include "archive/pixels/graphic_layer.h"
#include "archive/pixels/lettering.h"
#include "archive/pixels/sequence_items.h"

#include <dcmtk/dcmdata/dcdeftag.h>
#include <dcmtk/dcmdata/dcelem.h>
#include <dcmtk/dcmdata/dcsequen.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

namespace cassette {

namespace {

constexpr unsigned long items_max = 4096;
constexpr std::size_t points_max = 20'000;  // of one object
constexpr std::size_t letters_in_line_max = 256;
constexpr std::size_t lines_max = 256;
// What one picture's annotations may take, in pixels of line: a second or so.
constexpr double ink_max = 2e7;

std::string text_at(DcmItem& item, DcmTagKey const& key) {
    OFString text;
    if (item.findAndGetOFStringArray(key, text).bad()) return {};
    return std::string{text.data(), text.size()};
}

std::vector<Point> points_at(DcmItem& item, DcmTagKey const& key) {
    Float32 const* numbers = nullptr;
    unsigned long count = 0;
    if (item.findAndGetFloat32Array(key, numbers, &count).bad() || numbers == nullptr) return {};
    std::vector<Point> points;
    for (std::size_t i = 0; i + 1 < count && points.size() < points_max; i += 2)
        points.push_back({numbers[i], numbers[i + 1]});
    return points;
}

class AnnotationDrawing {
public:
    AnnotationDrawing(GraphicCanvas const& canvas, std::string_view character_set)
        : canvas_{canvas},
          decoder_{character_set},
          unit_{std::max(1.0, std::min(canvas.raster.width, canvas.raster.height) / 512.0)} {}

    void use(GraphicLayer const& layer) {
        colour_ = colour_on(layer, canvas_.raster);
        bool const is_dark = colour_.red + colour_.green + colour_.blue < 3 * 128;
        halo_ = grey_of(is_dark ? 255 : 0);
    }

    void draw_graphic(DcmItem& item) {
        auto const points = placed(points_at(item, DCM_GraphicData), text_at(item, DCM_GraphicAnnotationUnits));
        auto const type = text_at(item, DCM_GraphicType);
        auto const shape = shape_of(type, points);
        if (shape.empty()) return;
        bool const filled = text_at(item, DCM_GraphicFilled) == "Y" && type != "POINT";
        // Each row of the fill looks at each point.
        if (filled && has_ink(static_cast<double>(shape.size()) * canvas_.raster.height / 10))
            fill_polygon(canvas_.raster, shape, colour_);
        stroke(shape, type == "POINT" ? 3 * unit_ : 1.5 * unit_);
    }

    void draw_text_object(DcmItem& item) {
        auto const lines = lines_of(decoder_.to_utf8(text_at(item, DCM_UnformattedTextValue), TextKind::single_value));
        auto const box = placed(
            [&] {
                auto corners = points_at(item, DCM_BoundingBoxTopLeftHandCorner);
                auto const second = points_at(item, DCM_BoundingBoxBottomRightHandCorner);
                corners.insert(corners.end(), second.begin(), second.end());
                return corners;
            }(),
            text_at(item, DCM_BoundingBoxAnnotationUnits));
        auto const anchor = placed(points_at(item, DCM_AnchorPoint), text_at(item, DCM_AnchorPointAnnotationUnits));
        if (box.size() == 2)
            write_in_box(lines, box);
        else if (!anchor.empty())
            write(lines, anchor.front(), letter_height());
        bool const marked = box.size() == 2 && !anchor.empty() && text_at(item, DCM_AnchorPointVisibility) == "Y";
        if (marked) stroke({middle(box[0], box[1]), anchor.front()}, unit_);
    }

private:
    static Point middle(Point one, Point other) { return {(one.x + other.x) / 2, (one.y + other.y) / 2}; }

    // PS3.3 C.10.5.1.1: PIXEL counts pixels of the frame; DISPLAY is a fraction of what is displayed.
    std::vector<Point> placed(std::vector<Point> points, std::string const& unit) const {
        for (auto& point : points) {
            if (unit == "DISPLAY")
                point = {point.x * canvas_.raster.width, point.y * canvas_.raster.height};
            else
                point = canvas_.placement(point);
        }
        return points;
    }

    // PS3.3 C.10.5.1.2.
    static std::vector<Point> shape_of(std::string const& type, std::vector<Point> const& points) {
        if (points.empty()) return {};
        if (type == "POINT") return {points[0], points[0]};
        if (type == "POLYLINE") return points;
        if (type == "INTERPOLATED") return curve_through(points);
        if (type == "CIRCLE" && points.size() >= 2) {
            Point const centre = points[0];
            Point const across{centre.x - (points[1].y - centre.y), centre.y + (points[1].x - centre.x)};
            return ellipse_points(centre, points[1], across);
        }
        if (type == "ELLIPSE" && points.size() >= 4)
            return ellipse_points(middle(points[0], points[1]), points[1], points[3]);
        return {};
    }

    bool has_ink(double wanted) {
        ink_ -= wanted;
        return ink_ > 0;
    }

    // What of a line can be seen is no longer than the picture's sides.
    double length_of(std::vector<Point> const& shape) const {
        double const seen = canvas_.raster.width + canvas_.raster.height;
        double sum = 10 * static_cast<double>(shape.size());
        for (std::size_t i = 1; i < shape.size(); ++i)
            sum += std::min(seen, std::hypot(shape[i].x - shape[i - 1].x, shape[i].y - shape[i - 1].y));
        return sum;
    }

    void stroke(std::vector<Point> const& shape, double width) {
        if (!has_ink(length_of(shape))) return;
        draw_polyline(canvas_.raster, shape, {halo_, width + 2});
        draw_polyline(canvas_.raster, shape, {colour_, width});
    }

    double letter_height() const { return 8 * unit_ + 1; }

    static std::vector<std::string> lines_of(std::string_view text) {
        std::vector<std::string> lines(1);
        for (char const c : text) {
            if (c == '\n' && lines.size() == lines_max) break;
            if (c == '\n') lines.emplace_back();
            if (c != '\n' && c != '\r' && lines.back().size() < letters_in_line_max) lines.back().push_back(c);
        }
        while (!lines.empty() && lines.back().empty()) lines.pop_back();
        return lines;
    }

    // As large as fits, but not larger than can be read well.
    void write_in_box(std::vector<std::string> const& lines, std::vector<Point> const& box) {
        double const width = std::abs(box[1].x - box[0].x);
        double const height = std::abs(box[1].y - box[0].y);
        Lettering const unit{1};
        double widest = 1;
        for (auto const& line : lines) widest = std::max(widest, text_width(line, unit));
        double const fitting =
            std::min(width / widest, height / (line_height(unit) * static_cast<double>(lines.size())));
        write(lines, {std::min(box[0].x, box[1].x), std::min(box[0].y, box[1].y)},
              std::clamp(fitting, 6.0, 2 * letter_height()));
    }

    void write(std::vector<std::string> const& lines, Point top_left, double height) {
        Lettering const lettering{height, colour_, halo_};
        for (auto const& line : lines) {
            if (!has_ink(30 * height * static_cast<double>(line.size()))) return;
            draw_text(canvas_.raster, top_left, line, lettering);
            top_left.y += line_height(lettering);
        }
    }

    GraphicCanvas const& canvas_;
    TextDecoder decoder_;
    Colour colour_ = grey_of(255);
    Colour halo_ = grey_of(0);
    double unit_;  // pixels: the width of a thin line
    double ink_ = ink_max;
};

}  // namespace

void draw_graphic_annotations(DcmItem& state, PresentedFrame const& frame, GraphicCanvas const& canvas) {
    auto layers = graphic_layers(state);
    if (layers.empty()) layers.push_back({});
    AnnotationDrawing drawing{canvas, text_at(state, DCM_SpecificCharacterSet)};
    for (auto const& layer : layers) {
        drawing.use(layer);
        visit_items(state, DCM_GraphicAnnotationSequence, items_max, [&](DcmItem& annotation) {
            bool const here = layer.name.empty() || text_at(annotation, DCM_GraphicLayer) == layer.name;
            if (!here || !applies_to(annotation, frame)) return;
            visit_items(annotation, DCM_GraphicObjectSequence, items_max,
                        [&](DcmItem& item) { drawing.draw_graphic(item); });
            if (canvas.purpose == Purpose::thumbnail) return;
            visit_items(annotation, DCM_TextObjectSequence, items_max,
                        [&](DcmItem& item) { drawing.draw_text_object(item); });
        });
    }
}

}  // namespace cassette
