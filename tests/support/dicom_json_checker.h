#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace cassette::testing {

// What of a text is against the DICOM JSON Model (PS3.18 F.2): a data set, or an array of them. Each problem begins with the
// path of tags and items that leads to it. None: it is as the model wants it.
[[nodiscard]] std::vector<std::string> dicom_json_problems(std::string_view text);
// The same as one text for the message of a failed check, at most ten of them; "" when there is none.
[[nodiscard]] std::string dicom_json_report(std::string_view text);

}  // namespace cassette::testing
