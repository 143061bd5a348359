#include "dicomweb/dicom_xml_reader.h"

#include "schema/tag.h"

#include <boost/json/array.hpp>
#include <boost/json/value.hpp>
#include <expat.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace cassette::dicomweb {

namespace {

namespace json = boost::json;

constexpr std::array<std::string_view, 5> name_components{"FamilyName", "GivenName", "MiddleName", "NamePrefix",
                                                          "NameSuffix"};
constexpr std::uint64_t values_max = 1'000'000;  // in one attribute: more is a `number` made up

// An attribute being read.
struct Attribute {
    Tag tag;
    std::string creator;
    json::object members;
    json::array values;
    bool has_values = false;
};

// A data set being read: the document, or an Item.
struct Dataset {
    json::object attributes;
    std::vector<std::pair<Tag, std::string>> creators = {};  // Private Creator elements (PS3.5 7.8.1)
    std::vector<Attribute> foreign = {};                     // that name their creator
};

std::string_view text_of(json::object const& attribute) {
    auto const* values = attribute.if_contains("Value");
    if (values == nullptr || !values->is_array() || values->get_array().empty()) return {};
    auto const* text = values->get_array().front().if_string();
    return text != nullptr ? std::string_view{text->data(), text->size()} : std::string_view{};
}

bool is_creator(Tag tag) { return tag.is_private() && tag.element >= 0x10 && tag.element <= 0xFF; }

std::uint16_t block_of(Tag tag) { return static_cast<std::uint16_t>(tag.element >> 8); }

bool is_taken(Dataset const& dataset, Tag creator) {
    return std::ranges::any_of(dataset.creators, [&](auto const& known) { return known.first == creator; });
}

// The block of a creator in a group: the one it has, the one that was asked for, or the next one free.
std::optional<Tag> creator_element(Dataset& dataset, Tag wanted, std::string const& creator) {
    for (auto const& [tag, name] : dataset.creators)
        if (tag.group == wanted.group && name == creator) return tag;
    Tag found{wanted.group, block_of(wanted)};
    if (found.element < 0x10 || is_taken(dataset, found)) found.element = 0x10;
    while (found.element <= 0xFF && is_taken(dataset, found)) ++found.element;
    if (found.element > 0xFF) return std::nullopt;
    dataset.creators.emplace_back(found, creator);
    dataset.attributes[to_hex(found)] = json::object{{"vr", "LO"}, {"Value", json::array{creator}}};
    return found;
}

bool place_foreign(Dataset& dataset) {
    for (auto& attribute : dataset.foreign) {
        auto const creator = creator_element(dataset, attribute.tag, attribute.creator);
        if (!creator) return false;
        auto const low = static_cast<std::uint16_t>(attribute.tag.element & 0xFFU);
        auto const element = static_cast<std::uint16_t>(creator->element << 8 | low);
        dataset.attributes[to_hex({attribute.tag.group, element})] = std::move(attribute.members);
    }
    return true;
}

using XmlAttributes = XML_Char const**;

std::string_view attribute_of(XmlAttributes attributes, std::string_view name) {
    for (; *attributes != nullptr; attributes += 2)
        if (name == attributes[0]) return attributes[1];
    return {};
}

// What an element of the model may lie in.
enum class Place { document, dataset, attribute, person_name, name_group, text };

// Follows Expat's events. Element names come without their namespace.
class ModelReader {
public:
    explicit ModelReader(MetadataLimits const& limits) : limits_{limits} {}

    bool start(std::string_view name, XmlAttributes attributes) {
        text_.clear();
        switch (places_.empty() ? Place::document : places_.back()) {
            case Place::document: return places_.empty() && start_document(name);
            case Place::dataset: return name == "DicomAttribute" && start_attribute(attributes);
            case Place::attribute: return start_in_attribute(name, attributes);
            case Place::person_name: return start_name_group(name);
            case Place::name_group: return start_component(name);
            case Place::text: return false;
        }
        return false;
    }

