#include "archive/retrieve/selection.h"

#include "archive/retrieve/retrieve.h"

#include <algorithm>
#include <set>
#include <utility>

namespace cassette {

namespace {

Result<RetrieveScope> scope_of(Match const& match) {
    auto const value = [&](Tag tag) -> std::string const& { return match.values[attribute_at(tag)]; };
    auto study = StudyInstanceUID::received(value({0x0020, 0x000D}));
    auto series = SeriesInstanceUID::received(value({0x0020, 0x000E}));
    if (!study || !series) return fail(ErrorCode::internal, "a series without UIDs in the index");
    RetrieveScope scope{std::move(*study), std::move(*series), std::nullopt};
    if (match.level != Level::instance) return scope;
    auto instance = SOPInstanceUID::received(value({0x0008, 0x0018}));
    if (!instance) return fail(ErrorCode::internal, "an instance without a UID in the index");
    scope.instance = std::move(*instance);
    return scope;
}

Result<void> count_instances(Archive const& archive, Selection& selection) {
    std::set<SelectedKind> kinds;
    for (auto const& scope : selection.scopes) {
        auto const counted = archive.index.locate(scope, [&](InstanceLocation const& location) -> Result<void> {
            ++selection.instances;
            kinds.insert({location.sop_class, location.transfer_syntax});
            return {};
        });
        if (!counted) return counted;
    }
    selection.kinds.assign(kinds.begin(), kinds.end());
    return {};
}

}  // namespace

Result<Selection> select_instances(Archive const& archive, Principal const& principal,
                                   SelectionRequest const& request) {
    FindQuery query;
    query.level = std::max(request.level, Level::series);
    query.keys = request.keys;
    auto const plan = plan_find(query);
    if (!plan) return fail(plan.error());
    Selection selection;
    auto const keep = [&](Match const& match) -> Result<void> {
        auto scope = scope_of(match);
        if (!scope) return fail(scope.error());
        selection.scopes.push_back(std::move(*scope));
        return {};
    };
    if (auto found = find(archive, principal, *plan, keep); !found) return fail(found.error());
    if (auto counted = count_instances(archive, selection); !counted) return fail(counted.error());
    return selection;
}

Result<void> for_each_selected(Archive const& archive, Principal const& principal, Selection const& selection,
                               SelectionSink const& sink) {
    for (auto const& scope : selection.scopes) {
        auto const located = locate(archive, principal, scope);
        if (!located && located.error().code == ErrorCode::not_found) continue;
        if (!located) return fail(located.error());
        for (auto const& location : *located)
            if (auto sent = sink(location); !sent) return sent;
    }
    return {};
}

}  // namespace cassette
