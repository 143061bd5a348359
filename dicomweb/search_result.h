#pragma once

#include "archive/query/find.h"
#include "dicomweb/search_parameters.h"

#include <string>
#include <vector>

namespace cassette::dicomweb {

// Writes matches in the DICOM JSON Model with the attributes of PS3.18 10.6.3.3: those of the level, those of the levels
// above that the path does not fix, and those that were asked for. What must be there and has no value is there empty.
class SearchResultWriter {
public:
    SearchResultWriter(SearchResource const& resource, Search const& search, std::string service_url);
    std::string json(Match const& match) const;

private:
    void set_from_metadata(class JsonDataset& dataset, Match const& match) const;
    void set_from_index(class JsonDataset& dataset, Match const& match) const;
    void set_always(class JsonDataset& dataset, Match const& match) const;
    bool wanted_from_metadata(Tag tag) const;

    Level level_;
    std::vector<AttributeIndex> required_;  // empty when absent
    std::vector<AttributeIndex> if_present_;
    std::vector<Tag> from_metadata_;  // asked for, not indexed
    bool whole_metadata_;
    bool request_attributes_;
    std::string service_url_;
};

}  // namespace cassette::dicomweb
