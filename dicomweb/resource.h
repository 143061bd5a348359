#pragma once

#include "archive/archive.h"
#include "dicomweb/service.h"
#include "schema/level.h"

#include <string>
#include <string_view>

namespace cassette::dicomweb {

// The study, series or instance of {study}, {series}, {instance}: as many of the values as there are, at most three.
// ErrorCode::malformed for what is not a UID.
[[nodiscard]] Result<RetrieveScope> parse_scope(http::PathValues const& values);
[[nodiscard]] Level level_of(RetrieveScope const& scope);

// "/dicom-web/studies/1.2/series/1.3": the path of the scope's resource on this server.
[[nodiscard]] std::string resource_path(Service const& service, RetrieveScope const& scope);
[[nodiscard]] std::string resource_path(Service const& service, InstanceLocation const& location);

// The base URI of the DICOMweb service as this client knows it: the public URL if one is set, otherwise as it reached us; a
// path alone when there is neither.
[[nodiscard]] std::string service_url(Service const& service, http::Request const& request);
// Retrieve URL (0008,1190) of a resource, from the UIDs as the index gives them; "" for those below the level.
[[nodiscard]] std::string retrieve_url(std::string_view service_url, std::string_view study,
                                       std::string_view series = {}, std::string_view instance = {});

// Last-Modified, RFC 9110 8.8.2.
[[nodiscard]] std::string last_modified(InstanceLocation const& location);

}  // namespace cassette::dicomweb
