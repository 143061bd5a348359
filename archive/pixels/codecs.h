#pragma once

#include <string_view>

namespace cassette {

// Whether encapsulated Pixel Data in this transfer syntax can be decoded here. Registers DCMTK's decoders the first time.
[[nodiscard]] bool can_decode(std::string_view transfer_syntax);

}  // namespace cassette
