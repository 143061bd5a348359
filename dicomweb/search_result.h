#pragma once

#include "archive/query/find.h"
#include "dicomweb/attribute_selection.h"
#include "dicomweb/dicom_json.h"
#include "dicomweb/search_parameters.h"

#include <map>
#include <string>
#include <vector>

namespace cassette::dicomweb {

// Writes matches in the DICOM JSON Model with the attributes of PS3.18 10.6.3.3: those of the level, those of the levels
// above that the path does not fix, and those that were asked for. What must be there and has no value is there empty.
// includefield=all adds what the index has of these levels and, from the metadata of a representative instance, their other
// standard attributes; of an instance it is everything.
class SearchResultWriter {
public:
    SearchResultWriter(SearchResource const& resource, Search const& search, std::string service_url);
    std::string json(Match const& match) const;
    void append_json(std::string& json, Match const& match) const;
    // The attributes of the index that `json` needs.
    std::vector<AttributeIndex> attributes_needed() const;
    // What a table of the matches shows: the attributes that every match has or may have, those asked for, and where to
    // retrieve it. Sequences are shown by their attributes only where these were asked for by path.
    std::vector<AttributePath> columns() const;

private:
    void ask(AttributePath const& path);
    void set_members();
    JsonDataset from_metadata(Match const& match) const;
    bool in_whole_metadata(Tag tag) const;

    enum class Source { required, if_present, character_set, availability, retrieve_url };
    struct Member {
        JsonMember const* json;
        Source source;
        AttributeIndex attribute;  // where it is one of the index
    };
    std::string_view text_of(Member const& member, Match const& match, std::string_view retrieve_url) const;

    Level level_;
    std::vector<AttributeIndex> required_;  // empty when absent
    std::vector<AttributeIndex> if_present_;
    std::vector<AttributePath> from_metadata_;  // asked for, not indexed
    AttributeSelection selection_;              // the same
    std::map<Tag, std::string> private_creators_;
    bool whole_metadata_;
    bool request_attributes_;
    std::string service_url_;
    std::vector<Member> members_;  // of every match, by tag
};

}  // namespace cassette::dicomweb
