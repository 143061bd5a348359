#pragma once

#include "archive/part10/character_set.h"
#include "archive/query/find.h"
#include "dimse/data_element.h"
#include "dimse/query_retrieve_options.h"
#include "schema/level.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cassette::dimse {

// A C-FIND request identifier: the query it makes, and the identifier of each response, PS3.4 C.4.1.1.3.
class Identifier {
public:
    Identifier(DataElements elements, Level level, QueryRetrieveOptions const& options = {});

    FindQuery const& query() const { return query_; }
    // Whether all keys are returned and matched on, so far as `plan_find` does not know: sequences, lower levels.
    bool supports_all_keys() const { return supports_all_keys_; }

    // What was asked for, no more: values in the requestor's character set where that has all characters, otherwise in UTF-8.
    std::string respond(Match const& match, std::string_view retrieve_ae_title, ElementEncoding encoding) const;

private:
    enum class Source { level, retrieve_ae_title, availability, index, metadata, nothing };
    struct Key {
        DataElement element;  // its value is the key's; nothing is returned of it
        Source source = Source::nothing;
        AttributeIndex attribute = 0;
    };
    struct Values;

    void take(DataElement element);
    void take_sequence(DataElement element);
    void take_item_keys(DataElement& sequence, std::vector<Tag> sequences);
    std::string text_for(Key const& key, Values const& values) const;
    std::optional<std::string> encode(Values const& values, CharacterSet const& character_set) const;
    std::optional<DataElement> answer(Key const& key, Values const& values, CharacterSet const& character_set) const;

    CharacterSet character_set_;
    Level level_;
    FindQuery query_;
    std::vector<Key> keys_;  // in order of tag
    bool supports_all_keys_ = true;
};

}  // namespace cassette::dimse
