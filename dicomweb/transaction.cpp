#include "dicomweb/transaction.h"

#include <algorithm>
#include <array>

namespace cassette::dicomweb {

namespace {

using enum http::Method;

constexpr std::string_view search = "PS3.18 10.6";
constexpr std::string_view retrieve = "PS3.18 10.4";
constexpr std::string_view store = "PS3.18 10.5";
constexpr std::string_view extension = "-";

constexpr std::string_view search_parameters =
    "{attributeID}|includefield|fuzzymatching|emptyvaluematching|multiplevaluematching|limit|offset|orderby|"
    "includecount|accept|charset";
constexpr std::string_view search_types =
    "application/dicom+json|application/json|multipart/related; type=\"application/dicom+xml\"|text/csv";

constexpr std::string_view retrieve_parameters = "accept|charset";
constexpr std::string_view instances_types =
    "multipart/related; type=\"application/dicom\"|application/dicom|application/zip";
constexpr std::string_view zip_parameters = "accept|charset|dicomdir";
constexpr std::string_view metadata_parameters = "accept|charset|includefield";
constexpr std::string_view metadata_types =
    "application/dicom+json|application/json|multipart/related; type=\"application/dicom+xml\"";
constexpr std::string_view bulk_types =
    "multipart/related; type=\"application/octet-stream\"|application/octet-stream|image/jpeg|image/jls|image/jp2|"
    "image/jpx|image/jphc|image/dicom-rle";
constexpr std::string_view rendered_parameters =
    "accept|charset|annotation|quality|viewport|window|voi|bitdepth|iccprofile";
constexpr std::string_view rendered_types =
    "image/jpeg|image/png|text/html|text/plain|text/xml|application/pdf|video/mp4|video/mpeg";
constexpr std::string_view thumbnail_parameters = "accept|charset|viewport";
constexpr std::string_view thumbnail_types = "image/jpeg|image/png";
constexpr std::string_view store_types =
    "multipart/related; type=\"application/dicom\"|application/dicom|multipart/related; "
    "type=\"application/dicom+json\"|multipart/related; type=\"application/dicom+xml\"|application/dicom+json|"
    "application/dicom+xml";
constexpr std::string_view store_answers = "application/dicom+json|application/json|application/dicom+xml";

#define SERIES "/studies/{study}/series/{series}"
#define INSTANCE SERIES "/instances/{instance}"

constexpr std::array<Transaction, 40> table{{
    {options, "", "Retrieve Capabilities", "PS3.18 8.9", "accept", "", "application/vnd.sun.wadl+xml|application/json"},
    {get, "/studies", "Search for Studies", search, search_parameters, "", search_types},
    {post, "/studies", "Store Instances", store, "accept", store_types, store_answers},
    {get, "/studies/{study}", "Retrieve Study", retrieve, zip_parameters, "", instances_types},
    {post, "/studies/{study}", "Store Study Instances", store, "accept", store_types, store_answers},
    {delete_, "/studies/{study}", "Delete Study", extension, "reason", "", ""},
    {post, "/studies/{study}/restore", "Restore Study", extension, "", "", ""},
    {get, "/studies/{study}/metadata", "Retrieve Study Metadata", retrieve, metadata_parameters, "", metadata_types},
    {get, "/studies/{study}/bulkdata", "Retrieve Study Bulkdata", retrieve, retrieve_parameters, "", bulk_types},
    {get, "/studies/{study}/pixeldata", "Retrieve Study Pixel Data", retrieve, retrieve_parameters, "", bulk_types},
    {get, "/studies/{study}/rendered", "Retrieve Rendered Study", retrieve, rendered_parameters, "", rendered_types},
    {get, "/studies/{study}/thumbnail", "Retrieve Study Thumbnail", retrieve, thumbnail_parameters, "",
     thumbnail_types},
    {get, "/studies/{study}/series", "Search for Study Series", search, search_parameters, "", search_types},
    {get, "/studies/{study}/instances", "Search for Study Instances", search, search_parameters, "", search_types},
    {get, SERIES, "Retrieve Series", retrieve, zip_parameters, "", instances_types},
    {delete_, SERIES, "Delete Series", extension, "reason", "", ""},
    {post, SERIES "/restore", "Restore Series", extension, "", "", ""},
    {get, SERIES "/metadata", "Retrieve Series Metadata", retrieve, metadata_parameters, "", metadata_types},
    {get, SERIES "/bulkdata", "Retrieve Series Bulkdata", retrieve, retrieve_parameters, "", bulk_types},
    {get, SERIES "/pixeldata", "Retrieve Series Pixel Data", retrieve, retrieve_parameters, "", bulk_types},
    {get, SERIES "/rendered", "Retrieve Rendered Series", retrieve, rendered_parameters, "", rendered_types},
    {get, SERIES "/thumbnail", "Retrieve Series Thumbnail", retrieve, thumbnail_parameters, "", thumbnail_types},
    {get, SERIES "/instances", "Search for Study Series Instances", search, search_parameters, "", search_types},
    {get, INSTANCE, "Retrieve Instance", retrieve, retrieve_parameters, "", instances_types},
    {delete_, INSTANCE, "Delete Instance", extension, "reason", "", ""},
    {post, INSTANCE "/restore", "Restore Instance", extension, "", "", ""},
    {get, INSTANCE "/metadata", "Retrieve Instance Metadata", retrieve, metadata_parameters, "", metadata_types},
    {get, INSTANCE "/bulkdata", "Retrieve Instance Bulkdata", retrieve, retrieve_parameters, "", bulk_types},
    {get, INSTANCE "/bulkdata/{path}", "Retrieve Bulkdata", retrieve, retrieve_parameters, "", bulk_types},
    {get, INSTANCE "/pixeldata", "Retrieve Instance Pixel Data", retrieve, retrieve_parameters, "", bulk_types},
    {get, INSTANCE "/rendered", "Retrieve Rendered Instance", retrieve, rendered_parameters, "", rendered_types},
    {get, INSTANCE "/thumbnail", "Retrieve Instance Thumbnail", retrieve, thumbnail_parameters, "", thumbnail_types},
    {get, INSTANCE "/frames", "Retrieve All Frames", extension, retrieve_parameters, "", bulk_types},
    {get, INSTANCE "/frames/{frames}", "Retrieve Frames", retrieve, retrieve_parameters, "", bulk_types},
    {get, INSTANCE "/frames/{frames}/rendered", "Retrieve Rendered Frames", retrieve, rendered_parameters, "",
     "image/jpeg|image/png"},
    {get, INSTANCE "/frames/{frames}/thumbnail", "Retrieve Frame Thumbnail", retrieve, thumbnail_parameters, "",
     thumbnail_types},
    {get, "/series", "Search for Series", search, search_parameters, "", search_types},
    {get, "/instances", "Search for Instances", search, search_parameters, "", search_types},
    {get, "/deleted", "List Deleted Instances", extension, "limit|offset", "", "application/json"},
    {get, "/changes", "Retrieve Changes", extension, "since|limit", "", "application/json"},
}};

#undef SERIES
#undef INSTANCE

}  // namespace

std::span<Transaction const> transactions() { return table; }

Transaction const* find_transaction(http::Method method, std::string_view pattern) {
    auto const same = [&](Transaction const& one) { return one.method == method && one.pattern == pattern; };
    auto const* const found = std::ranges::find_if(table, same);
    return found == table.end() ? nullptr : found;
}

}  // namespace cassette::dicomweb
