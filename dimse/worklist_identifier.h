#pragma once

#include "archive/clinical/worklist.h"
#include "archive/part10/character_set.h"
#include "dimse/data_element.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cassette::dimse {

// A C-FIND request identifier of the Modality Worklist: the keys of its query, and the identifier of each response, PS3.4 K.4.1.1.3.
class WorklistIdentifier {
public:
    explicit WorklistIdentifier(DataElements elements);

    std::vector<FindKey> const& keys() const { return find_keys_; }
    // What was asked for, no more: text in the requestor's character set where that has all characters, otherwise in UTF-8.
    std::string respond(MetadataItem const& item, ElementEncoding encoding) const;

private:
    void take_key(DataElement& key, std::vector<Tag> const& sequences);
    std::optional<std::string> encode(MetadataItem const& item, CharacterSet const& character_set,
                                      ElementEncoding encoding) const;

    CharacterSet character_set_;
    std::vector<FindKey> find_keys_;
    DataElements keys_;  // in order of tag; values are text
};

}  // namespace cassette::dimse
