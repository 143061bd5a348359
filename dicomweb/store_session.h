#pragma once

#include "archive/ingest/incoming_instance.h"
#include "dicomweb/service.h"
#include "dicomweb/store_response.h"

#include <optional>
#include <string>

namespace cassette::dicomweb {

// One Store request from its head to its response (PS3.18 10.5): who stores, where to, and the account of it.
class StoreSession {
public:
    StoreSession(Service const& service, http::Request request, std::optional<StudyInstanceUID> study);

    Service const& service() const { return service_; }
    http::Request const& request() const { return request_; }
    std::optional<StudyInstanceUID> const& study() const { return study_; }
    std::string source() const;  // InstanceRecord::source

    // Whether one more part is within the limit. The first that is not is reported as a failure, the others are not.
    bool takes_part();
    void stored(StoredInstance const& instance);
    void failed(Identification const& identification, Error const& error);

    // The Store Instances Response, or 400 when there was nothing to store.
    http::Response respond() const;
    // Of a body that broke off or is broken: what is stored by then is told all the same; 400 when nothing is.
    http::Response respond_to_broken(Error const& error) const;

private:
    Service const& service_;
    http::Request request_;
    std::optional<StudyInstanceUID> study_;
    StoreReport report_;
    std::size_t parts_ = 0;
    std::string first_error_;  // for the log
};

}  // namespace cassette::dicomweb
