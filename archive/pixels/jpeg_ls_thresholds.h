#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace cassette {

// The JPEG-LS stream of fewer than 8 bits with its default thresholds written out (ISO/IEC 14495-1 C.2.4.1.1.1), of even length.
// It means the same; but the CharLS in DCMTK computes them for so few bits as if there were more, and cannot decode what others
// have encoded. nullopt where there are 8 bits or more, where the stream says its thresholds itself, and where it is none.
[[nodiscard]] std::optional<std::string> with_thresholds(std::string_view stream);

}  // namespace cassette
