#pragma once

#include "archive/pixels/render.h"
#include "dicomweb/http/message.h"
#include "schema/uid.h"

#include <optional>
#include <string>
#include <vector>

namespace cassette::dicomweb {

enum class Anonymize { no, yes };

struct PresentationReference {
    SeriesInstanceUID series;
    SOPInstanceUID instance;
};

// The query parameters of the URI Service, PS3.18 9.1.2, 9.4.1.2 and 9.5.1.2.
struct UriParameters {
    RetrieveScope scope;
    std::optional<std::string> transfer_syntax = std::nullopt;  // a UID, or "*" for any
    Anonymize anonymize = Anonymize::no;
    std::optional<std::uint32_t> frame = std::nullopt;
    std::optional<PresentationReference> presentation = std::nullopt;
    RenderRequest rendering = {};  // all but type, purpose, presentation and what lies below
    bool for_rendering = false;    // a parameter that only a picture can follow is there
    std::vector<std::string> unsupported_annotations = {};
};

// Parameters that are not known are disregarded (PS3.18 8.3). ErrorCode::malformed naming the parameter that is missing, cannot
// be read, or does not go with another.
[[nodiscard]] Result<UriParameters> parse_uri_parameters(http::Request const& request);

}  // namespace cassette::dicomweb
