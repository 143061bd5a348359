#pragma once

#include "dicomweb/attribute_path.h"

#include <map>
#include <string>
#include <string_view>

namespace cassette::dicomweb {

// What is wanted of a data set: attributes, each whole or, where it is a sequence, reduced to what is wanted of its items. A
// private element brings its Private Creator along (PS3.18 10.6.3.3).
class AttributeSelection {
public:
    void add(AttributePath const& path);
    bool empty() const { return attributes_.empty(); }
    bool contains(Tag tag) const { return attributes_.contains(tag); }
    // An attribute of the DICOM JSON Model as it is wanted. `tag` is one that the selection contains. What cannot be read is
    // returned empty.
    std::string reduced(Tag tag, std::string_view attribute) const;

private:
    std::string item(std::string_view object) const;

    std::map<Tag, AttributeSelection> attributes_;  // those with an empty selection below are wanted whole
};

}  // namespace cassette::dicomweb
