#include "dicomweb/attribute_path.h"

#include "dicomweb/attribute_dictionary.h"

namespace cassette::dicomweb {

namespace {

std::optional<Tag> parse_attribute_id(std::string_view text) {
    if (auto const tag = parse_tag(text)) return tag;
    return find_tag(text);
}

// What the dictionary does not know may be a sequence.
bool may_be_sequence(Tag tag) {
    auto const vr = vr_of(tag);
    return vr == "SQ" || vr == "UN";
}

std::string to_text(Tag tag) {
    auto const keyword = keyword_of(tag);
    return find_tag(keyword) == tag ? keyword : to_hex(tag);
}

}  // namespace

std::optional<AttributePath> parse_attribute_path(std::string_view text) {
    AttributePath path;
    while (true) {
        auto const dot = text.find('.');
        auto const tag = parse_attribute_id(text.substr(0, dot));
        if (!tag) return std::nullopt;
        if (dot == std::string_view::npos) {
            path.tag = *tag;
            return path;
        }
        if (!may_be_sequence(*tag)) return std::nullopt;
        path.sequences.push_back(*tag);
        text.remove_prefix(dot + 1);
    }
}

std::string to_text(AttributePath const& path) {
    std::string text;
    for (auto const tag : path.sequences) text += to_text(tag) + '.';
    return text + to_text(path.tag);
}

bool is_private_creator(Tag tag) { return tag.is_private() && tag.element >= 0x10 && tag.element <= 0xFF; }

bool is_in_private_block(Tag tag) { return tag.is_private() && tag.element >= 0x1000; }

Tag creator_of(Tag tag) { return {tag.group, static_cast<std::uint16_t>(tag.element >> 8)}; }

}  // namespace cassette::dicomweb
