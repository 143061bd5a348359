#pragma once

#include "schema/tag.h"

#include <string_view>

namespace cassette {

// Facts about VRs, PS3.5 6.2 and 7.1.2.
[[nodiscard]] bool is_known_vr(std::string_view vr);
// Whether an Explicit VR element of this VR has two reserved bytes and a 32-bit length (PS3.5 Table 7.1-1). VRs that do not
// exist yet do (PS3.5 7.1.2).
[[nodiscard]] bool has_long_length(std::string_view vr);
// Whether a value is characters, whatever they stand for.
[[nodiscard]] bool is_text_vr(std::string_view vr);
// Whether it is text of one value, of which a backslash is a character (PS3.5 6.2).
[[nodiscard]] bool is_single_text_vr(std::string_view vr);
// Values that DICOM JSON may name by BulkDataURI (PS3.18 F.2.2).
[[nodiscard]] bool may_be_bulk(std::string_view vr);

// The VR of an element in Implicit VR Little Endian (PS3.5 A.1): from the data dictionary; "UN" when it lists none. Where the
// dictionary leaves a choice: OW for OB or OW, and US or SS by Pixel Representation.
enum class PixelRepresentation { unsigned_integer, signed_integer };
[[nodiscard]] std::string_view implicit_vr(Tag tag, PixelRepresentation representation);

}  // namespace cassette
