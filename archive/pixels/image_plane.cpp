#include "archive/pixels/image_plane.h"

#include <dcmtk/dcmdata/dcdeftag.h>

#include <cmath>

namespace cassette {

namespace {

using Vector = std::array<double, 3>;

double dot(Vector const& one, Vector const& other) { return one[0] * other[0] + one[1] * other[1] + one[2] * other[2]; }

Vector cross(Vector const& one, Vector const& other) {
    return {one[1] * other[2] - one[2] * other[1], one[2] * other[0] - one[0] * other[2],
            one[0] * other[1] - one[1] * other[0]};
}

Vector times(Vector const& vector, double factor) {
    return {vector[0] * factor, vector[1] * factor, vector[2] * factor};
}

template <std::size_t count>
std::optional<std::array<double, count>> numbers_at(DcmItem& attributes, DcmTagKey const& key) {
    std::array<double, count> numbers{};
    for (std::size_t i = 0; i < count; ++i) {
        Float64 number = 0;
        if (attributes.findAndGetFloat64(key, number, static_cast<unsigned long>(i)).bad() || !std::isfinite(number))
            return std::nullopt;
        numbers[i] = number;
    }
    return numbers;
}

}  // namespace

std::optional<ImagePlane> image_plane(DcmItem& attributes) {
    auto const position = numbers_at<3>(attributes, DCM_ImagePositionPatient);
    auto const cosines = numbers_at<6>(attributes, DCM_ImageOrientationPatient);
    auto const spacing = numbers_at<2>(attributes, DCM_PixelSpacing);
    if (!position || !cosines || !spacing || !((*spacing)[0] > 0) || !((*spacing)[1] > 0)) return std::nullopt;
    Vector const row{(*cosines)[0], (*cosines)[1], (*cosines)[2]};
    Vector const column{(*cosines)[3], (*cosines)[4], (*cosines)[5]};
    bool const are_units = std::abs(dot(row, row) - 1) < 0.01 && std::abs(dot(column, column) - 1) < 0.01;
    if (!are_units || std::abs(dot(row, column)) > 0.01) return std::nullopt;
    // Pixel Spacing is that of rows first: how far it is down.
    return ImagePlane{*position, times(row, (*spacing)[1]), times(column, (*spacing)[0])};
}

std::optional<Placement> placement_between(ImagePlane const& from, ImagePlane const& to) {
    auto const normal = cross(from.across, from.down);
    auto const other = cross(to.across, to.down);
    double const lengths = std::sqrt(dot(normal, normal) * dot(other, other));
    if (!(std::abs(dot(normal, other)) > 0.999 * lengths)) return std::nullopt;
    Vector const apart{from.origin[0] - to.origin[0], from.origin[1] - to.origin[1], from.origin[2] - to.origin[2]};
    Placement placement;
    double const across = dot(to.across, to.across);
    double const down = dot(to.down, to.down);
    placement.xx = dot(from.across, to.across) / across;
    placement.xy = dot(from.down, to.across) / across;
    placement.yx = dot(from.across, to.down) / down;
    placement.yy = dot(from.down, to.down) / down;
    // Centres of pixels are half a pixel from their corners.
    placement.x0 = dot(apart, to.across) / across + 0.5 - (placement.xx + placement.xy) / 2;
    placement.y0 = dot(apart, to.down) / down + 0.5 - (placement.yx + placement.yy) / 2;
    return placement;
}

double distance_between(ImagePlane const& one, ImagePlane const& other) {
    auto const normal = cross(one.across, one.down);
    Vector const apart{other.origin[0] - one.origin[0], other.origin[1] - one.origin[1],
                       other.origin[2] - one.origin[2]};
    return std::abs(dot(apart, normal)) / std::sqrt(dot(normal, normal));
}

}  // namespace cassette
