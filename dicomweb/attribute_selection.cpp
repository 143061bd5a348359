#include "dicomweb/attribute_selection.h"

#include "dicomweb/dicom_json.h"

#include <cassert>
#include <vector>

namespace cassette::dicomweb {

void AttributeSelection::add(AttributePath const& path) {
    auto const tag = path.outermost();
    auto const [known, added] = attributes_.try_emplace(tag);
    if (is_in_private_block(tag)) attributes_.try_emplace(creator_of(tag));
    bool const whole_already = !added && known->second.empty();
    if (whole_already) return;
    if (path.sequences.empty()) {
        known->second = {};
        return;
    }
    known->second.add({{path.sequences.begin() + 1, path.sequences.end()}, path.tag});
}

std::string AttributeSelection::reduced(Tag tag, std::string_view attribute) const {
    assert(contains(tag));
    auto const& below = attributes_.at(tag);
    if (below.empty()) return std::string{attribute};
    std::vector<std::string> items;
    (void)for_each_member(attribute, [&](std::string_view name, std::string_view value) {
        if (name == "Value")
            (void)for_each_element(value, [&](std::string_view object) { items.push_back(below.item(object)); });
    });
    return json_sequence(items);
}

std::string AttributeSelection::item(std::string_view object) const {
    JsonDataset dataset;
    (void)for_each_member(object, [&](std::string_view name, std::string_view value) {
        auto const tag = parse_tag(name);
        if (tag && contains(*tag)) dataset.set(*tag, reduced(*tag, value));
    });
    return dataset.str();
}

}  // namespace cassette::dicomweb
