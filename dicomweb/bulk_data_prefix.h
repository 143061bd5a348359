#pragma once

#include "dicomweb/service.h"

#include <optional>
#include <string>

namespace cassette::dicomweb {

// What BulkDataURIs begin with for the client that asks. Stored metadata have a path ("/dicom-web/studies/..."), which any
// host and scheme in front leaves right; a prefix that a proxy takes off, or that the public URL has, is put before it.
class BulkDataPrefix {
public:
    // nullopt: as stored.
    static std::optional<BulkDataPrefix> seen_by(Service const& service, http::Request const& request);

    // The data set in the DICOM JSON Model with its BulkDataURIs as this client needs them.
    std::string applied_to(std::string json) const;

private:
    BulkDataPrefix(std::string stored, std::string seen) : stored_{std::move(stored)}, seen_{std::move(seen)} {}

    std::string stored_;  // "\"BulkDataURI\":\"/dicom-web/"
    std::string seen_;
};

}  // namespace cassette::dicomweb
