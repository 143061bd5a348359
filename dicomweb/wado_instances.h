#pragma once

#include "dicomweb/retrieved_instance.h"
#include "dicomweb/service.h"

#include <cstddef>
#include <string>
#include <vector>

namespace cassette::dicomweb {

// The Retrieve transaction for Study, Series and Instance resources, PS3.18 10.4.1.1.1: as application/dicom in a multipart, one
// instance also by itself and with ranges, a study or series also as application/zip. As stored where the client takes that,
// transcoded otherwise. Instances that cannot be had so are left out: 206 and a Warning. `service` must outlive the routes.
[[nodiscard]] std::vector<http::Route> wado_instance_routes(Service const& service);

// One instance by itself, with ranges where it leaves as stored. ErrorCode::not_acceptable when it cannot be made.
[[nodiscard]] Result<http::Response> single_response(Service const& service, http::Request const& request,
                                                     RetrievedInstance const& instance);

// Turns an answer into one that says that so many instances are not in it: 206 and Warning 299 (PS3.18 10.4.3).
void tell_missing(http::Response& response, std::string const& service_url, std::size_t missing);

}  // namespace cassette::dicomweb
