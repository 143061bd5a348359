#pragma once

#include "archive/part10/character_set.h"
#include "archive/query/metadata_text.h"
#include "dimse/data_element.h"

#include <optional>

namespace cassette::dimse {

// Which items of a sequence are returned when its key asks for something, PS3.4 C.2.2.2.6.
enum class ReturnedItems { matching, all };

// Items of stored metadata as data elements in a requestor's character set. What is given back is nullopt when that set does
// not have a character of it. Borrows.
class ItemWriter {
public:
    explicit ItemWriter(CharacterSet const& character_set, ReturnedItems returned = ReturnedItems::matching)
        : character_set_{character_set}, returned_{returned} {}

    // A sequence, of each item what the key's own item asks for; everything where the key has no item, or an empty one. The
    // values in the key's item are text.
    std::optional<DataElement> sequence(DataElement const& key, MetadataItem const& source) const;
    // What the keys ask for of an item, in their order; attributes that it does not have are empty.
    std::optional<DataElements> selected(DataElements const& keys, MetadataItem const& item) const;
    // All that an item has.
    std::optional<DataElements> everything(MetadataItem const& item) const;

private:
    std::optional<DataElement> value(Tag tag, std::string const& vr, MetadataItem const& item) const;

    CharacterSet const& character_set_;
    ReturnedItems returned_;
};

}  // namespace cassette::dimse
