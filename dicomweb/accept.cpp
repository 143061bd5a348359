#include "dicomweb/accept.h"

#include "dicomweb/media_type.h"

#include <algorithm>

namespace cassette::dicomweb {

namespace {

// qvalue of RFC 9110 12.4.2 in thousandths; what is not one counts as 1.
int parse_quality(std::string_view text) {
    if (text.empty() || (text[0] != '0' && text[0] != '1')) return 1000;
    int thousandths = (text[0] - '0') * 1000;
    int weight = 100;
    for (char const c : text.substr(std::min<std::size_t>(2, text.size()))) {
        if (c < '0' || c > '9' || weight == 0) break;
        thousandths += (c - '0') * weight;
        weight /= 10;
    }
    return std::min(thousandths, 1000);
}

AcceptedRange to_range(MediaType const& media_type) {
    AcceptedRange range;
    range.essence = media_type.essence;
    if (range.essence.starts_with("multipart/"))
        range.part_type = lower_case(media_type.parameter("type").value_or(""));
    for (auto const value : media_type.all("transfer-syntax")) range.transfer_syntaxes.emplace_back(value);
    if (auto const q = media_type.parameter("q")) range.quality = parse_quality(*q);
    return range;
}

// 0: no match; otherwise more for a more specific range (RFC 9110 12.5.1).
int type_specificity(std::string_view range, std::string_view type) {
    if (range == type) return 3;
    if (range.ends_with("/*") && range != "*/*" && type.starts_with(range.substr(0, range.size() - 1))) return 2;
    return range == "*/*" || range.empty() ? 1 : 0;
}

enum class SyntaxMatch { none, by_default, any, named };

SyntaxMatch match_transfer_syntax(AcceptedRange const& range, Offer const& offer, bool wildcard_type) {
    using enum SyntaxMatch;
    if (offer.transfer_syntax.empty()) return any;
    if (range.transfer_syntaxes.empty()) return offer.needs_transfer_syntax && !wildcard_type ? none : by_default;
    if (std::ranges::count(range.transfer_syntaxes, offer.transfer_syntax) != 0) return named;
    return std::ranges::count(range.transfer_syntaxes, "*") != 0 ? any : none;
}

// Clients that name a syntax of their own and then add "*" take any syntax, whatever type the range names.
bool takes_any_syntax(AcceptedRange const& range) {
    return range.transfer_syntaxes.size() > 1 && std::ranges::count(range.transfer_syntaxes, "*") != 0;
}

// 0: no match.
int specificity(AcceptedRange const& range, Offer const& offer) {
    int const outer = type_specificity(range.essence, offer.essence);
    if (outer == 0) return 0;
    bool const multipart = !offer.part_type.empty() && range.essence.starts_with("multipart/");
    int const inner = multipart ? type_specificity(range.part_type, offer.part_type) : 0;
    if (multipart && inner == 0) return takes_any_syntax(range) && !offer.transfer_syntax.empty() ? 1 : 0;
    bool const wildcard = multipart ? inner < 3 : outer < 3;
    auto const syntax = match_transfer_syntax(range, offer, wildcard);
    if (syntax == SyntaxMatch::none) return 0;
    return outer * 100 + inner * 10 + static_cast<int>(syntax);
}

struct Rank {
    int quality = 0;
    std::size_t range = 0;
};

Rank rank(std::span<AcceptedRange const> ranges, Offer const& offer) {
    Rank best;
    int best_specificity = 0;
    for (std::size_t i = 0; i < ranges.size(); ++i) {
        int const found = specificity(ranges[i], offer);
        if (found <= best_specificity) continue;
        best_specificity = found;
        best = {ranges[i].quality, i};
    }
    return best;
}

bool better(Rank const& one, Rank const& other) {
    return one.quality != other.quality ? one.quality > other.quality : one.range < other.range;
}

std::string describe(Offer const& offer) {
    if (offer.part_type.empty()) return offer.payload_type();
    auto text = offer.essence + "; type=\"" + offer.part_type + "\"";
    if (!offer.transfer_syntax.empty()) text += "; transfer-syntax=" + offer.transfer_syntax;
    return text;
}

}  // namespace

std::vector<AcceptedRange> parse_accept(std::string_view field) {
    std::vector<AcceptedRange> ranges;
    for (auto const& media_type : parse_media_ranges(field)) ranges.push_back(to_range(media_type));
    std::ranges::stable_sort(ranges, std::ranges::greater{}, &AcceptedRange::quality);
    return ranges;
}

std::vector<AcceptedRange> accepted_ranges(http::Request const& request) {
    if (auto const parameter = request.parameter("accept")) {
        auto ranges = parse_accept(*parameter);
        if (!ranges.empty()) return ranges;
    }
    return parse_accept(request.fields.joined("Accept"));
}

std::string Offer::payload_type() const {
    auto type = part_type.empty() ? essence : part_type;
    if (!transfer_syntax.empty()) type += "; transfer-syntax=" + transfer_syntax;
    return type;
}

std::optional<Choice> choose(std::span<AcceptedRange const> ranges, std::span<Offer const> offers) {
    if (offers.empty()) return std::nullopt;
    if (ranges.empty()) return Choice{0, 1000};
    std::optional<std::size_t> chosen;
    Rank best;
    for (std::size_t i = 0; i < offers.size(); ++i) {
        auto const found = rank(ranges, offers[i]);
        if (found.quality == 0 || (chosen && !better(found, best))) continue;
        chosen = i;
        best = found;
    }
    if (!chosen) return std::nullopt;
    return Choice{*chosen, best.quality};
}

std::optional<std::size_t> negotiate(std::span<AcceptedRange const> ranges, std::span<Offer const> offers) {
    auto const choice = choose(ranges, offers);
    return choice ? std::optional{choice->offer} : std::nullopt;
}

std::vector<AcceptedRange> deciding_ranges(http::Request const& request, std::span<Offer const> offers) {
    auto by_field = parse_accept(request.fields.joined("Accept"));
    auto const parameter = request.parameter("accept");
    if (!parameter) return by_field;
    auto by_parameter = parse_accept(*parameter);
    if (by_parameter.empty()) return by_field;
    bool const decides = by_field.empty() || negotiate(by_parameter, offers);
    return decides ? by_parameter : by_field;
}

std::optional<std::size_t> negotiate(http::Request const& request, std::span<Offer const> offers) {
    return negotiate(deciding_ranges(request, offers), offers);
}

Result<Offer> prefer_stored(std::span<AcceptedRange const> ranges, Alternatives const& alternatives) {
    auto const& stored = alternatives.stored;
    auto const of_stored = choose(ranges, stored);
    bool const best = of_stored && (ranges.empty() || of_stored->quality >= ranges.front().quality);
    if (best) return stored[of_stored->offer];
    auto made = alternatives.made();
    if (!made) return fail(made.error());
    auto const of_made = choose(ranges, *made);
    if (of_stored && (!of_made || of_stored->quality >= of_made->quality)) return stored[of_stored->offer];
    if (of_made) return (*made)[of_made->offer];
    made->insert(made->begin(), stored.begin(), stored.end());
    return fail(not_acceptable(*made));
}

Result<Offer> prefer_stored(http::Request const& request, Alternatives const& alternatives) {
    if (auto const parameter = request.parameter("accept")) {
        auto const ranges = parse_accept(*parameter);
        auto offer = prefer_stored(ranges, alternatives);
        bool const refused = !offer && offer.error().code == ErrorCode::not_acceptable;
        if (!ranges.empty() && (!refused || !request.fields.has("Accept"))) return offer;
    }
    return prefer_stored(parse_accept(request.fields.joined("Accept")), alternatives);
}

Error not_acceptable(std::span<Offer const> offers) {
    std::string list;
    for (auto const& offer : offers)
        if (!offer.is_alias) list += (list.empty() ? "" : ", ") + describe(offer);
    return {ErrorCode::not_acceptable, "available: " + list};
}

}  // namespace cassette::dicomweb
