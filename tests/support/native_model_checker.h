#pragma once

#include <string>
#include <string_view>

namespace cassette::testing {

// What of a document is against the Native DICOM Model (PS3.19 A.1.5, A.1.6): well-formed XML, the elements of the schema in
// their places, and what their attributes must say. At most ten problems, a line each; "" when it is as the model wants it.
[[nodiscard]] std::string native_model_report(std::string_view xml);

}  // namespace cassette::testing
