#pragma once

#include "archive/pixels/lookup_table.h"
#include "archive/pixels/render.h"

#include <dcmtk/dcmdata/dcitem.h>

#include <cstdint>
#include <optional>
#include <variant>

namespace cassette {

struct Rescale {
    double slope = 1;
    double intercept = 0;
};

// VOI LUT Function, PS3.3 C.11.2.1.3.
enum class VoiFunction { linear, linear_exact, sigmoid };

struct VoiWindow {
    VoiFunction function = VoiFunction::linear;
    Window window;
};

// Every value between two is shown: black at the first, white at the last.
struct ValueRange {
    double first;
    double last;
};

using ModalityTransform = std::variant<Rescale, LookupTable>;
using VoiTransform = std::variant<ValueRange, VoiWindow, LookupTable>;

// PS3.3 C.11.1. Errors are those of read_lookup_table.
[[nodiscard]] Result<ModalityTransform> modality_transform_of(DcmItem& attributes, Signedness signedness);
[[nodiscard]] double modality_value(ModalityTransform const& transform, double stored);

// PS3.3 C.11.2: the VOI LUT, or else the first window; nullopt when there is neither, or none that makes sense.
[[nodiscard]] Result<std::optional<VoiTransform>> voi_transform_of(DcmItem& attributes,
                                                                   ModalityTransform const& modality,
                                                                   Signedness signedness);
// 0 to 255.
[[nodiscard]] std::uint8_t display_value(VoiTransform const& transform, double value);

}  // namespace cassette