    bool end(std::string_view name) {
        auto const place = places_.back();
        places_.pop_back();
        switch (place) {
            case Place::document: return false;
            case Place::dataset: return name == "Item" ? end_item() : place_foreign(datasets_.back());
            case Place::attribute: return end_attribute();
            case Place::person_name: return add_value(std::move(name_));
            case Place::name_group: return end_name_group(name);
            case Place::text: return end_text(name);
        }
        return false;
    }

    void characters(std::string_view text) {
        if (!places_.empty() && places_.back() == Place::text) text_ += text;
    }

    std::optional<json::object> result() {
        if (datasets_.size() != 1 || !places_.empty()) return std::nullopt;
        return std::move(datasets_.front().attributes);
    }

private:
    bool start_document(std::string_view name) {
        if (name != "NativeDicomModel" || !datasets_.empty()) return false;
        datasets_.emplace_back();
        places_.push_back(Place::dataset);
        return true;
    }

    bool start_attribute(XmlAttributes attributes) {
        auto const tag = parse_tag(attribute_of(attributes, "tag"));
        auto const vr = attribute_of(attributes, "vr");
        if (!tag) return false;
        Attribute attribute{*tag, std::string{attribute_of(attributes, "privateCreator")}, {}, {}};
        if (!vr.empty()) attribute.members["vr"] = vr;
        attributes_.push_back(std::move(attribute));
        places_.push_back(Place::attribute);
        return true;
    }

    bool start_in_attribute(std::string_view name, XmlAttributes attributes) {
        if (name == "BulkData") return start_bulk_data(attributes);
        if (name == "InlineBinary") return start_text();
        if (!start_numbered(attribute_of(attributes, "number"))) return false;
        if (name == "Value") return start_text();
        if (name == "Item") return start_item();
        if (name != "PersonName") return false;
        name_ = {};
        places_.push_back(Place::person_name);
        return true;
    }

    // `number` counts from 1; values that are left out are empty ones (PS3.19 Table A.1.5-2).
    bool start_numbered(std::string_view text) {
        auto& values = attributes_.back().values;
        std::uint64_t number = values.size() + 1;
        auto const end = std::from_chars(text.data(), text.data() + text.size(), number).ptr;
        if (end != text.data() + text.size() || number <= values.size() || number > values_max) return false;
        if (number - values.size() > 1 && (empty_values_ += number - values.size()) > values_max) return false;
        while (values.size() + 1 < number) values.emplace_back(nullptr);
        return true;
    }

    bool start_bulk_data(XmlAttributes attributes) {
        auto uri = attribute_of(attributes, "uri");
        if (uri.empty()) uri = attribute_of(attributes, "uuid");
        attributes_.back().members["BulkDataURI"] = uri;
        places_.push_back(Place::text);
        return !uri.empty();
    }

    bool start_text() {
        places_.push_back(Place::text);
        return true;
    }

    bool start_item() {
        if (datasets_.size() > limits_.depth_max) return false;
        datasets_.emplace_back();
        places_.push_back(Place::dataset);
        return true;
    }

    bool start_name_group(std::string_view name) {
        components_ = {};
        places_.push_back(Place::name_group);
        return name == "Alphabetic" || name == "Ideographic" || name == "Phonetic";
    }

    bool start_component(std::string_view name) {
        places_.push_back(Place::text);
        return std::ranges::find(name_components, name) != name_components.end();
    }

    bool end_text(std::string_view name) {
        auto const* component = std::ranges::find(name_components, name);
        bool const in_name = !places_.empty() && places_.back() == Place::name_group;
        if (in_name) {
            components_[static_cast<std::size_t>(component - name_components.begin())] = std::move(text_);
            return true;
        }
        if (name == "BulkData") return true;
        if (name == "Value") return add_value(json::string{text_});
        attributes_.back().members["InlineBinary"] = text_;
        return true;
    }

    bool end_name_group(std::string_view name) {
        std::string group;
        for (auto const& component : components_) group += component + '^';
        while (group.ends_with('^')) group.pop_back();
        name_[name] = group;
        return true;
    }

