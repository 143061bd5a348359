#include "dicomweb/dicom_xml.h"

#include "dicomweb/attribute_dictionary.h"
#include "dicomweb/attribute_path.h"
#include "dicomweb/exact_json.h"
#include "schema/tag.h"

#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace cassette::dicomweb {

namespace {

namespace json = boost::json;

// XML 1.0 has no way to write the other controls, not even escaped (2.2).
bool is_xml_character(char c) { return static_cast<unsigned char>(c) >= 0x20 || c == '\t' || c == '\n' || c == '\r'; }

// U+FFFE and U+FFFF are no characters (XML 1.0 2.2).
bool is_no_character(std::string_view text) {
    return text.starts_with("\xEF\xBF\xBE") || text.starts_with("\xEF\xBF\xBF");
}

std::string escaped(std::string_view text) {
    std::string xml;
    for (std::size_t i = 0; i < text.size(); ++i) {
        char const c = text[i];
        if (is_no_character(text.substr(i)))
            i += 2;
        else if (c == '&')
            xml += "&amp;";
        else if (c == '<')
            xml += "&lt;";
        else if (c == '>')
            xml += "&gt;";
        else if (c == '"')
            xml += "&quot;";
        else if (c == '\r')
            xml += "&#13;";
        else if (is_xml_character(c))
            xml += c;
    }
    return xml;
}

template <class Number>
std::string digits_of(Number number) {
    std::array<char, 64> text{};
    auto const end = std::to_chars(text.data(), text.data() + text.size(), number).ptr;
    return {text.data(), end};
}

std::string text_of(json::value const& value) {
    if (auto const* text = value.if_string()) return escaped(*text);
    if (auto const* number = value.if_int64()) return digits_of(*number);
    if (auto const* number = value.if_uint64()) return digits_of(*number);
    if (auto const* number = value.if_double()) return digits_of(*number);
    return {};
}

std::string open_numbered(std::string_view element, std::size_t number) {
    return "<" + std::string{element} + " number=\"" + std::to_string(number) + "\">";
}

std::string close(std::string_view element) { return "</" + std::string{element} + ">"; }

// The components of PS3.5 6.2.1.1 in order, as PS3.19 Table A.1.5-5 names them. Of a name with more than there may be, the last
// has the rest.
std::string name_group(std::string_view group, std::string_view value) {
    static constexpr std::array<std::string_view, 5> components{"FamilyName", "GivenName", "MiddleName", "NamePrefix",
                                                                "NameSuffix"};
    auto xml = "<" + std::string{group} + ">";
    for (auto const component : components) {
        auto const text = component == components.back() ? value : value.substr(0, value.find('^'));
        value.remove_prefix(std::min(value.size(), text.size() + 1));
        if (!text.empty()) xml.append("<").append(component).append(">").append(escaped(text)).append(close(component));
    }
    return xml + close(group);
}

std::string person_name(json::value const& value, std::size_t number) {
    auto xml = open_numbered("PersonName", number);
    auto const* groups = value.if_object();
    for (auto const* group : {"Alphabetic", "Ideographic", "Phonetic"}) {
        auto const* text = groups != nullptr ? groups->if_contains(group) : nullptr;
        if (text != nullptr && text->is_string()) xml += name_group(group, text->get_string());
    }
    return xml + close("PersonName");
}

std::string dataset(json::object const& attributes);

std::string item(json::value const& value, std::size_t number) {
    auto const* attributes = value.if_object();
    return open_numbered("Item", number) + (attributes != nullptr ? dataset(*attributes) : "") + close("Item");
}

std::string value_element(std::string_view vr, json::value const& value, std::size_t number) {
    if (vr == "SQ") return item(value, number);
    if (vr == "PN") return person_name(value, number);
    return open_numbered("Value", number) + text_of(value) + close("Value");
}

std::string values(std::string_view vr, json::object const& attribute) {
    if (auto const* uri = attribute.if_contains("BulkDataURI")) return "<BulkData uri=\"" + text_of(*uri) + "\"/>";
    if (auto const* binary = attribute.if_contains("InlineBinary"))
        return "<InlineBinary>" + text_of(*binary) + close("InlineBinary");
    auto const* list = attribute.if_contains("Value");
    std::string xml;
    if (list == nullptr || !list->is_array()) return xml;
    std::size_t number = 0;
    for (auto const& value : list->get_array()) {
        ++number;  // counts what is empty and left out, too
        if (!value.is_null()) xml += value_element(vr, value, number);
    }
    return xml;
}

std::string attribute_element(std::string_view tag, std::string_view creator, json::object const& attribute) {
    auto const* name = attribute.if_contains("vr");
    std::string const vr = name != nullptr ? text_of(*name) : "UN";
    auto const parsed = parse_tag(tag);
    auto const keyword = parsed && !parsed->is_private() ? keyword_of(*parsed) : "";
    // PS3.19 Table A.1.5-2: with its creator, the tag of a private element is gggg00ee.
    auto const shown =
        creator.empty() ? std::string{tag} : std::string{tag.substr(0, 4)} + "00" + std::string{tag.substr(6)};
    auto xml = "<DicomAttribute tag=\"" + escaped(shown) + "\" vr=\"" + vr + "\"";
    if (!keyword.empty()) xml += " keyword=\"" + keyword + "\"";
    if (!creator.empty()) xml += " privateCreator=\"" + escaped(creator) + "\"";
    auto const content = values(vr, attribute);
    return content.empty() ? xml + "/>" : xml + ">" + content + close("DicomAttribute");
}

// The Private Creator of an element, "" where it has none.
std::string_view creator_in(json::object const& attributes, std::string_view tag) {
    auto const parsed = parse_tag(tag);
    if (!parsed || !is_in_private_block(*parsed)) return {};
    auto const* element = attributes.if_contains(to_hex(creator_of(*parsed)));
    auto const* members = element != nullptr ? element->if_object() : nullptr;
    auto const* list = members != nullptr ? members->if_contains("Value") : nullptr;
    if (list == nullptr || !list->is_array() || list->get_array().empty()) return {};
    auto const* text = list->get_array()[0].if_string();
    return text != nullptr ? std::string_view{text->data(), text->size()} : std::string_view{};
}

std::string dataset(json::object const& attributes) {
    std::string xml;
    for (auto const& [tag, attribute] : attributes)
        if (auto const* members = attribute.if_object())
            xml += attribute_element(tag, creator_in(attributes, tag), *members);
    return xml;
}

}  // namespace

Result<std::string> native_dicom_model(std::string_view json_dataset) {
    constexpr std::size_t depth_max = 512;  // an item nests three deep, and ingest bounds the items
    auto const parsed = take_exact_json(json_dataset, depth_max);
    if (!parsed || !parsed->is_object()) return fail(ErrorCode::malformed, "not a DICOM JSON data set");
    // The name of the namespace, in two halves because a comment must not cite by URL and a check cannot tell them apart.
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
           "<NativeDicomModel xmlns=\"http://dicom.nema"
           ".org/PS3.19/models/NativeDICOM\" xml:space=\"preserve\">" +
        dataset(parsed->get_object()) + "</NativeDicomModel>\n";
}

}  // namespace cassette::dicomweb
