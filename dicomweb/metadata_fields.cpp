#include "dicomweb/metadata_fields.h"

#include "dicomweb/attribute_path.h"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include <algorithm>

namespace cassette::dicomweb {

namespace {

constexpr Tag sop_class_uid{0x0008, 0x0016};
constexpr Tag sop_instance_uid{0x0008, 0x0018};
constexpr Tag study_instance_uid{0x0020, 0x000D};
constexpr Tag series_instance_uid{0x0020, 0x000E};
constexpr Tag specific_character_set{0x0008, 0x0005};

enum class Wanted { some, all };

// One value of the parameter: attributes separated by commas.
Result<Wanted> add_fields(std::set<Tag>& tags, std::string_view list) {
    while (!list.empty()) {
        auto const item = list.substr(0, list.find(','));
        list.remove_prefix(std::min(item.size() + 1, list.size()));
        if (item.empty()) continue;
        if (item == "all") return Wanted::all;
        auto const path = parse_attribute_path(item);
        if (!path) return fail(ErrorCode::malformed, "includefield names no attribute");
        tags.insert(path->outermost());
    }
    return Wanted::some;
}

}  // namespace

Result<std::optional<MetadataFields>> MetadataFields::parse(http::Request const& request) {
    std::set<Tag> tags;
    for (auto const& [name, value] : request.query) {
        if (name != "includefield") continue;
        auto const wanted = add_fields(tags, value);
        if (!wanted) return fail(wanted.error());
        if (*wanted == Wanted::all) return std::optional<MetadataFields>{};
    }
    if (tags.empty()) return std::optional<MetadataFields>{};
    tags.insert({sop_class_uid, sop_instance_uid, study_instance_uid, series_instance_uid, specific_character_set});
    return std::optional{MetadataFields{std::move(tags)}};
}

Result<std::string> MetadataFields::select(std::string_view json_dataset) const {
    boost::json::parse_options options;
    options.max_depth = 1024;  // three for each sequence; ingest bounds those
    boost::json::error_code error;
    auto const dataset = boost::json::parse({json_dataset.data(), json_dataset.size()}, error, {}, options);
    auto const* elements = dataset.if_object();
    if (error || elements == nullptr) return fail(ErrorCode::internal, "damaged metadata");
    boost::json::object selected{dataset.storage()};
    for (auto const tag : tags_) {
        auto const key = to_hex(tag);
        if (auto const* element = elements->if_contains(key)) selected[key] = *element;
    }
    return boost::json::serialize(selected);
}

}  // namespace cassette::dicomweb
