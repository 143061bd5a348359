#include "archive/pixels/grey_transform.h"

#include "archive/pixels/grey.h"

#include <doctest/doctest.h>

#include <limits>

namespace cassette {

TEST_CASE("LINEAR: the example of the standard, window center 2048 and width 4096 (PS3.3 C.11.2.1.2.1)") {
    VoiTransform const full{Window{2048, 4096}};
    // ((0 - 2047.5) / 4095 + 0.5) * 255 = 0, and ((4095 - 2047.5) / 4095 + 0.5) * 255 = 255.
    CHECK(display_value(full, 0) == 0);
    CHECK(display_value(full, 4095) == 255);
    CHECK(display_value(full, 2048) == 128);
    CHECK(display_value(full, -10) == 0);
    CHECK(display_value(full, 5000) == 255);
}

TEST_CASE("LINEAR of width 1 is a threshold (PS3.3 C.11.2.1.2.1)") {
    VoiTransform const threshold{Window{100, 1}};
    CHECK(display_value(threshold, 99.5) == 0);
    CHECK(display_value(threshold, 99.6) == 255);
}

TEST_CASE("no value is out of range, whatever comes in") {
    double const infinity = std::numeric_limits<double>::infinity();
    double const nothing = std::numeric_limits<double>::quiet_NaN();
    LookupTable const table{0, {3, 255}, 255};
    for (auto const& voi : {VoiTransform{ValueRange{0, 1}}, VoiTransform{Window{0, 1, VoiFunction::sigmoid}},
                            VoiTransform{Window{0, 1e-300}}, VoiTransform{table}}) {
        for (double const value : {infinity, -infinity, nothing, 1e300, -1e300}) {
            auto const sample = display_value(voi, modality_value(Rescale{1e10, 0}, value));
            CHECK((sample == 0 || sample == 3 || sample == 255));
        }
    }
    CHECK(modality_value(ModalityTransform{table}, nothing) == 3);
    CHECK(modality_value(ModalityTransform{table}, 1e300) == 255);
}

}  // namespace cassette
