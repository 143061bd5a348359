#pragma once

#include "schema/result.h"

#include <boost/json/object.hpp>

#include <string>
#include <string_view>

namespace cassette {

// The value bytes, little endian and of even length, of an attribute of the DICOM JSON Model (PS3.18 F.2.2) that has a
// Value, an InlineBinary or neither; not for sequences and bulk data. Text stays UTF-8. Lenient where clients are: a number
// may be a string and a string a number, a person name may be a string, and single values need no array.
// ErrorCode::malformed for what is none of the VR's.
[[nodiscard]] Result<std::string> encode_json_value(std::string_view vr, boost::json::object const& attribute);

}  // namespace cassette
