#include "dimse/item_writer.h"

#include "archive/query/matching_value.h"
#include "dimse/element_value.h"

#include <algorithm>
#include <string>
#include <utility>

namespace cassette::dimse {

namespace {

bool asks_for_all(DataElement const& key) { return key.items.empty() || key.items.front().empty(); }

bool asks(DataElements const& keys) {
    return std::ranges::any_of(keys, [](DataElement const& key) {
        return !key.value.empty() || (!key.items.empty() && asks(key.items.front()));
    });
}

bool matches_value(DataElement const& key, MetadataItem const& item) {
    auto const matching = matching_of_vr(key.vr);
    if (key.value.empty() || !matching) return true;
    SearchAttribute const attribute{{}, {}, key.tag, {}, key.vr, Level::instance, *matching};
    return value_matches(attribute, key.value, item.text_of(key.tag));
}

bool matches(DataElements const& keys, MetadataItem const& item) {
    return std::ranges::all_of(keys, [&](DataElement const& key) {
        if (key.vr != "SQ") return matches_value(key, item);
        if (asks_for_all(key) || !asks(key.items.front())) return true;
        auto const items = item.items_of(key.tag);
        return std::ranges::any_of(items, [&](MetadataItem const& inner) { return matches(key.items.front(), inner); });
    });
}

}  // namespace

std::optional<DataElement> ItemWriter::sequence(DataElement const& key, MetadataItem const& source) const {
    DataElement written{.tag = key.tag, .vr = "SQ"};
    bool const whole = asks_for_all(key);
    for (auto const& item : source.items_of(key.tag)) {
        if (!whole && returned_ == ReturnedItems::matching && !matches(key.items.front(), item)) continue;
        auto elements = whole ? everything(item) : selected(key.items.front(), item);
        if (!elements) return std::nullopt;
        written.items.push_back(std::move(*elements));
    }
    return written;
}

std::optional<DataElements> ItemWriter::selected(DataElements const& keys, MetadataItem const& item) const {
    DataElements elements;
    for (auto const& key : keys) {
        auto element = key.vr == "SQ" ? sequence(key, item) : value(key.tag, key.vr, item);
        if (!element) return std::nullopt;
        elements.push_back(std::move(*element));
    }
    return elements;
}

std::optional<DataElements> ItemWriter::everything(MetadataItem const& item) const {
    DataElements elements;
    for (auto const& [tag, vr] : item.elements()) {
        DataElement const all{.tag = tag, .vr = vr};
        auto element = vr == "SQ" ? sequence(all, item) : value(tag, vr, item);
        if (!element) return std::nullopt;
        elements.push_back(std::move(*element));
    }
    return elements;
}

std::optional<DataElement> ItemWriter::value(Tag tag, std::string const& vr, MetadataItem const& item) const {
    auto wire = wire_of(vr, item.text_of(tag), character_set_);
    if (!wire) return std::nullopt;
    return DataElement{.tag = tag, .vr = vr, .value = std::move(*wire)};
}

}  // namespace cassette::dimse
