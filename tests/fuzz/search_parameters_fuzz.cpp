// Law: whatever the query, a search keeps to its limits, names what it ignored in plain letters only, and written out again
// from what was understood it is the same search.

#include "dicomweb/http/request_target.h"
#include "dicomweb/search_parameters.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>

using namespace cassette;
using namespace cassette::dicomweb;

namespace {

void require(bool holds) {
    if (!holds) std::abort();
}

std::optional<Search> parsed(std::string const& query, Level level) {
    auto target = http::parse_request_target("/dicom-web/x?" + query);
    if (!target) return std::nullopt;
    http::Request request;
    request.query = std::move(target->query);
    auto search = parse_search(request, {level, std::nullopt, std::nullopt}, {});
    if (!search) {
        require(search.error().code == ErrorCode::malformed);
        return std::nullopt;
    }
    return *std::move(search);
}

std::string encoded(std::string_view text) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string result;
    for (char const c : text) {
        auto const byte = static_cast<unsigned char>(c);
        (result += '%') += digits[byte >> 4];
        result += digits[byte & 15U];
    }
    return result;
}

std::string written(Search const& search) {
    auto const& [level, keys, include, include_all, ordering, offset, limit, options, order_by, wanted] = search.query;
    std::string query = "limit=" + std::to_string(search.limit) + "&offset=" + std::to_string(offset);
    for (auto const& key : keys) query += "&" + to_text({key.sequences, key.tag}) + "=" + encoded(key.value);
    for (auto const& path : search.asked) query += "&includefield=" + to_text(path);
    if (include_all) query += "&includefield=all";
    for (auto const& [tag, direction] : order_by)
        query += std::string{"&orderby="} + (direction == Direction::descending ? "-" : "") + to_text({{}, tag});
    query += std::string{"&fuzzymatching="} + (options.fuzzy_person_names ? "true" : "false");
    query += std::string{"&emptyvaluematching="} + (options.empty_values ? "true" : "false");
    return query + "&multiplevaluematching=" + (options.multiple_values ? "true" : "false");
}

bool same_key(FindKey const& one, FindKey const& other) {
    return one.tag == other.tag && one.sequences == other.sequences && one.value == other.value;
}

bool same(Search const& one, Search const& other) {
    auto const& a = one.query;
    auto const& b = other.query;
    bool const keys = std::ranges::equal(a.keys, b.keys, same_key) && a.include_all == b.include_all &&
        std::ranges::is_permutation(a.include, b.include);
    bool const options = a.options.fuzzy_person_names == b.options.fuzzy_person_names &&
        a.options.empty_values == b.options.empty_values && a.options.multiple_values == b.options.multiple_values;
    return keys && options && a.offset == b.offset && one.limit == other.limit &&
        a.order_by.size() == b.order_by.size() && std::ranges::is_permutation(one.asked, other.asked);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    if (size == 0) return 0;
    constexpr Level levels[] = {Level::study, Level::series, Level::instance};
    auto const level = levels[data[0] % 3];
    auto const search = parsed({reinterpret_cast<char const*>(data) + 1, size - 1}, level);
    if (!search) return 0;
    ServiceSettings const settings;
    require(search->limit <= settings.qido_limit_max);
    require(*search->query.limit <= search->limit + 1);
    for (auto const& name : search->unsupported)
        require(std::ranges::none_of(name, [](char c) { return c <= ' ' || c == 0x7F || c == '"'; }));
    auto const again = parsed(written(*search), level);
    require(again && same(*search, *again));
    return 0;
}
