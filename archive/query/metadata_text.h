#pragma once

#include "schema/tag.h"

#include <memory>
#include <string>
#include <string_view>

namespace cassette {

// Attributes of a DICOM JSON object (PS3.18 F.2) as text: UTF-8, several values separated by backslash.
class MetadataText {
public:
    explicit MetadataText(std::string_view json);
    MetadataText(MetadataText&&) noexcept;
    ~MetadataText();

    // Empty when the attribute is absent, a sequence, or bulk data.
    std::string text_of(Tag tag) const;

private:
    struct Document;
    std::unique_ptr<Document> document_;
};

}  // namespace cassette
