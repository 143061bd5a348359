#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace cassette {

// The values of an element of VR UN, given in base64 as metadata have it (PS3.18 F.2.7), read as the VR it is known to have:
// text, numbers in decimal, little endian (PS3.5 6.2.2). Text has to be UTF-8, which ASCII is. None for a VR without values
// of that kind, and for bytes that do not fit.
[[nodiscard]] std::vector<std::string> uninterpreted_values(std::string_view vr, std::string_view base64);

}  // namespace cassette
