#pragma once

#include "archive/pixels/lookup_table.h"
#include "archive/pixels/window.h"

#include <dcmtk/dcmdata/dcitem.h>

#include <cstdint>
#include <optional>
#include <variant>

namespace cassette {

struct Rescale {
    double slope = 1;
    double intercept = 0;
};

// Every value between two is shown: black at the first, white at the last.
struct ValueRange {
    double first;
    double last;
};

using ModalityTransform = std::variant<Rescale, LookupTable>;
using VoiTransform = std::variant<ValueRange, Window, LookupTable>;

// PS3.3 C.11.1. Errors are those of read_lookup_table.
[[nodiscard]] Result<ModalityTransform> modality_transform_of(DcmItem& attributes, Signedness signedness);
[[nodiscard]] double modality_value(ModalityTransform const& transform, double stored);

// PS3.3 C.11.2: the VOI LUT, or else the first window; nullopt when there is neither, or none that makes sense.
[[nodiscard]] Result<std::optional<VoiTransform>> voi_transform_of(DcmItem& attributes,
                                                                   ModalityTransform const& modality,
                                                                   Signedness signedness);
// 0 to 1, black to white.
[[nodiscard]] double display_fraction(VoiTransform const& transform, double value);
// The same as a sample, 0 to 255.
[[nodiscard]] std::uint8_t display_value(VoiTransform const& transform, double value);
[[nodiscard]] std::uint8_t to_sample(double fraction);
[[nodiscard]] std::uint16_t to_deep_sample(double fraction);  // 0 to 65535

// What becomes of display fractions, PS3.3 C.11.6: as they are, upside down, or through a Presentation LUT.
enum class Polarity { identity, inverse };
using PresentationTransform = std::variant<Polarity, LookupTable>;
// Presentation LUT Sequence or else Shape; identity where there is neither. Errors are those of read_lookup_table.
[[nodiscard]] Result<PresentationTransform> presentation_transform_of(DcmItem& attributes);
[[nodiscard]] double presented_fraction(PresentationTransform const& transform, double fraction);

}  // namespace cassette
