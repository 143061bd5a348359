#include "dicomweb/representative_instance.h"

#include "archive/query/find.h"
#include "archive/retrieve/retrieve.h"

#include <charconv>
#include <optional>
#include <string>
#include <vector>

namespace cassette::dicomweb {

namespace {

constexpr Tag study_instance_uid{0x0020, 0x000D};
constexpr Tag series_instance_uid{0x0020, 0x000E};
constexpr Tag sop_instance_uid{0x0008, 0x0018};
constexpr Tag image_type{0x0008, 0x0008};
constexpr Tag rows{0x0028, 0x0010};
constexpr Tag series_instances{0x0020, 0x1209};

constexpr std::uint64_t series_looked_at_max = 64;

struct Asker {
    Archive const& archive;
    Principal const& principal;
};

Result<std::vector<AttributeValues>> find_rows(Asker const& asker, FindQuery const& query) {
    auto const plan = plan_find(query);
    if (!plan) return fail(plan.error());
    std::vector<AttributeValues> found;
    auto const take = [&](Match const& match) -> Result<void> {
        found.push_back(match.values);
        return {};
    };
    if (auto done = find(asker.archive, asker.principal, *plan, take); !done) return fail(done.error());
    return found;
}

std::vector<FindKey> keys_of(RetrieveScope const& scope) {
    std::vector<FindKey> keys{{study_instance_uid, scope.study.str()}};
    if (scope.series) keys.push_back({series_instance_uid, scope.series->str()});
    return keys;
}

std::string const& value(AttributeValues const& values, Tag tag) { return values[attribute_at(tag)]; }

std::uint64_t number(std::string const& text) {
    std::uint64_t parsed = 0;
    (void)std::from_chars(text.data(), text.data() + text.size(), parsed);
    return parsed;
}

// The middle instance of a series row, nothing when it vanished meanwhile.
Result<std::optional<AttributeValues>> middle_of(Asker const& asker, AttributeValues const& series) {
    FindQuery query;
    query.level = Level::instance;
    query.keys = {{study_instance_uid, value(series, study_instance_uid)},
                  {series_instance_uid, value(series, series_instance_uid)}};
    query.offset = number(value(series, series_instances)) / 2;
    query.limit = 1;
    auto found = find_rows(asker, query);
    if (!found) return fail(found.error());
    if (found->empty()) return std::optional<AttributeValues>{};
    return std::optional{std::move(found->front())};
}

// PS3.3 C.7.6.1.1.2: value 3 of Image Type.
bool is_localizer(AttributeValues const& instance) {
    return value(instance, image_type).find("LOCALIZER") != std::string::npos;
}

Result<std::optional<AttributeValues>> best_of(Asker const& asker, std::vector<AttributeValues> const& series_rows) {
    std::optional<AttributeValues> localizer;
    for (auto const& series : series_rows) {
        auto middle = middle_of(asker, series);
        if (!middle) return middle;
        if (!*middle || value(**middle, rows).empty()) continue;
        if (!is_localizer(**middle)) return middle;
        if (!localizer) localizer = std::move(*middle);
    }
    return localizer;
}

}  // namespace

Result<InstanceLocation> representative_instance(Archive const& archive, Principal const& principal,
                                                 RetrieveScope const& scope) {
    if (scope.instance) return locate_instance(archive, principal, scope);
    Asker const asker{archive, principal};
    FindQuery query;
    query.level = Level::series;
    query.keys = keys_of(scope);
    query.limit = series_looked_at_max;
    auto const series = find_rows(asker, query);
    if (!series) return fail(series.error());
    if (series->empty()) return fail(ErrorCode::not_found, "no such study or series");
    auto const best = best_of(asker, *series);
    if (!best) return fail(best.error());
    if (!*best) return fail(ErrorCode::not_acceptable, "nothing here can be rendered");
    auto const in_series = SeriesInstanceUID::received(value(**best, series_instance_uid));
    auto const instance = SOPInstanceUID::received(value(**best, sop_instance_uid));
    if (!in_series || !instance) return fail(ErrorCode::internal, "the index has an invalid UID");
    return locate_instance(archive, principal, {scope.study, *in_series, *instance});
}

}  // namespace cassette::dicomweb
