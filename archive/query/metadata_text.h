#pragma once

#include "schema/tag.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace cassette {

// A data set of the DICOM JSON Model (PS3.18 F.2) or an item of one of its sequences. Borrows from its MetadataText.
class MetadataItem {
public:
    explicit MetadataItem(void const* object) : object_{object} {}

    // The attribute as text: UTF-8, several values separated by backslash. Empty when it is absent, a sequence, or bulk data.
    std::string text_of(Tag tag) const;
    // The items of a sequence; none when it is absent or something else.
    std::vector<MetadataItem> items_of(Tag tag) const;
    // What there is, in order of tag.
    struct Element {
        Tag tag;
        std::string vr;
    };
    std::vector<Element> elements() const;

private:
    void const* object_;  // of the JSON document; nullptr: nothing is there
};

// The metadata of an instance, read.
class MetadataText {
public:
    explicit MetadataText(std::string_view json);
    MetadataText(MetadataText&&) noexcept;
    ~MetadataText();

    MetadataItem root() const;
    std::string text_of(Tag tag) const { return root().text_of(tag); }

private:
    struct Document;
    std::unique_ptr<Document> document_;
};

}  // namespace cassette
