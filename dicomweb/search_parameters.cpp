#include "dicomweb/search_parameters.h"

#include "dicomweb/attribute_dictionary.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace cassette::dicomweb {

namespace {

constexpr Tag study_instance_uid{0x0020, 0x000D};
constexpr Tag series_instance_uid{0x0020, 0x000E};

std::optional<Tag> parse_one_attribute_id(std::string_view text) {
    if (auto const tag = parse_tag(text)) return tag;
    return find_tag(text);
}

// Items between separators, empty ones dropped.
template <class Visit>
void for_each_item(std::string_view text, std::string_view separators, Visit const& visit) {
    while (!text.empty()) {
        auto const item = text.substr(0, text.find_first_of(separators));
        text.remove_prefix(std::min(text.size(), item.size() + 1));
        if (!item.empty()) visit(item);
    }
}

bool is_list(Tag tag) {
    auto const vr = vr_of(tag);
    return vr == "UI" || vr == "CS";
}

std::string normalised_value(Tag tag, std::string_view value) {
    if (!is_list(tag)) return std::string{value};
    std::string list;
    for_each_item(value, ",\\", [&](std::string_view item) { list.append(list.empty() ? "" : "\\").append(item); });
    return list;
}

void add_once(std::vector<Tag>& tags, Tag tag) {
    if (std::ranges::find(tags, tag) == tags.end()) tags.push_back(tag);
}

// A key that is given more than once is a list of values.
void add_key(Search& search, Tag tag, std::string_view text) {
    auto value = normalised_value(tag, text);
    add_once(search.asked, tag);
    auto const known = std::ranges::find(search.query.keys, tag, &FindKey::tag);
    if (known == search.query.keys.end()) {
        search.query.keys.push_back({tag, std::move(value)});
        return;
    }
    if (!known->value.empty() && !value.empty()) known->value += '\\';
    known->value += value;
}

// Names that are not known to the dictionary are left out: no object can have them.
void add_includes(Search& search, std::string_view list) {
    for_each_item(list, ",", [&](std::string_view item) {
        if (item == "all")
            search.query.include_all = true;
        else if (auto const tag = parse_attribute_id(item))
            add_once(search.asked, *tag);
    });
}

Result<std::uint64_t> parse_count(std::string_view text) {
    std::uint64_t count = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
    bool const whole = !text.empty() && error == std::errc{} && end == text.data() + text.size();
    if (!whole) return fail(ErrorCode::malformed, "limit and offset are numbers (PS3.18 8.3.4.4)");
    return count;
}

Result<bool> parse_flag(std::string_view text) {
    if (text == "true") return true;
    if (text == "false") return false;
    return fail(ErrorCode::malformed, "a flag is true or false (PS3.18 8.3.4.2)");
}

struct Reading {
    Search& search;
    std::optional<std::uint64_t>& limit;
};
using Read = Result<void> (*)(Reading, std::string_view);

Result<void> read_limit(Reading reading, std::string_view value) {
    auto const count = parse_count(value);
    if (!count) return fail(count.error());
    reading.limit = *count;
    return {};
}

Result<void> read_offset(Reading reading, std::string_view value) {
    auto const count = parse_count(value);
    if (!count) return fail(count.error());
    reading.search.query.offset = *count;
    return {};
}

Result<void> read_fuzzy_matching(Reading reading, std::string_view value) {
    auto const flag = parse_flag(value);
    if (!flag) return fail(flag.error());
    reading.search.fuzzy_matching = *flag;
    return {};
}

Result<void> read_includefield(Reading reading, std::string_view value) {
    add_includes(reading.search, value);
    return {};
}

// Matching that is not offered here may be switched off.
Result<void> read_unsupported_flag(Reading, std::string_view value) {
    auto const flag = parse_flag(value);
    if (!flag) return fail(flag.error());
    return *flag ? fail(ErrorCode::malformed, "this kind of matching is not supported") : Result<void>{};
}

Result<void> read_nothing(Reading, std::string_view) { return {}; }

struct Parameter {
    std::string_view name;
    Read read;
};

// PS3.18 8.3.4; `accept` and `charset` (8.3.3) are read elsewhere.
constexpr std::array<Parameter, 8> parameters{{
    {"limit", read_limit},
    {"offset", read_offset},
    {"fuzzymatching", read_fuzzy_matching},
    {"includefield", read_includefield},
    {"emptyvaluematching", read_unsupported_flag},
    {"multiplevaluematching", read_unsupported_flag},
    {"accept", read_nothing},
    {"charset", read_nothing},
}};

Result<void> read_parameter(Reading reading, std::string const& name, std::string const& value) {
    auto const* known = std::ranges::find(parameters, std::string_view{name}, &Parameter::name);
    if (known != parameters.end()) return known->read(reading, value);
    auto const tag = parse_attribute_id(name);
    if (!tag) return fail(ErrorCode::malformed, "a query parameter is not an attribute (PS3.18 8.3.4.1)");
    add_key(reading.search, *tag, value);
    return {};
}

bool is_below(Tag tag, Level level) {
    auto const index = find_attribute(tag);
    return index && attributes()[*index].level > level;
}

// What the index does not have at this level comes from a representative instance; attributes of lower levels do not: they
// are not the study's or the series' own.
void include_asked(Search& search, Level level) {
    for (auto const tag : search.asked)
        if (!is_below(tag, level)) search.query.include.push_back(tag);
}

void limit_search(Search& search, std::optional<std::uint64_t> limit, ServiceSettings const& settings) {
    search.limit = std::min(limit.value_or(settings.qido_limit_default), settings.qido_limit_max);
    search.limit_is_ours = !limit || *limit > search.limit;
    search.query.limit = search.limit + (search.limit_is_ours ? 1 : 0);
}

}  // namespace

std::optional<Tag> parse_attribute_id(std::string_view text) {
    auto const dot = text.rfind('.');
    if (dot == std::string_view::npos) return parse_one_attribute_id(text);
    auto const last = parse_one_attribute_id(text.substr(dot + 1));
    auto const first = parse_one_attribute_id(text.substr(0, text.find('.')));
    if (!first || !last) return std::nullopt;
    return find_attribute(*last) ? last : first;
}

Result<Search> parse_search(http::Request const& request, SearchResource const& resource,
                            ServiceSettings const& settings) {
    Search search;
    std::optional<std::uint64_t> limit;
    search.query.level = resource.level;
    for (auto const& [name, value] : request.query) {
        if (name.empty()) continue;
        if (auto read = read_parameter({search, limit}, name, value); !read) return fail(read.error());
    }
    limit_search(search, limit, settings);
    include_asked(search, resource.level);
    if (resource.study) search.query.keys.push_back({study_instance_uid, resource.study->str()});
    if (resource.series) search.query.keys.push_back({series_instance_uid, resource.series->str()});
    return search;
}

}  // namespace cassette::dicomweb
