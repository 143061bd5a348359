#include "tests/support/native_model_checker.h"

#include "tests/support/xml_reader.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <span>
#include <vector>

namespace cassette::testing {

namespace {

constexpr std::array<std::string_view, 34> vrs{"AE", "AS", "AT", "CS", "DA", "DS", "DT", "FD", "FL", "IS", "LO", "LT",
                                               "OB", "OD", "OF", "OL", "OV", "OW", "PN", "SH", "SL", "SQ", "SS", "ST",
                                               "SV", "TM", "UC", "UI", "UL", "UN", "UR", "US", "UT", "UV"};
constexpr std::array<std::string_view, 3> groups{"Alphabetic", "Ideographic", "Phonetic"};
constexpr std::array<std::string_view, 5> components{"FamilyName", "GivenName", "MiddleName", "NamePrefix",
                                                     "NameSuffix"};

bool is_tag(std::string_view text) {
    auto const digit = [](char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'F'); };
    return text.size() == 8 && std::ranges::all_of(text, digit);
}

bool is_private(std::string_view tag) { return std::string_view{"13579BDF"}.find(tag[3]) != std::string_view::npos; }

std::string attribute_of(XmlElement const& element, std::string const& name) {
    auto const found = element.attributes.find(name);
    return found == element.attributes.end() ? "" : found->second;
}

// The element that an attribute of this VR has for its values.
std::string_view value_element(std::string_view vr) {
    if (vr == "SQ") return "Item";
    if (vr == "PN") return "PersonName";
    bool const binary = vr == "UN" || (vr[0] == 'O' && vr.size() == 2);
    return binary ? "InlineBinary" : "Value";
}

class Checker {
public:
    std::string report;

    void dataset(XmlElement const& element, std::string const& path) {
        if (has_text(element)) say(path, "has text beside its elements");
        for (auto const& child : element.children) {
            if (child.name == "DicomAttribute")
                attribute(child, path + attribute_of(child, "tag"));
            else
                say(path, "has an element " + child.name);
        }
    }

    void say(std::string const& where, std::string const& what) {
        constexpr int shown_max = 10;
        if (problems_++ < shown_max) report += where + " " + what + "\n";
    }

private:
    static bool has_text(XmlElement const& element) {
        return element.text.find_first_not_of(" \t\r\n") != std::string::npos;
    }

    void only_attributes(XmlElement const& element, std::span<std::string_view const> allowed,
                         std::string const& here) {
        for (auto const& [name, value] : element.attributes)
            if (std::ranges::find(allowed, name) == allowed.end()) say(here, "has an unknown attribute " + name);
    }

    void attribute(XmlElement const& element, std::string const& here) {
        constexpr std::array<std::string_view, 4> allowed{"tag", "vr", "keyword", "privateCreator"};
        only_attributes(element, allowed, here);
        auto const tag = attribute_of(element, "tag");
        auto const vr = attribute_of(element, "vr");
        if (!is_tag(tag)) return say(here, "has no tag of eight upper-case hexadecimal digits");
        if (std::ranges::find(vrs, vr) == vrs.end()) return say(here, "has no vr");
        bool const creator = element.attributes.contains("privateCreator");
        if (creator && (!is_private(tag) || tag.substr(4, 2) != "00"))
            say(here, "has a privateCreator without being gggg00ee");
        if (is_private(tag) && element.attributes.contains("keyword")) say(here, "is private and has a keyword");
        if (has_text(element)) say(here, "has text beside its elements");
        values(element, value_element(vr), here);
    }

    void values(XmlElement const& element, std::string_view expected, std::string const& here) {
        int number = 0;
        for (auto const& child : element.children) {
            if (child.name == "BulkData" || child.name == "InlineBinary") {
                if (element.children.size() > 1) say(here, "has more than its " + child.name);
                binary(child, expected, here);
                continue;
            }
            if (child.name != expected) {
                say(here, "has an element " + child.name);
                continue;
            }
            number = numbered(child, number, here);
            value(child, here + "." + std::to_string(number) + ".");
        }
    }

    void binary(XmlElement const& child, std::string_view expected, std::string const& here) {
        constexpr std::array<std::string_view, 2> allowed{"uri", "uuid"};
        if (!child.children.empty()) say(here, "has elements within its " + child.name);
        if (child.name == "BulkData") {
            only_attributes(child, allowed, here);
            if (child.attributes.size() != 1) say(here, "has BulkData without one of uri and uuid");
            return;
        }
        if (expected != "InlineBinary") say(here, "has InlineBinary and is not binary");
        if (!child.attributes.empty()) say(here, "has attributes of InlineBinary");
        if (child.text.empty()) say(here, "has an empty InlineBinary");
    }

    // Its number, which is greater than that before: empty values may be left out.
    int numbered(XmlElement const& child, int before, std::string const& here) {
        constexpr std::array<std::string_view, 1> allowed{"number"};
        only_attributes(child, allowed, here);
        auto const text = attribute_of(child, "number");
        int number = 0;
        auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
        bool const whole = error == std::errc{} && end == text.data() + text.size();
        if (!whole || number <= before) say(here, "has values that are not numbered upwards from 1");
        return number;
    }

    void value(XmlElement const& child, std::string const& here) {
        if (child.name == "Item") return dataset(child, here);
        if (child.name == "PersonName") return person_name(child, here);
        if (!child.children.empty()) say(here, "has elements within a value");
    }

    void person_name(XmlElement const& element, std::string const& here) {
        in_order(element, groups, here);
        for (auto const& group : element.children) {
            in_order(group, components, here + group.name);
            for (auto const& component : group.children)
                if (!component.children.empty() || !component.attributes.empty())
                    say(here, "has a name component that is more than text");
        }
    }

    // The children are of these names, each once, in this order.
    void in_order(XmlElement const& element, std::span<std::string_view const> names, std::string const& here) {
        if (has_text(element)) say(here, "has text beside its elements");
        auto next = names.begin();
        for (auto const& child : element.children) {
            auto const found = std::find(next, names.end(), child.name);
            if (found == names.end()) return say(here, "has " + child.name + " where it may not be");
            next = found + 1;
        }
    }

    int problems_ = 0;
};

}  // namespace

std::string native_model_report(std::string_view xml) {
    auto const root = read_xml(xml);
    if (!root) return root.error().detail;
    Checker checker;
    if (root->name != "NativeDicomModel") checker.say(root->name, "is not NativeDicomModel");
    // In two halves: a check of comments cannot tell a namespace from a citation.
    if (attribute_of(*root, "xmlns") !=
        "http://dicom.nema"
        ".org/PS3.19/models/NativeDICOM")
        checker.say(root->name, "has another namespace");
    checker.dataset(*root, "");
    return checker.report;
}

}  // namespace cassette::testing
