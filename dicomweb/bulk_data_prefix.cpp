#include "dicomweb/bulk_data_prefix.h"

#include "dicomweb/resource.h"

#include <string_view>
#include <utility>

namespace cassette::dicomweb {

namespace {

// The path of a URL; "" when it has none.
std::string_view path_of_url(std::string_view url) {
    auto const scheme = url.find("://");
    if (scheme == std::string_view::npos) return url;
    auto const slash = url.find('/', scheme + 3);
    return slash == std::string_view::npos ? std::string_view{} : url.substr(slash);
}

}  // namespace

std::optional<BulkDataPrefix> BulkDataPrefix::seen_by(Service const& service, http::Request const& request) {
    auto const url = service_url(service, request);
    auto const path = path_of_url(url);
    auto const& stored = service.archive.settings.dicomweb_path;
    if (path == stored) return std::nullopt;
    // What stands between quotes in JSON has none of its own, so this cannot be part of a value.
    constexpr std::string_view member = "\"BulkDataURI\":\"";
    return BulkDataPrefix{std::string{member} + stored + '/', std::string{member}.append(path) + '/'};
}

std::string BulkDataPrefix::applied_to(std::string json) const {
    std::string seen;
    std::size_t from = 0;
    for (auto at = json.find(stored_); at != std::string::npos; at = json.find(stored_, from)) {
        seen.append(json, from, at - from).append(seen_);
        from = at + stored_.size();
    }
    if (from == 0) return json;
    return seen.append(json, from);
}

}  // namespace cassette::dicomweb
