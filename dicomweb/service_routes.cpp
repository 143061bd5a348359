#include "dicomweb/service_routes.h"

#include "dicomweb/capabilities.h"
#include "dicomweb/changes.h"
#include "dicomweb/metrics.h"
#include "dicomweb/qido.h"
#include "dicomweb/removal.h"
#include "dicomweb/stow.h"
#include "dicomweb/wado_bulkdata.h"
#include "dicomweb/wado_frames.h"
#include "dicomweb/wado_instances.h"
#include "dicomweb/wado_metadata.h"
#include "dicomweb/wado_pixeldata.h"
#include "dicomweb/wado_rendered.h"
#include "dicomweb/wado_uri.h"

#include <iterator>
#include <utility>

namespace cassette::dicomweb {

std::vector<http::Route> service_routes(Service const& service, Monitoring monitoring) {
    std::vector<http::Route> routes;
    auto const add = [&routes](std::vector<http::Route> more) {
        routes.insert(routes.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
    };
    for (auto const make :
         {qido_routes, stow_routes, wado_instance_routes, wado_metadata_routes, wado_frame_routes, wado_bulkdata_routes,
          wado_pixeldata_routes, wado_rendered_routes, wado_uri_routes, removal_routes, changes_routes})
        add(make(service));
    add(capabilities_routes(service, routes));
    add(health_routes(
        {service.settings.version, std::move(monitoring.health_checks), std::move(monitoring.read_only)}));
    if (monitoring.metrics) add(metrics_routes(std::move(monitoring.metrics)));
    return routes;
}

}  // namespace cassette::dicomweb
