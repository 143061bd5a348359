#pragma once

#include "schema/result.h"
#include "schema/tag.h"

#include <boost/json/value.hpp>

#include <string>
#include <string_view>

namespace cassette {

// A data element in Explicit VR Little Endian, PS3.5 7.1.2, padded to an even length as its VR wants it. A value too long for
// its VR's length field is left empty.
[[nodiscard]] std::string explicit_element(Tag tag, std::string_view vr, std::string_view value);
// The values of an attribute of the DICOM JSON Model (PS3.18 F.2.3) as bytes of that VR; sequences with all that their items
// hold. Empty for no value and for bulk data.
[[nodiscard]] std::string value_of_json(boost::json::value const& attribute, std::string_view vr);

// Little endian, so many bytes.
void append_little_endian(std::string& to, std::uint64_t value, int bytes);

}  // namespace cassette