    bool end_item() {
        auto& item = datasets_.back();
        if (!place_foreign(item)) return false;
        auto attributes = std::move(item.attributes);
        datasets_.pop_back();
        return add_value(std::move(attributes));
    }

    bool add_value(json::value value) {
        attributes_.back().values.push_back(std::move(value));
        attributes_.back().has_values = true;
        return true;
    }

    bool end_attribute() {
        auto attribute = std::move(attributes_.back());
        attributes_.pop_back();
        if (attribute.has_values) attribute.members["Value"] = std::move(attribute.values);
        auto& dataset = datasets_.back();
        if (attribute.tag.is_private() && !attribute.creator.empty()) {
            dataset.foreign.push_back(std::move(attribute));
            return true;
        }
        if (is_creator(attribute.tag))
            dataset.creators.emplace_back(attribute.tag, std::string{text_of(attribute.members)});
        dataset.attributes[to_hex(attribute.tag)] = std::move(attribute.members);
        return true;
    }

    MetadataLimits limits_;
    std::vector<Place> places_;
    std::vector<Dataset> datasets_;
    std::vector<Attribute> attributes_;
    json::object name_;
    std::array<std::string, 5> components_;
    std::string text_;
    std::uint64_t empty_values_ = 0;
};

struct FreeParser {
    void operator()(XML_Parser parser) const noexcept { XML_ParserFree(parser); }
};
using Parser = std::unique_ptr<std::remove_pointer_t<XML_Parser>, FreeParser>;

// What Expat calls; the first refusal stops it.
struct Session {
    XML_Parser parser;
    ModelReader reader;
    bool refused = false;  // Expat may still tell of an element that it had begun

    void check(bool accepted) {
        if (accepted) return;
        refused = true;
        (void)XML_StopParser(parser, XML_FALSE);
    }
};

// Expat joins namespace and name by this character.
constexpr XML_Char separator = '\n';

std::string_view local_name(XML_Char const* name) {
    std::string_view const text{name};
    auto const at = text.rfind(separator);
    return at == std::string_view::npos ? text : text.substr(at + 1);
}

void on_start(void* data, XML_Char const* name, XML_Char const** attributes) {
    auto& session = *static_cast<Session*>(data);
    if (!session.refused) session.check(session.reader.start(local_name(name), attributes));
}

void on_end(void* data, XML_Char const* name) {
    auto& session = *static_cast<Session*>(data);
    if (!session.refused) session.check(session.reader.end(local_name(name)));
}

void on_characters(void* data, XML_Char const* text, int length) {
    static_cast<Session*>(data)->reader.characters({text, static_cast<std::size_t>(length)});
}

void on_doctype(void* data, XML_Char const*, XML_Char const*, XML_Char const*, int) {
    static_cast<Session*>(data)->check(false);
}

}  // namespace

Result<json::object> read_xml_instance(std::string_view text, MetadataLimits const& limits) {
    Failure const failure = fail(ErrorCode::malformed, "not metadata in the Native DICOM Model (PS3.19 A.1)");
    Parser const parser{XML_ParserCreateNS(nullptr, separator)};
    if (!parser) return fail(ErrorCode::out_of_resources, "no memory for XML");
    if (text.size() > static_cast<std::size_t>(std::numeric_limits<int>::max())) return failure;
    Session session{parser.get(), ModelReader{limits}};
    XML_SetUserData(parser.get(), &session);
    XML_SetElementHandler(parser.get(), on_start, on_end);
    XML_SetCharacterDataHandler(parser.get(), on_characters);
    XML_SetStartDoctypeDeclHandler(parser.get(), on_doctype);
    if (XML_Parse(parser.get(), text.data(), static_cast<int>(text.size()), XML_TRUE) != XML_STATUS_OK) return failure;
    auto object = session.reader.result();
    if (!object) return failure;
    return *std::move(object);
}

}  // namespace cassette::dicomweb
