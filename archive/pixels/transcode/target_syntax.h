#pragma once

#include "archive/part10/instance_layout.h"
#include "archive/pixels/pixel_description.h"
#include "schema/transfer_syntax.h"

#include <optional>
#include <span>
#include <string_view>

namespace cassette {

inline constexpr std::string_view jpeg_baseline = "1.2.840.10008.1.2.4.50";

// Everything that is ever transcoded to, best first (transcode.h).
[[nodiscard]] std::span<std::string_view const> target_syntaxes();

// Whether an object with pixels of this kind can be given in the transfer syntax, PS3.5 8.2 and A.4: what is native goes
// into every native one, what is decoded (`description`) into those whose coding has room for it. JPEG Baseline is taken for
// pixels that it loses nothing of but by its quantisation.
struct PixelKind {
    PixelLayout const& layout;
    std::optional<PixelDescription> description;  // none: the pixels cannot be decoded
};
[[nodiscard]] bool is_obtainable(std::string_view transfer_syntax, PixelKind const& pixels);

// The Photometric Interpretation of decoded pixels once they are in the transfer syntax.
[[nodiscard]] std::string_view photometric_in(std::string_view transfer_syntax, PixelDescription const& pixels);

}  // namespace cassette
