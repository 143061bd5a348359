#include "tools/search_settings.h"

#include "dicomweb/attribute_dictionary.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>

namespace cassette {

namespace {

Failure wrong(std::string_view key, std::string_view what) {
    return fail(ErrorCode::malformed, std::string{key} + ' ' + std::string{what});
}

std::string value_of(std::map<std::string, std::string> const& table, std::string const& key) {
    auto const found = table.find(key);
    return found == table.end() ? std::string{} : found->second;
}

std::optional<Level> level_named(std::string_view name) {
    constexpr std::array<std::pair<std::string_view, Level>, 4> levels{{{"patient", Level::patient},
                                                                        {"study", Level::study},
                                                                        {"series", Level::series},
                                                                        {"instance", Level::instance}}};
    auto const* const found = std::ranges::find(levels, name, &std::pair<std::string_view, Level>::first);
    if (found == levels.end()) return std::nullopt;
    return found->second;
}

// Tags and keywords, mixed as one likes.
Result<SearchPath> parse_keyword_path(std::string_view text) {
    std::string tags;
    while (true) {
        auto const dot = text.find('.');
        auto const part = text.substr(0, dot);
        auto const tag = parse_tag(part) ? parse_tag(part) : dicomweb::find_tag(part);
        if (!tag) return wrong("path", "names no attribute: " + std::string{part});
        tags += (tags.empty() ? "" : ".") + to_hex(*tag);
        if (dot == std::string_view::npos) break;
        text.remove_prefix(dot + 1);
    }
    auto path = parse_path(tags);
    return path ? std::move(path) : wrong("path", path.error().detail);
}

bool leads_on(Tag tag) { return tag.is_private() || dicomweb::vr_of(tag) == "SQ"; }

bool has_private_tags(SearchPath const& path) {
    return path.tag.is_private() || std::ranges::any_of(path.sequences, [](Tag tag) { return tag.is_private(); });
}

// The dictionary knows the VR of what is not private.
std::string vr_of(SearchPath const& path, std::string const& given) {
    return given.empty() && !path.tag.is_private() ? dicomweb::vr_of(path.tag) : given;
}

Result<void> check(SearchPath const& path, std::string const& creator) {
    for (auto const sequence : path.sequences)
        if (!leads_on(sequence)) return wrong("path", "leads through " + to_hex(sequence) + ", which is no sequence");
    if (creator.empty() && has_private_tags(path)) return wrong("private_creator", "is missing: the path is private");
    if (!creator.empty() && !has_private_tags(path))
        return wrong("private_creator", "is given, but the path is not private");
    return {};
}

bool has_column(SearchAttribute const& attribute) {
    auto const column = attribute.sequences.empty() ? find_attribute(attribute.tag) : std::nullopt;
    return column && attributes()[*column].matching != Matching::none;
}

}  // namespace

Result<SearchAttribute> parse_search_attribute(std::map<std::string, std::string> const& table) {
    constexpr std::array<std::string_view, 5> keys{"name", "path", "vr", "level", "private_creator"};
    for (auto const& [key, value] : table)
        if (std::ranges::find(keys, key) == keys.end()) return wrong(key, "is no key of search.attributes");
    auto path = parse_keyword_path(value_of(table, "path"));
    if (!path) return fail(path.error());
    auto creator = value_of(table, "private_creator");
    if (auto checked = check(*path, creator); !checked) return fail(checked.error());
    auto vr = vr_of(*path, value_of(table, "vr"));
    auto const matching = matching_of_vr(vr);
    if (!matching) return wrong("vr", vr.empty() ? "is missing" : "is none that can be matched: " + vr);
    auto const level = level_named(value_of(table, "level"));
    if (!level) return wrong("level", "is none of patient, study, series, instance");
    auto name = value_of(table, "name");
    if (name.empty()) name = value_of(table, "path");
    return SearchAttribute{
        std::move(name), std::move(path->sequences), path->tag, std::move(creator), std::move(vr), *level, *matching};
}

std::vector<SearchAttribute> beyond_built_in(std::vector<SearchAttribute> attributes) {
    std::erase_if(attributes, [](SearchAttribute const& attribute) {
        auto const same = [&](SearchAttribute const& known) { return same_attribute(known, attribute); };
        return has_column(attribute) || std::ranges::any_of(built_in_search_attributes(), same);
    });
    return attributes;
}

}  // namespace cassette
