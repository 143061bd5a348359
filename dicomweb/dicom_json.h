#pragma once

#include "schema/result.h"
#include "schema/tag.h"

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace cassette::dicomweb {

// One attribute of the DICOM JSON Model (PS3.18 F.2): {"vr":"LO","Value":["a","b"]}. `value` is UTF-8, several values
// separated by backslash as in schema's AttributeValues; without any it is {"vr":"LO"}. The result is always valid JSON in
// valid UTF-8: bytes that are not become U+FFFD. IS is a number, DS is one where a double holds it exactly; numbers that
// are not numbers stay strings.
[[nodiscard]] std::string json_attribute(std::string_view vr, std::string_view value);

// How values of a VR are written.
enum class JsonValueKind : std::uint8_t { text, single_text, person_name, integer, decimal, binary };

// An attribute that many data sets have, with its name: `"00080060":{"vr":"CS","Value":["CT"]}`. Its value is written as
// json_attribute does.
class JsonMember {
public:
    JsonMember(Tag tag, std::string_view vr);
    Tag tag() const { return tag_; }
    void append_to(std::string& json, std::string_view value) const;

private:
    Tag tag_;
    JsonValueKind kind_;
    std::string begin_;
    std::string begin_plain_;  // with what comes before the one value that most have
};
// {"vr":"SQ","Value":[{...},{...}]} from JSON objects.
[[nodiscard]] std::string json_sequence(std::vector<std::string> const& items);

// A data set, written in the order of its tags (PS3.18 F.2.2).
class JsonDataset {
public:
    void set(Tag tag, std::string attribute) { attributes_.insert_or_assign(tag, std::move(attribute)); }
    void set(Tag tag, std::string_view vr, std::string_view value) { set(tag, json_attribute(vr, value)); }
    bool has(Tag tag) const { return attributes_.contains(tag); }
    std::map<Tag, std::string> const& attributes() const { return attributes_; }
    std::string str() const;

private:
    std::map<Tag, std::string> attributes_;
};

// Visits the members of a JSON object without reading their values: the text of each is handed on as it stands, so that
// numbers keep their digits. ErrorCode::malformed for what is not a JSON object.
using MemberVisitor = std::function<void(std::string_view name, std::string_view value)>;
[[nodiscard]] Result<void> for_each_member(std::string_view object, MemberVisitor const& visit);
// The same for the elements of a JSON array.
using ElementVisitor = std::function<void(std::string_view value)>;
[[nodiscard]] Result<void> for_each_element(std::string_view array, ElementVisitor const& visit);

}  // namespace cassette::dicomweb
