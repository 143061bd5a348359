#include "dicomweb/http/problem.h"

#include "dicomweb/http/reason_phrase.h"

#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

namespace cassette::http {

unsigned http_status(ErrorCode code) {
    using enum ErrorCode;
    switch (code) {
        case malformed:
        case nonconformant: return 400;
        case unsupported_sop_class:
        case conflict: return 409;
        case unsupported_media_type: return 415;
        // An encoding that cannot be decoded here leaves no representation to offer (PS3.18 8.5).
        case unsupported_transfer_syntax:
        case not_acceptable: return 406;
        case too_large: return 413;
        case out_of_resources: return 507;  // RFC 4918 11.5
        case unavailable:
        case cancelled: return 503;
        case not_authorized: return 403;
        case not_found: return 404;
        case internal: return 500;
    }
    return 500;
}

Response problem(Request const& request, Error const& error) {
    auto response = problem(request, http_status(error.code), error.detail);
    if (error.code == ErrorCode::unavailable) response.fields.set("Retry-After", "1");
    return response;
}

Response problem(Request const& request, unsigned status, std::string_view detail) {
    boost::json::object members;
    members["title"] = reason_phrase(status);
    members["status"] = status;
    if (!detail.empty()) members["detail"] = detail;
    if (!request.id.empty()) members["request_id"] = request.id;
    Response response;
    response.status = status;
    response.fields.set("Content-Type", "application/problem+json");
    response.fields.set("Cache-Control", "no-store");
    response.body = boost::json::serialize(members);
    response.error = detail;
    return response;
}

}  // namespace cassette::http
