#include "dicomweb/wado_pixeldata.h"

#include "archive/retrieve/retrieve.h"
#include "dicomweb/bulk_parts.h"
#include "dicomweb/entity_tag.h"
#include "dicomweb/multipart_writer.h"
#include "dicomweb/resource.h"
#include "dicomweb/wado_instances.h"

#include <deque>
#include <memory>
#include <utility>

namespace cassette::dicomweb {

namespace {

struct BulkPlans {
    std::vector<BulkPlan> plans;
    std::size_t refused = 0;
    Error refusal{ErrorCode::not_found, "no bulk data"};
};

Result<BulkPlans> plan_all(Service const& service, http::Request const& request,
                           std::vector<InstanceLocation> const& locations, BulkKind kind) {
    BulkPlans all;
    for (auto const& location : locations) {
        auto plan = plan_bulk(service, request, location, kind);
        if (plan) {
            all.plans.push_back(*std::move(plan));
            continue;
        }
        auto const code = plan.error().code;
        if (code != ErrorCode::not_found && code != ErrorCode::not_acceptable) return fail(plan.error());
        if (code == ErrorCode::not_acceptable && all.refused++ == 0) all.refusal = plan.error();
    }
    return all;
}

// The parts of all instances, instance by instance: what has been planned is small, what is open is one instance's.
class PlannedParts {
public:
    PlannedParts(Service const& service, Principal principal, std::vector<BulkPlan> plans)
        : service_{&service},
          principal_{std::move(principal)},
          plans_{std::make_shared<std::vector<BulkPlan> const>(std::move(plans))},
          parts_{std::make_shared<std::deque<Part>>()} {}

    Result<std::optional<Part>> operator()() {
        while (parts_->empty() && next_ < plans_->size()) {
            auto opened = bulk_parts(*service_, principal_, (*plans_)[next_++]);
            if (!opened) return fail(opened.error());
            for (auto& part : *opened) parts_->push_back(std::move(part));
        }
        if (parts_->empty()) return std::optional<Part>{};
        auto part = std::move(parts_->front());
        parts_->pop_front();
        return std::optional<Part>{std::move(part)};
    }

private:
    Service const* service_;
    Principal principal_;
    // Both shared because std::function wants to copy; there is one reader.
    std::shared_ptr<std::vector<BulkPlan> const> plans_;
    std::shared_ptr<std::deque<Part>> parts_;
    std::size_t next_ = 0;
};

std::string form_of(BulkPlan const& plan) {
    return std::string{plan.values ? "v" : "p"} + (plan.pixels ? plan.pixels->payload_type() : "");
}

Result<http::Response> bulk_response(Service const& service, http::Request const& request, RetrieveScope const& scope,
                                     BulkKind kind) {
    auto const locations = locate(service.archive, request.principal, scope);
    if (!locations) return fail(locations.error());
    auto all = plan_all(service, request, *locations, kind);
    if (!all) return fail(all.error());
    if (all->plans.empty()) return fail(all->refusal);
    auto const& first = all->plans.front();
    // A blob that is missing shows while there is still a status to tell it with.
    if (auto blob = open_part10(service.archive, request.principal, first.location); !blob) return fail(blob.error());
    auto const type = first.values ? bulk_value_offer().part_type : first.pixels->part_type;
    std::string form;
    for (auto const& plan : all->plans) form += form_of(plan);
    auto response = multipart_response(type, PlannedParts{service, request.principal, std::move(all->plans)});
    response.fields.set("ETag", weak_etag(*locations, form));
    if (scope.instance) response.fields.set("Last-Modified", last_modified(locations->front()));
    if (all->refused > 0) tell_missing(response, service_url(service, request), all->refused);
    return response;
}

Result<http::Response> retrieve_pixel_data(Service const& service, http::Request const& request,
                                           http::PathValues const& values) {
    auto const scope = parse_scope(values);
    if (!scope) return fail(scope.error());
    return bulk_response(service, request, *scope, BulkKind::pixel_data);
}

Result<http::Response> retrieve_bulk_data(Service const& service, http::Request const& request,
                                          http::PathValues const& values) {
    auto const scope = parse_scope(values);
    if (!scope) return fail(scope.error());
    return bulk_response(service, request, *scope, BulkKind::everything);
}

}  // namespace

Result<http::Response> bulk_of_scope(Service const& service, http::Request const& request, RetrieveScope const& scope) {
    return bulk_response(service, request, scope, BulkKind::everything);
}

std::vector<http::Route> wado_pixeldata_routes(Service const& service) {
    std::vector<http::Route> routes;
    for (std::string const level : {"/studies/{study}", "/studies/{study}/series/{series}",
                                    "/studies/{study}/series/{series}/instances/{instance}"}) {
        auto const path = service.settings.base_path + level;
        routes.push_back({http::Method::get, path + "/pixeldata", handler(service, retrieve_pixel_data)});
        routes.push_back({http::Method::get, path + "/bulkdata", handler(service, retrieve_bulk_data)});
    }
    return routes;
}

}  // namespace cassette::dicomweb
