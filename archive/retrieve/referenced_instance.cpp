#include "archive/retrieve/referenced_instance.h"

#include "archive/query/find.h"
#include "archive/retrieve/retrieve.h"

#include <optional>

namespace cassette {

namespace {

constexpr Tag study_instance_uid{0x0020, 0x000D};
constexpr Tag series_instance_uid{0x0020, 0x000E};
constexpr Tag sop_instance_uid{0x0008, 0x0018};

}  // namespace

Result<InstanceLocation> locate_referenced(Archive const& archive, Principal const& principal,
                                           SOPInstanceUID const& instance) {
    FindQuery query;
    query.level = Level::instance;
    query.keys = {{sop_instance_uid, instance.str()}};
    query.limit = 1;
    auto const plan = plan_find(query);
    if (!plan) return fail(plan.error());
    std::optional<RetrieveScope> scope;
    auto const take = [&](Match const& match) -> Result<void> {
        auto const study = StudyInstanceUID::received(match.values[attribute_at(study_instance_uid)]);
        auto const series = SeriesInstanceUID::received(match.values[attribute_at(series_instance_uid)]);
        if (study && series) scope = RetrieveScope{*study, *series, instance};
        return {};
    };
    if (auto done = find(archive, principal, *plan, take); !done) return fail(done.error());
    if (!scope) return fail(ErrorCode::not_found, "a referenced instance is not here: " + instance.str());
    return locate_instance(archive, principal, *scope);
}

}  // namespace cassette
