#include "archive/pixels/image_plane.h"

#include "tests/support/rendered_picture.h"

#include <dcmtk/dcmdata/dcdeftag.h>
#include <doctest/doctest.h>

namespace cassette {

using testing::put;

namespace {

DcmItem placed(char const* position, char const* orientation, char const* spacing) {
    DcmItem item;
    put(item, DCM_ImagePositionPatient, position);
    put(item, DCM_ImageOrientationPatient, orientation);
    put(item, DCM_PixelSpacing, spacing);
    return item;
}

constexpr char const* axial = "1\\0\\0\\0\\1\\0";

}  // namespace

TEST_CASE("points of one plane are found in another by millimetres (PS3.3 C.7.6.2.1.1)") {
    // Pixels of 2 mm by 1 mm (down, across) from the origin; the other has pixels of 1 mm and begins at 10, 20.
    auto coarse = placed("0\\0\\5", axial, "2\\1");
    auto fine = placed("10\\20\\7", axial, "1\\1");
    auto const from = image_plane(coarse);
    auto const to = image_plane(fine);
    REQUIRE(from);
    REQUIRE(to);
    auto const placement = placement_between(*from, *to);
    REQUIRE(placement);
    // The centre of the pixel in column 12 and row 13 is at 12 mm and 26 mm: column 2, row 6.
    auto const point = (*placement)({12.5, 13.5});
    CHECK(point.x == doctest::Approx(2.5));
    CHECK(point.y == doctest::Approx(6.5));
}

TEST_CASE("a plane that is flipped or turned in itself has a placement, one that is tilted has none") {
    auto plain = placed("0\\0\\0", axial, "1\\1");
    auto flipped = placed("9\\0\\0", "-1\\0\\0\\0\\1\\0", "1\\1");
    auto coronal = placed("0\\0\\0", "1\\0\\0\\0\\0\\-1", "1\\1");
    auto const placement = placement_between(*image_plane(plain), *image_plane(flipped));
    REQUIRE(placement);
    CHECK((*placement)({0.5, 0.5}).x == doctest::Approx(9.5));
    CHECK((*placement)({9.5, 3.5}).x == doctest::Approx(0.5));
    CHECK((*placement)({9.5, 3.5}).y == doctest::Approx(3.5));
    CHECK_FALSE(placement_between(*image_plane(plain), *image_plane(coronal)));
}

TEST_CASE("planes are as far apart as they are along the normal") {
    auto const at = [](char const* position) {
        auto item = placed(position, axial, "0.5\\2");
        return *image_plane(item);
    };
    CHECK(distance_between(at("0\\0\\0"), at("30\\-7\\2.5")) == doctest::Approx(2.5));
    CHECK(distance_between(at("0\\0\\2.5"), at("0\\0\\0")) == doctest::Approx(2.5));
    CHECK(distance_between(at("1\\2\\3"), at("1\\2\\3")) == doctest::Approx(0));
}

TEST_CASE("what makes no plane is none") {
    auto const is_plane = [](DcmItem item) { return image_plane(item).has_value(); };
    CHECK(is_plane(placed("0\\0\\0", axial, "1\\1")));
    CHECK_FALSE(is_plane(placed("0\\0", axial, "1\\1")));
    CHECK_FALSE(is_plane(placed("0\\0\\0", "1\\0\\0\\1\\0\\0", "1\\1")));
    CHECK_FALSE(is_plane(placed("0\\0\\0", "0\\0\\0\\0\\0\\0", "1\\1")));
    CHECK_FALSE(is_plane(placed("0\\0\\0", axial, "0\\1")));
    CHECK_FALSE(is_plane(DcmItem{}));
}

}  // namespace cassette
