#pragma once

#include "schema/result.h"

#include <boost/json/object.hpp>

#include <cstddef>
#include <functional>
#include <string_view>

namespace cassette::dicomweb {

// What metadata that somebody sent may ask of us.
struct MetadataLimits {
    std::size_t depth_max = 64;  // nested sequences
};

// Reads the instances of a Store request's metadata (PS3.18 10.5.1.4): an array of objects of the DICOM JSON Model, or one
// object. They are parsed one after another, so that memory holds one besides the text.
// Numbers become strings, with their digits (exact_json.h). ErrorCode::malformed for what is neither; what came before it has been visited then. The visitor's error is returned.
using InstanceVisitor = std::function<Result<void>(boost::json::object metadata)>;
[[nodiscard]] Result<void> for_each_json_instance(std::string_view text, MetadataLimits const& limits,
                                                  InstanceVisitor const& visit);

}  // namespace cassette::dicomweb
