#pragma once

#include "archive/part10/header_view.h"
#include "archive/part10/instance_layout.h"
#include "archive/part10/text_decoder.h"

#include <string>
#include <vector>

namespace cassette {

// The DICOM JSON Model object (PS3.18 F) of an instance: every attribute of the header in UTF-8, sequences included; bulk
// values and Pixel Data by BulkDataURI = `bulk_uri_prefix` + path; binary values of the header inline.
struct MetadataSource {
    struct ToldUID {
        Tag tag;
        std::string uid;
    };
    HeaderView const& header;
    InstanceLayout const& layout;
    std::string transfer_syntax;  // told as Available Transfer Syntax UID (0008,3002)
    std::string bulk_uri_prefix;
    std::vector<ToldUID> told_uids{};  // in place of what the header has
};
[[nodiscard]] std::string metadata_json(MetadataSource const& source, TextDecoder& decoder);

}  // namespace cassette
