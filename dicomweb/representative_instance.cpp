#include "dicomweb/representative_instance.h"

#include "archive/query/find.h"
#include "archive/retrieve/retrieve.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cassette::dicomweb {

namespace {

constexpr Tag study_instance_uid{0x0020, 0x000D};
constexpr Tag series_instance_uid{0x0020, 0x000E};
constexpr Tag sop_instance_uid{0x0008, 0x0018};
constexpr Tag image_type{0x0008, 0x0008};
constexpr Tag rows{0x0028, 0x0010};
constexpr Tag series_instances{0x0020, 0x1209};
constexpr Tag modality{0x0008, 0x0060};
constexpr Tag number_of_frames{0x0028, 0x0008};

constexpr std::uint64_t series_listed_max = 256;
constexpr std::size_t series_looked_at_max = 16;
constexpr std::uint64_t instances_listed_max = 512;

// PS3.3 C.7.3.1.1.1: series that are not what a study was made for.
constexpr std::array<std::string_view, 8> derived_modalities{"SEG",     "OT",  "SC",  "RTDOSE",
                                                             "RTIMAGE", "RWV", "DOC", "REG"};
constexpr std::array<std::string_view, 18> modalities_without_pictures{
    "SR",       "PR",       "KO",  "AU",   "ECG", "HD",  "EPS",  "RESP", "RTPLAN",
    "RTSTRUCT", "RTRECORD", "FID", "PLAN", "ANN", "SMR", "ASMT", "M3D",  "EEG"};

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

template <std::size_t count>
bool contains(std::array<std::string_view, count> const& words, std::string_view word) {
    return std::ranges::find(words, word) != words.end();
}

// Less is better.
int rank_of(AttributeValues const& series) {
    auto const& of_series = value(series, modality);
    if (contains(modalities_without_pictures, of_series)) return 2;
    return contains(derived_modalities, of_series) ? 1 : 0;
}

bool is_better(AttributeValues const& one, AttributeValues const& other) {
    auto const rank = rank_of(one);
    auto const other_rank = rank_of(other);
    if (rank != other_rank) return rank < other_rank;
    return number(value(one, series_instances)) > number(value(other, series_instances));
}

FindQuery instances_of(AttributeValues const& series) {
    FindQuery query;
    query.level = Level::instance;
    query.keys = {{study_instance_uid, value(series, study_instance_uid)},
                  {series_instance_uid, value(series, series_instance_uid)}};
    return query;
}

bool is_picture(AttributeValues const& instance) { return !value(instance, rows).empty(); }

// PS3.3 C.7.6.1.1.2 and, of whole slides, C.8.12.4.1.1: value 3 of Image Type says what only shows the way to others.
bool is_localizer(AttributeValues const& instance) {
    auto const& type = value(instance, image_type);
    return std::ranges::any_of(std::array{"LOCALIZER", "LABEL", "OVERVIEW"},
                               [&](char const* term) { return type.find(term) != std::string::npos; });
}

// The middle one of those that are pictures and no localizers, as far as there are any.
AttributeValues const& middle_of(std::vector<AttributeValues> const& instances) {
    std::vector<AttributeValues const*> pictures;
    std::vector<AttributeValues const*> localizers;
    for (auto const& instance : instances) {
        if (!is_picture(instance)) continue;
        (is_localizer(instance) ? localizers : pictures).push_back(&instance);
    }
    auto const& best = pictures.empty() ? localizers : pictures;
    return best.empty() ? instances[instances.size() / 2] : *best[best.size() / 2];
}

// The instance that stands for a series row, nothing when it vanished meanwhile. Most series are of one kind: their middle
// is found without the others.
Result<std::optional<AttributeValues>> representative_of(Asker const& asker, AttributeValues const& series) {
    auto query = instances_of(series);
    query.offset = number(value(series, series_instances)) / 2;
    query.limit = 1;
    auto found = find_rows(asker, query);
    if (!found) return fail(found.error());
    bool const will_do = !found->empty() && is_picture(found->front()) && !is_localizer(found->front());
    if (!will_do) {
        query.offset = 0;
        query.limit = instances_listed_max;
        found = find_rows(asker, query);
        if (!found) return fail(found.error());
    }
    if (found->empty()) return std::optional<AttributeValues>{};
    return std::optional{middle_of(*found)};
}

// The representative of a series, and how much it stands for.
struct Candidate {
    AttributeValues instance;
    int kind = 0;  // a picture, a localizer, neither
    int rank = 0;
    std::uint64_t images = 0;  // frames of all instances, as far as they are like this one
};

Candidate candidate_of(AttributeValues const& series, AttributeValues instance) {
    int const kind = !is_picture(instance) ? 2 : (is_localizer(instance) ? 1 : 0);
    auto const frames = std::max<std::uint64_t>(number(value(instance, number_of_frames)), 1);
    return {std::move(instance), kind, rank_of(series), number(value(series, series_instances)) * frames};
}

bool stands_for_more(Candidate const& one, Candidate const& other) {
    if (one.kind != other.kind) return one.kind < other.kind;
    if (one.rank != other.rank) return one.rank < other.rank;
    return one.images > other.images;
}

Result<std::optional<AttributeValues>> best_of(Asker const& asker, std::vector<AttributeValues> series_rows) {
    std::ranges::stable_sort(series_rows, is_better);
    if (series_rows.size() > series_looked_at_max) series_rows.resize(series_looked_at_max);
    std::optional<Candidate> best;
    for (auto const& series : series_rows) {
        // Those that follow have a rank that is no better.
        if (best && best->kind == 0 && best->rank < rank_of(series)) break;
        auto instance = representative_of(asker, series);
        if (!instance) return instance;
        if (!*instance) continue;
        auto candidate = candidate_of(series, std::move(**instance));
        if (!best || stands_for_more(candidate, *best)) best = std::move(candidate);
    }
    return best ? std::optional{std::move(best->instance)} : std::nullopt;
}

}  // namespace

Result<InstanceLocation> representative_instance(Archive const& archive, Principal const& principal,
                                                 RetrieveScope const& scope) {
    if (scope.instance) return locate_instance(archive, principal, scope);
    Asker const asker{archive, principal};
    FindQuery query;
    query.level = Level::series;
    query.keys = keys_of(scope);
    query.limit = series_listed_max;
    auto series = find_rows(asker, query);
    if (!series) return fail(series.error());
    if (series->empty()) return fail(ErrorCode::not_found, "no such study or series");
    auto const best = best_of(asker, *std::move(series));
    if (!best) return fail(best.error());
    if (!*best) return fail(ErrorCode::not_found, "no such study or series");
    auto const in_series = SeriesInstanceUID::received(value(**best, series_instance_uid));
    auto const instance = SOPInstanceUID::received(value(**best, sop_instance_uid));
    if (!in_series || !instance) return fail(ErrorCode::internal, "the index has an invalid UID");
    return locate_instance(archive, principal, {scope.study, *in_series, *instance});
}

}  // namespace cassette::dicomweb
