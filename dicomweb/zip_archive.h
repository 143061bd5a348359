#pragma once

#include "dicomweb/retrieved_instance.h"
#include "dicomweb/service.h"

#include <vector>

namespace cassette::dicomweb {

// The instances as application/zip, PS3.18 8.6.1.3: one file an instance, in folders by study and series, named as PS3.10 8.5
// allows it with the extension that PS3.10 10.1 suggests. With the query parameter `dicomdir=true`, beyond the standard, they
// are a File-set (PS3.12 V) with a DICOMDIR, and without extensions. Errors are those of make_dicomdir; ErrorCode::malformed for
// another value of the parameter than true and false; not_acceptable for a DICOMDIR of what is compressed with loss.
[[nodiscard]] Result<http::Response> zip_response(Service const& service, http::Request const& request,
                                                  RetrieveScope const& scope,
                                                  std::vector<RetrievedInstance> const& instances);

}  // namespace cassette::dicomweb
