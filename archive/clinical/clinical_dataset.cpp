#include "archive/clinical/clinical_dataset.h"

#include "archive/part10/header_values.h"
#include "archive/part10/header_view.h"
#include "archive/part10/json_dataset.h"
#include "archive/part10/metadata_json.h"
#include "archive/part10/part10_scanner.h"

#include <boost/json/array.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>

#include <utility>

namespace cassette {

namespace {

namespace json = boost::json;

constexpr std::uint32_t bytes_max = 4 * 1024 * 1024;
constexpr DatasetLimits limits{.depth_max = 16,
                               .elements_max = 65536,
                               .header_bytes_max = bytes_max,
                               .inflated_bytes_max = bytes_max,
                               .inline_bytes_max = bytes_max};
// Three levels of JSON for each sequence, and the array around it all.
constexpr std::size_t json_depth_max = 3 * 17 + 1;
constexpr std::string_view available_transfer_syntax = "00083002";

Failure too_large() { return fail(ErrorCode::too_large, "the data set is larger than 4 MiB"); }

Result<json::value> parse(std::string_view text) {
    json::parse_options options;
    options.max_depth = json_depth_max;
    json::error_code failure;
    auto value = json::parse(text, failure, {}, options);
    if (failure) return fail(ErrorCode::malformed, "not JSON: " + failure.message());
    return value;
}

Result<json::object> described(ScannedDataset const& scanned) {
    auto const header = HeaderView::of(scanned);
    if (!header) return fail(header.error());
    TextDecoder decoder{character_set_of(*header)};
    InstanceLayout const nothing_bulky;
    auto value = parse(metadata_json({*header, nothing_bulky, {}, {}}, decoder));
    if (!value) return fail(value.error());
    auto* const object = value->if_object();
    if (object == nullptr) return fail(ErrorCode::internal, "a data set that is no object");
    object->erase(available_transfer_syntax);
    return std::move(*object);
}

Result<json::object> read_one(json::value const& value) {
    auto const* const object = value.if_object();
    if (object == nullptr) return fail(ErrorCode::malformed, "not an object of the DICOM JSON Model");
    auto const encoded = encode_json_dataset(*object, limits);
    if (!encoded) return fail(encoded.error());
    if (!encoded->bulk.empty())
        return fail(ErrorCode::malformed, "a BulkDataURI at " + to_hex(encoded->bulk.front().tag));
    return read_clinical_dataset(std::as_bytes(std::span{encoded->bytes}), ElementEncoding{});
}

bool has_file_meta(std::span<std::byte const> file) {
    std::string_view const text{reinterpret_cast<char const*>(file.data()), file.size()};
    return text.starts_with("DICM") || text.starts_with(std::string_view{"\2\0", 2}) ||
        (text.size() > 132 && text.substr(128, 4) == "DICM");
}

}  // namespace

Result<json::object> read_clinical_dataset(std::span<std::byte const> bytes, ElementEncoding encoding) {
    if (bytes.size() > bytes_max) return too_large();
    DatasetScanner scanner{limits, encoding};
    if (auto fed = scanner.feed(bytes); !fed) return fail(fed.error());
    auto const scanned = scanner.finish();
    if (!scanned) return fail(scanned.error());
    return described(*scanned);
}

Result<json::object> read_clinical_file(std::span<std::byte const> file) {
    if (file.size() > bytes_max) return too_large();
    if (!has_file_meta(file)) {
        auto const encoding = guess_encoding(file);
        if (!encoding) return fail(ErrorCode::malformed, "not DICOM");
        return read_clinical_dataset(file, *encoding);
    }
    Part10Scanner scanner{limits};
    if (auto fed = scanner.feed(file); !fed) return fail(fed.error());
    auto const scanned = scanner.finish();
    if (!scanned) return fail(scanned.error());
    return described(scanned->dataset);
}

Result<std::vector<json::object>> read_clinical_json(std::string_view text) {
    auto const value = parse(text);
    if (!value) return fail(value.error());
    std::vector<json::object> datasets;
    auto const* const list = value->if_array();
    std::span<json::value const> const each =
        list != nullptr ? std::span{list->data(), list->size()} : std::span{&*value, 1};
    for (auto const& one : each) {
        auto dataset = read_one(one);
        if (!dataset) return fail(dataset.error());
        datasets.push_back(std::move(*dataset));
    }
    return datasets;
}

}  // namespace cassette
