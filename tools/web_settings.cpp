#include "tools/web_settings.h"

#include <algorithm>
#include <vector>

namespace cassette {

namespace {

std::vector<std::string_view> items_of(std::string_view text) {
    std::vector<std::string_view> items;
    while (!text.empty()) {
        auto item = text.substr(0, text.find(','));
        text.remove_prefix(std::min(text.size(), item.size() + 1));
        while (!item.empty() && item.front() == ' ') item.remove_prefix(1);
        while (!item.empty() && item.back() == ' ') item.remove_suffix(1);
        if (!item.empty()) items.push_back(item);
    }
    return items;
}

bool is_path_character(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
        std::string_view{"/-._~"}.find(c) != std::string_view::npos;
}

}  // namespace

Result<std::string> parse_public_url(std::string_view text) {
    while (text.ends_with('/')) text.remove_suffix(1);
    if (text.empty()) return std::string{};
    auto const scheme = text.find("://");
    auto const slash = scheme == std::string_view::npos ? scheme : text.find('/', scheme + 3);
    auto const path = slash == std::string_view::npos ? std::string_view{} : text.substr(slash);
    if (!http::is_origin(text.substr(0, slash)) || !std::ranges::all_of(path, is_path_character))
        return fail(ErrorCode::malformed, "is not an http or https URL");
    return std::string{text};
}

Result<http::CrossOriginPolicy> parse_origins(std::string_view text) {
    http::CrossOriginPolicy policy;
    for (auto const origin : items_of(text)) {
        if (origin != "*" && !http::is_origin(origin))
            return fail(ErrorCode::malformed, "lists what is no origin; one reads https://viewer.example.org");
        policy.origins.emplace_back(origin);
    }
    return policy;
}

Result<http::TrustedProxies> parse_proxies(std::string_view text) {
    http::TrustedProxies proxies;
    for (auto const item : items_of(text)) {
        auto range = http::AddressRange::parse(item);
        if (!range) return fail(range.error());
        proxies.push_back(*range);
    }
    return proxies;
}

}  // namespace cassette
