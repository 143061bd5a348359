#pragma once

#include "schema/result.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace cassette::testing {

struct XmlElement {
    std::string name;
    std::map<std::string, std::string> attributes;
    std::string text;  // of the element itself, without that of its children
    std::vector<XmlElement> children;
};

// A small strict reader of XML 1.0 in UTF-8: an optional declaration, elements, attributes, text, character references and
// the five entities. Comments, CDATA, processing instructions and document types are refused, for nothing of ours has them.
// ErrorCode::malformed with the place.
[[nodiscard]] Result<XmlElement> read_xml(std::string_view text);

}  // namespace cassette::testing
