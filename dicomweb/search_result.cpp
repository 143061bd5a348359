#include "dicomweb/search_result.h"

#include "dicomweb/attribute_dictionary.h"
#include "dicomweb/attribute_level.h"
#include "dicomweb/resource.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>

namespace cassette::dicomweb {

namespace {

constexpr Tag specific_character_set{0x0008, 0x0005};
constexpr Tag instance_availability{0x0008, 0x0056};
constexpr Tag retrieve_url_tag{0x0008, 0x1190};
constexpr Tag study_instance_uid{0x0020, 0x000D};
constexpr Tag series_instance_uid{0x0020, 0x000E};
constexpr Tag sop_instance_uid{0x0008, 0x0018};
constexpr Tag request_attributes_sequence{0x0040, 0x0275};
constexpr Tag scheduled_procedure_step_id{0x0040, 0x0009};
constexpr Tag requested_procedure_id{0x0040, 0x1001};

enum class Presence { required, if_present };

struct DefaultAttribute {
    Level level;
    Tag tag;
    Presence presence;
};

// PS3.18 Tables 10.6.3-3 to 10.6.3-5, and what viewers show without asking for it. Besides these every match has Specific
// Character Set, Instance Availability and Retrieve URL, and a series its Request Attributes Sequence.
constexpr std::array<DefaultAttribute, 39> default_attributes{{
    {Level::study, {0x0008, 0x0020}, Presence::required},       // Study Date
    {Level::study, {0x0008, 0x0030}, Presence::required},       // Study Time
    {Level::study, {0x0008, 0x0050}, Presence::required},       // Accession Number
    {Level::study, {0x0008, 0x0061}, Presence::required},       // Modalities in Study
    {Level::study, {0x0008, 0x0062}, Presence::if_present},     // SOP Classes in Study
    {Level::study, {0x0008, 0x0090}, Presence::required},       // Referring Physician's Name
    {Level::study, {0x0008, 0x0201}, Presence::required},       // Timezone Offset From UTC
    {Level::study, {0x0008, 0x1030}, Presence::required},       // Study Description
    {Level::study, {0x0010, 0x0010}, Presence::required},       // Patient's Name
    {Level::study, {0x0010, 0x0020}, Presence::required},       // Patient ID
    {Level::study, {0x0010, 0x0021}, Presence::if_present},     // Issuer of Patient ID
    {Level::study, {0x0010, 0x0030}, Presence::required},       // Patient's Birth Date
    {Level::study, {0x0010, 0x0040}, Presence::required},       // Patient's Sex
    {Level::study, {0x0020, 0x000D}, Presence::required},       // Study Instance UID
    {Level::study, {0x0020, 0x0010}, Presence::required},       // Study ID
    {Level::study, {0x0020, 0x1206}, Presence::required},       // Number of Study Related Series
    {Level::study, {0x0020, 0x1208}, Presence::required},       // Number of Study Related Instances
    {Level::series, {0x0008, 0x0021}, Presence::if_present},    // Series Date
    {Level::series, {0x0008, 0x0031}, Presence::if_present},    // Series Time
    {Level::series, {0x0008, 0x0060}, Presence::required},      // Modality
    {Level::series, {0x0008, 0x0201}, Presence::required},      // Timezone Offset From UTC
    {Level::series, {0x0008, 0x103E}, Presence::required},      // Series Description
    {Level::series, {0x0018, 0x0015}, Presence::if_present},    // Body Part Examined
    {Level::series, {0x0020, 0x000D}, Presence::required},      // Study Instance UID
    {Level::series, {0x0020, 0x000E}, Presence::required},      // Series Instance UID
    {Level::series, {0x0020, 0x0011}, Presence::required},      // Series Number
    {Level::series, {0x0020, 0x1209}, Presence::required},      // Number of Series Related Instances
    {Level::series, {0x0040, 0x0244}, Presence::required},      // Performed Procedure Step Start Date
    {Level::series, {0x0040, 0x0245}, Presence::required},      // Performed Procedure Step Start Time
    {Level::instance, {0x0008, 0x0016}, Presence::required},    // SOP Class UID
    {Level::instance, {0x0008, 0x0018}, Presence::required},    // SOP Instance UID
    {Level::instance, {0x0008, 0x0201}, Presence::required},    // Timezone Offset From UTC
    {Level::instance, {0x0008, 0x3002}, Presence::required},    // Available Transfer Syntax UID
    {Level::instance, {0x0020, 0x0013}, Presence::required},    // Instance Number
    {Level::instance, {0x0028, 0x0008}, Presence::if_present},  // Number of Frames
    {Level::instance, {0x0028, 0x0010}, Presence::if_present},  // Rows
    {Level::instance, {0x0028, 0x0011}, Presence::if_present},  // Columns
    {Level::instance, {0x0028, 0x0100}, Presence::if_present},  // Bits Allocated
    {Level::instance, {0x0020, 0x000E}, Presence::required},    // Series Instance UID
}};

// Attributes of the levels above come along unless the path fixes the study or series that they describe.
bool covers(SearchResource const& resource, Level level) {
    if (level == resource.level) return true;
    if (level > resource.level) return false;
    return level == Level::series ? !resource.series : !resource.study;
}

// The attributes of the index, by their position.
std::vector<JsonMember> const& indexed_members() {
    static std::vector<JsonMember> const all = [] {
        std::vector<JsonMember> members;
        for (auto const& attribute : attributes()) members.emplace_back(attribute.tag, attribute.vr);
        return members;
    }();
    return all;
}

void add_once(std::vector<AttributeIndex>& positions, AttributeIndex position) {
    if (std::ranges::find(positions, position) == positions.end()) positions.push_back(position);
}

std::string const& value_of(Match const& match, Tag tag) { return match.values[attribute_at(tag)]; }

std::string retrieve_url_of(Match const& match, Level level, std::string_view service_url) {
    std::string_view const series =
        level >= Level::series ? std::string_view{value_of(match, series_instance_uid)} : std::string_view{};
    std::string_view const instance =
        level == Level::instance ? std::string_view{value_of(match, sop_instance_uid)} : std::string_view{};
    return retrieve_url(service_url, value_of(match, study_instance_uid), series, instance);
}

// Indexed by themselves, but attributes of the items of Request Attributes Sequence.
bool is_of_request(Tag tag) { return tag == scheduled_procedure_step_id || tag == requested_procedure_id; }

std::string request_attributes(Match const& match) {
    JsonDataset item;
    auto const& step = value_of(match, scheduled_procedure_step_id);
    auto const& procedure = value_of(match, requested_procedure_id);
    if (step.empty() && procedure.empty()) return json_sequence({});
    if (!step.empty()) item.set(scheduled_procedure_step_id, "SH", step);
    if (!procedure.empty()) item.set(requested_procedure_id, "SH", procedure);
    return json_sequence({item.str()});
}

// The first value of an attribute of the DICOM JSON Model, of a text VR; "" when there is none.
std::string first_text(std::string_view attribute) {
    std::string text;
    (void)for_each_member(attribute, [&](std::string_view name, std::string_view value) {
        if (name != "Value") return;
        (void)for_each_element(value, [&](std::string_view element) {
            if (text.empty() && element.size() >= 2 && element.front() == '"')
                text = element.substr(1, element.size() - 2);
        });
    });
    return text;
}

// The tags that private elements of a data set have in the answer: blocks are those that the request gave their creators, as
// far as it names creators (PS3.5 7.8.1).
class PrivateBlocks {
public:
    PrivateBlocks(std::map<Tag, std::string> const& asked, std::string_view metadata) {
        if (asked.empty()) return;
        (void)for_each_member(metadata, [&](std::string_view name, std::string_view value) {
            auto const tag = parse_tag(name);
            if (!tag || !is_private_creator(*tag)) return;
            auto const creator = first_text(value);
            for (auto const& [asked_tag, asked_creator] : asked) {
                if (asked_tag.group != tag->group) continue;
                blocks_.try_emplace(*tag, nobody);
                if (asked_creator == creator) blocks_[*tag] = asked_tag;
            }
        });
    }

