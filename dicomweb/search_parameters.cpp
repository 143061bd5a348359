#include "dicomweb/search_parameters.h"

#include "archive/query/zoned_keys.h"
#include "dicomweb/attribute_dictionary.h"
#include "dicomweb/attribute_level.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace cassette::dicomweb {

namespace {

constexpr Tag study_instance_uid{0x0020, 0x000D};
constexpr Tag series_instance_uid{0x0020, 0x000E};
constexpr Tag timezone_offset_from_utc{0x0008, 0x0201};

// Items between separators, empty ones dropped.
template <class Visit>
void for_each_item(std::string_view text, std::string_view separators, Visit const& visit) {
    while (!text.empty()) {
        auto const item = text.substr(0, text.find_first_of(separators));
        text.remove_prefix(std::min(text.size(), item.size() + 1));
        if (!item.empty()) visit(item);
    }
}

// The attribute of the configuration, nullptr where it has none.
SearchAttribute const* find_declared(DeclaredAttributes const& declared, AttributePath const& path) {
    auto const found = std::ranges::find_if(declared, [&](DeclaredAttribute const& one) {
        return one.attribute.tag == path.tag && one.attribute.sequences == path.sequences;
    });
    return found == declared.end() ? nullptr : &found->attribute;
}

bool is_list(DeclaredAttributes const& declared, AttributePath const& path) {
    auto const* known = find_declared(declared, path);
    auto const vr = known != nullptr ? known->vr : vr_of(path.tag);
    return vr == "UI" || vr == "CS";
}

std::string joined(std::string_view value) {
    std::string list;
    for_each_item(value, ",\\", [&](std::string_view item) { list.append(list.empty() ? "" : "\\").append(item); });
    return list;
}

template <class T>
void add_once(std::vector<T>& list, T const& item) {
    if (std::ranges::find(list, item) == list.end()) list.push_back(item);
}

Failure bad_value(std::string detail) { return fail(ErrorCode::malformed, std::move(detail)); }

Result<std::uint64_t> parse_count(std::string_view text) {
    std::uint64_t count = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
    bool const whole = !text.empty() && error == std::errc{} && end == text.data() + text.size();
    if (!whole) return bad_value("limit and offset are numbers (PS3.18 8.3.4.4)");
    return count;
}

struct Reading {
    Search& search;
    std::optional<std::uint64_t>& limit;
    DeclaredAttributes const& declared;
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

Result<void> read_flag(bool& flag, std::string_view value) {
    if (value != "true" && value != "false") return bad_value("a flag is true or false (PS3.18 8.3.4.2)");
    flag = value == "true";
    return {};
}

Result<void> read_fuzzy(Reading reading, std::string_view value) {
    return read_flag(reading.search.query.options.fuzzy_person_names, value);
}
Result<void> read_empty_values(Reading reading, std::string_view value) {
    return read_flag(reading.search.query.options.empty_values, value);
}
Result<void> read_multiple_values(Reading reading, std::string_view value) {
    return read_flag(reading.search.query.options.multiple_values, value);
}
Result<void> read_includecount(Reading reading, std::string_view value) {
    return read_flag(reading.search.total_wanted, value);
}

// By the dictionary, or by the name that the configuration gives. A private one brings the creator it is declared with.
std::optional<AttributePath> read_path(Reading reading, std::string_view text) {
    if (auto path = parse_attribute_path(text)) return path;
    auto const named = std::ranges::find(reading.declared, text, [](auto const& one) { return one.attribute.name; });
    if (named == reading.declared.end()) return std::nullopt;
    auto const& attribute = named->attribute;
    if (attribute.sequences.empty() && is_in_private_block(attribute.tag) && !attribute.private_creator.empty())
        reading.search.private_creators.try_emplace(creator_of(attribute.tag), attribute.private_creator);
    return AttributePath{attribute.sequences, attribute.tag};
}

// Names that nobody knows are left out: no object can have them.
Result<void> read_includefield(Reading reading, std::string_view value) {
    for_each_item(value, ",", [&](std::string_view item) {
        if (item == "all")
            reading.search.query.include_all = true;
        else if (auto const path = read_path(reading, item))
            add_once(reading.search.asked, *path);
    });
    return {};
}

// Whether the level can be ordered by it, the archive decides.
Result<void> read_orderby(Reading reading, std::string_view value) {
    auto& query = reading.search.query;
    bool allowed = true;
    for_each_item(value, ",", [&](std::string_view item) {
        bool const descending = item.front() == '-';
        auto const path = parse_attribute_path(item.substr(descending ? 1 : 0));
        allowed = allowed && path && path->sequences.empty();
        if (allowed) query.order_by.push_back({path->tag, descending ? Direction::descending : Direction::ascending});
    });
    return allowed ? Result<void>{} : bad_value("orderby is a list of attributes, outside sequences");
}

Result<void> read_nothing(Reading, std::string_view) { return {}; }

struct Parameter {
    std::string_view name;
    Read read;
};

// PS3.18 8.3.4, then ours; `accept` and `charset` (8.3.3) are read elsewhere.
constexpr std::array<Parameter, 10> parameters{{
    {"limit", read_limit},
    {"offset", read_offset},
    {"fuzzymatching", read_fuzzy},
    {"includefield", read_includefield},
    {"emptyvaluematching", read_empty_values},
    {"multiplevaluematching", read_multiple_values},
    {"accept", read_nothing},
    {"charset", read_nothing},
    {"orderby", read_orderby},
    {"includecount", read_includecount},
}};

// A key that is given more than once is a list of values.
void add_key(Reading reading, AttributePath path, std::string_view text) {
    auto& search = reading.search;
    add_once(search.asked, path);
    if (path.sequences.empty() && is_private_creator(path.tag) && !text.empty())
        search.private_creators.insert_or_assign(path.tag, std::string{text});
    auto value = is_list(reading.declared, path) ? joined(text) : std::string{text};
    auto const known = std::ranges::find_if(
        search.query.keys, [&](FindKey const& key) { return key.tag == path.tag && key.sequences == path.sequences; });
    if (known == search.query.keys.end()) {
        search.query.keys.push_back({path.tag, std::move(value), std::move(path.sequences)});
        return;
    }
    if (!known->value.empty() && !value.empty()) known->value += '\\';
    known->value += value;
}

// What may go back in a header field.
bool is_plain_name(std::string_view name) {
    auto const plain = [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '.' || c == '_';
    };
    return name.size() <= 64 && std::ranges::all_of(name, plain);
}

// Not a key: dates and times of the request are meant in this time zone (PS3.18 8.3.4.1.1).
Result<void> read_time_zone(Reading reading, AttributePath const& path, std::string_view value) {
    add_once(reading.search.asked, path);
    if (value.empty()) return {};
    reading.search.query.options.utc_offset = parse_utc_offset(value);
    if (!reading.search.query.options.utc_offset) return bad_value("Timezone Offset From UTC is like +0100 or -0530");
    return {};
}

Result<void> read_parameter(Reading reading, std::string const& name, std::string const& value) {
    auto const* known = std::ranges::find(parameters, std::string_view{name}, &Parameter::name);
    if (known != parameters.end()) return known->read(reading, value);
    auto path = read_path(reading, name);
    if (path && path->sequences.empty() && path->tag == timezone_offset_from_utc)
        return read_time_zone(reading, *path, value);
    if (path)
        add_key(reading, *std::move(path), value);
    else
        add_once(reading.search.unsupported, is_plain_name(name) ? name : std::string{});
    return {};
}

// PS3.18 10.6.3.3: attributes of lower levels are not returned. Private elements are of the level that the configuration gives
// them, otherwise of none: they come from an instance.
bool may_be_returned(DeclaredAttributes const& declared, AttributePath const& path, Level level) {
    auto const* known = find_declared(declared, path);
    if (known != nullptr && known->level <= level) return true;
    return path.outermost().is_private() || entity_level(path.outermost()) <= level;
}

void include_asked(Search& search, DeclaredAttributes const& declared) {
    auto const level = search.query.level;
    std::erase_if(search.asked, [&](AttributePath const& path) { return !may_be_returned(declared, path, level); });
    for (auto const& path : search.asked) add_once(search.query.include, path.outermost());
}

void limit_search(Search& search, std::optional<std::uint64_t> limit, ServiceSettings const& settings) {
    search.limit = std::min(limit.value_or(settings.qido_limit_default), settings.qido_limit_max);
    search.limit_is_ours = !limit || *limit > search.limit;
    search.query.limit = search.limit + (search.limit_is_ours ? 1 : 0);
}

}  // namespace

Result<Search> parse_search(http::Request const& request, SearchResource const& resource,
                            ServiceSettings const& settings, DeclaredAttributes const& declared) {
    Search search;
    std::optional<std::uint64_t> limit;
    search.query.level = resource.level;
    search.query.options.combined_date_time = true;  // PS3.18 8.3.4.1.1: always, not only when asked for
    for (auto const& [name, value] : request.query) {
        if (name.empty()) continue;
        if (auto read = read_parameter({search, limit, declared}, name, value); !read) return fail(read.error());
    }
    limit_search(search, limit, settings);
    include_asked(search, declared);
    if (resource.study) search.query.keys.push_back({study_instance_uid, resource.study->str()});
    if (resource.series) search.query.keys.push_back({series_instance_uid, resource.series->str()});
    return search;
}

}  // namespace cassette::dicomweb
