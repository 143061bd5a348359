#include "dicomweb/resource.h"

#include "dicomweb/http/date.h"
#include "schema/moment.h"

#include <cassert>
#include <ctime>

namespace cassette::dicomweb {

Result<RetrieveScope> parse_scope(http::PathValues const& values) {
    assert(!values.empty());
    auto study = StudyInstanceUID::received(values[0]);
    if (!study) return fail(study.error());
    RetrieveScope scope{*study, std::nullopt, std::nullopt};
    if (values.size() > 1) {
        auto series = SeriesInstanceUID::received(values[1]);
        if (!series) return fail(series.error());
        scope.series = *series;
    }
    if (values.size() > 2) {
        auto instance = SOPInstanceUID::received(values[2]);
        if (!instance) return fail(instance.error());
        scope.instance = *instance;
    }
    return scope;
}

Level level_of(RetrieveScope const& scope) {
    if (scope.instance) return Level::instance;
    return scope.series ? Level::series : Level::study;
}

std::string resource_path(Service const& service, RetrieveScope const& scope) {
    return retrieve_url(service.settings.base_path, scope.study.str(), scope.series ? scope.series->str() : "",
                        scope.instance ? scope.instance->str() : "");
}

std::string resource_path(Service const& service, InstanceLocation const& location) {
    return retrieve_url(service.settings.base_path, location.study.str(), location.series.str(),
                        location.instance.str());
}

std::string service_url(Service const& service, http::Request const& request) {
    auto const& settings = service.settings;
    if (!settings.public_url.empty()) return settings.public_url + settings.base_path;
    return request.base + settings.base_path;
}

std::string retrieve_url(std::string_view service_url, std::string_view study, std::string_view series,
                         std::string_view instance) {
    std::string url{service_url};
    url.append("/studies/").append(study);
    if (!series.empty()) url.append("/series/").append(series);
    if (!instance.empty()) url.append("/instances/").append(instance);
    return url;
}

std::string last_modified(InstanceLocation const& location) {
    return http::imf_fixdate(static_cast<std::time_t>(location.stored_at / nanoseconds_in_second));
}

}  // namespace cassette::dicomweb
