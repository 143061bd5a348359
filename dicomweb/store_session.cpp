#include "dicomweb/store_session.h"

#include "dicomweb/accept.h"
#include "dicomweb/dicom_xml.h"
#include "dicomweb/http/problem.h"
#include "dicomweb/resource.h"

#include <array>
#include <utility>

namespace cassette::dicomweb {

namespace {

// PS3.18 10.5.3: JSON is what a client gets that asks for nothing or for nothing we have, for its instances are stored by then.
std::string response_type(http::Request const& request) {
    std::array const offers{Offer{"application/dicom+json", {}, {}}, Offer{"application/json", {}, {}},
                            Offer{"application/dicom+xml", {}, {}}, Offer{"application/xml", {}, {}}};
    return offers[negotiate(accepted_ranges(request), offers).value_or(0)].essence;
}

}  // namespace

StoreSession::StoreSession(Service const& service, http::Request request, std::optional<StudyInstanceUID> study)
    : service_{service},
      request_{std::move(request)},
      study_{std::move(study)},
      report_{service_url(service, request_)} {}

std::string StoreSession::source() const { return request_.remote.empty() ? request_.principal.name : request_.remote; }

bool StoreSession::takes_part() {
    auto const max = service_.settings.parts_max;
    if (++parts_ <= max) return true;
    if (parts_ == max + 1) failed({}, {ErrorCode::too_large, "too many parts"});
    return false;
}

void StoreSession::stored(StoredInstance const& instance) { report_.stored(instance); }

void StoreSession::failed(Identification const& identification, Error const& error) {
    report_.failed(identification, error.code);
    if (first_error_.empty()) first_error_ = error.detail;
}

http::Response StoreSession::respond() const {
    if (report_.empty()) return http::problem(request_, Error{ErrorCode::malformed, "no instance in the request"});
    auto const type = response_type(request_);
    Result<std::string> body = report_.json();
    if (type.ends_with("xml")) body = native_dicom_model(*body);
    if (!body) return http::problem(request_, body.error());
    auto const outcome = report_.outcome();
    http::Response response;
    response.status = http_status(outcome);
    response.fields.set("Content-Type", type);
    bool const again = outcome == Outcome::none_for_lack_of_resources || outcome == Outcome::none_for_lack_of_storage;
    if (again) response.fields.set("Retry-After", "60");
    response.error = first_error_;
    response.body = *std::move(body);
    return response;
}

http::Response StoreSession::respond_to_broken(Error const& error) const {
    return report_.any_stored() ? respond() : http::problem(request_, error);
}

}  // namespace cassette::dicomweb
