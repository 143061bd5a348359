#include "dicomweb/service.h"

#include "dicomweb/http/problem.h"

namespace cassette::dicomweb {

http::Handler handler(Service const& service, ServiceHandler handle) {
    return [&service, handle](http::Request const& request, http::PathValues const& values) {
        auto response = handle(service, request, values);
        if (!response) return http::problem(request, response.error());
        return *std::move(response);
    };
}

}  // namespace cassette::dicomweb