    Tag as_asked(Tag tag) const {
        bool const in_block = is_in_private_block(tag);
        auto const block = blocks_.find(in_block ? creator_of(tag) : tag);
        if (block == blocks_.end()) return tag;
        if (!in_block || block->second == nobody) return block->second;
        auto const element = (block->second.element << 8) | (tag.element & 0xFF);
        return {tag.group, static_cast<std::uint16_t>(element)};
    }

private:
    static constexpr Tag nobody{};  // the block of a creator that the request did not name in this group

    std::map<Tag, Tag> blocks_;
};

}  // namespace

SearchResultWriter::SearchResultWriter(SearchResource const& resource, Search const& search, std::string service_url)
    : level_{resource.level},
      private_creators_{search.private_creators},
      whole_metadata_{search.query.include_all},
      request_attributes_{resource.level >= Level::series && covers(resource, Level::series)},
      service_url_{std::move(service_url)} {
    for (auto const& [level, tag, presence] : default_attributes) {
        if (!covers(resource, level)) continue;
        add_once(presence == Presence::required ? required_ : if_present_, attribute_at(tag));
    }
    // The UIDs that name a match are there whatever the path says.
    add_once(required_, attribute_at(study_instance_uid));
    for (auto const& path : search.asked) ask(path);
    if (request_attributes_ && selection_.contains(request_attributes_sequence)) {
        selection_.add({{request_attributes_sequence}, scheduled_procedure_step_id});
        selection_.add({{request_attributes_sequence}, requested_procedure_id});
    }
    for (AttributeIndex i = 0; whole_metadata_ && i < attributes().size(); ++i)
        if (attributes()[i].level <= level_ && !is_of_request(attributes()[i].tag)) add_once(if_present_, i);
    set_members();
}

void SearchResultWriter::ask(AttributePath const& path) {
    auto const index = path.sequences.empty() ? find_attribute(path.tag) : std::nullopt;
    if (index) return add_once(required_, *index);
    from_metadata_.push_back(path);
    selection_.add(path);
}

std::vector<AttributePath> SearchResultWriter::columns() const {
    std::vector<AttributeIndex> positions = required_;
    for (auto const position : if_present_) add_once(positions, position);
    std::ranges::sort(positions);
    std::vector<AttributePath> columns;
    auto const add = [&](AttributePath path) {
        if (std::ranges::find(columns, path) == columns.end()) columns.push_back(std::move(path));
    };
    for (auto const position : positions) add({{}, attributes()[position].tag});
    if (request_attributes_) {
        add({{request_attributes_sequence}, scheduled_procedure_step_id});
        add({{request_attributes_sequence}, requested_procedure_id});
    }
    for (auto const& path : from_metadata_) add(path);
    add({{}, instance_availability});
    add({{}, retrieve_url_tag});
    return columns;
}

// What is always told goes before what the index has under the same tag, and that which must be there before the rest.
void SearchResultWriter::set_members() {
    static JsonMember const character_set{specific_character_set, "CS"};
    static JsonMember const availability{instance_availability, "CS"};
    static JsonMember const url{retrieve_url_tag, "UR"};
    members_.reserve(required_.size() + if_present_.size() + 3);
    members_.push_back({&character_set, Source::character_set, 0});
    members_.push_back({&availability, Source::availability, 0});
    members_.push_back({&url, Source::retrieve_url, 0});
    for (auto const position : required_)
        members_.push_back({&indexed_members()[position], Source::required, position});
    for (auto const position : if_present_)
        members_.push_back({&indexed_members()[position], Source::if_present, position});
    auto const tag_of = [](Member const& member) { return member.json->tag(); };
    std::ranges::stable_sort(members_, {}, tag_of);
    auto const same_tag = [&](Member const& a, Member const& b) { return tag_of(a) == tag_of(b); };
    members_.erase(std::unique(members_.begin(), members_.end(), same_tag), members_.end());
}

std::vector<AttributeIndex> SearchResultWriter::attributes_needed() const {
    std::vector<AttributeIndex> needed{attribute_at(study_instance_uid)};
    if (level_ >= Level::series) needed.push_back(attribute_at(series_instance_uid));
    if (level_ == Level::instance) needed.push_back(attribute_at(sop_instance_uid));
    if (request_attributes_) {
        needed.push_back(attribute_at(scheduled_procedure_step_id));
        needed.push_back(attribute_at(requested_procedure_id));
    }
    for (auto const position : required_) add_once(needed, position);
    for (auto const position : if_present_) add_once(needed, position);
    return needed;
}

bool SearchResultWriter::in_whole_metadata(Tag tag) const {
    return whole_metadata_ && (level_ == Level::instance || (!tag.is_private() && entity_level(tag) <= level_));
}

JsonDataset SearchResultWriter::from_metadata(Match const& match) const {
    JsonDataset dataset;
    for (auto const& path : from_metadata_) {
        auto const tag = path.outermost();
        bool const told = tag.is_private() || tag == request_attributes_sequence;
        if (!told) dataset.set(tag, path.sequences.empty() ? vr_of(tag) : "SQ", "");
    }
    if (match.metadata.empty()) return dataset;
    PrivateBlocks const blocks{private_creators_, match.metadata};
    // Metadata that cannot be read costs the match these attributes, not the match.
    (void)for_each_member(match.metadata, [&](std::string_view name, std::string_view value) {
        auto const tag = parse_tag(name);
        if (!tag) return;
        auto const asked = blocks.as_asked(*tag);
        if (in_whole_metadata(*tag))
            dataset.set(*tag, std::string{value});
        else if (selection_.contains(asked))
            dataset.set(asked, selection_.reduced(asked, value));
    });
    return dataset;
}

std::string_view SearchResultWriter::text_of(Member const& member, Match const& match,
                                             std::string_view retrieve_url) const {
    switch (member.source) {
        case Source::required:
        case Source::if_present: return match.values[member.attribute];
        case Source::character_set: return "ISO_IR 192";
        case Source::availability: return "ONLINE";
        case Source::retrieve_url: return retrieve_url;
    }
    return {};
}

std::string SearchResultWriter::json(Match const& match) const {
    constexpr std::size_t usual_size = 2048;
    std::string json;
    json.reserve(usual_size);
    append_json(json, match);
    return json;
}

void SearchResultWriter::append_json(std::string& json, Match const& match) const {
    auto others = from_metadata(match);
    if (request_attributes_ && !others.has(request_attributes_sequence))
        others.set(request_attributes_sequence, request_attributes(match));
    auto const url = retrieve_url_of(match, level_, service_url_);
    auto const first = json.size();
    auto other = others.attributes().begin();
    auto const append_others = [&](std::optional<Tag> end) {
        for (; other != others.attributes().end() && (!end || other->first < *end); ++other)
            json.append(",\"").append(to_hex(other->first)).append("\":").append(other->second);
    };
    for (auto const& member : members_) {
        auto const value = text_of(member, match, url);
        if (value.empty() && member.source == Source::if_present) continue;
        auto const tag = member.json->tag();
        append_others(tag);
        if (other != others.attributes().end() && other->first == tag) ++other;
        json += ',';
        member.json->append_to(json, value);
    }
    append_others(std::nullopt);
    json[first] = '{';  // instead of a comma: there is always a first one
    json += '}';
}

}  // namespace cassette::dicomweb
