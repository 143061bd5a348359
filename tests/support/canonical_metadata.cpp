#include "tests/support/canonical_metadata.h"

#include "archive/part10/header_view.h"
#include "archive/part10/json_dataset.h"
#include "archive/part10/metadata_json.h"
#include "tests/support/scanned_whole.h"

namespace cassette::testing {

std::optional<std::string> canonical_metadata(boost::json::object const& metadata) {
    auto const encoded = encode_json_dataset(metadata, {});
    if (!encoded || !encoded->bulk.empty()) return std::nullopt;
    auto const scanned = scan_dataset(encoded->bytes);
    bool const has_bulk = scanned && (!scanned->bulk.empty() || scanned->pixels.encoding != PixelEncoding::none);
    if (!scanned || has_bulk) return std::nullopt;
    auto const header = HeaderView::of(*scanned);
    if (!header) return std::nullopt;
    TextDecoder decoder{"ISO_IR 192"};
    return metadata_json({*header, {}, "1.2.840.10008.1.2.1", "/"}, decoder);
}

}  // namespace cassette::testing
