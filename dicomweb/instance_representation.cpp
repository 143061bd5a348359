#include "dicomweb/instance_representation.h"

#include "archive/pixels/transcode.h"
#include "archive/retrieve/retrieve.h"
#include "schema/transfer_syntax.h"

#include <algorithm>

namespace cassette::dicomweb {

namespace {

constexpr std::string_view explicit_little = "1.2.840.10008.1.2.1";

// PS3.18 8.7.3: where only a lossy encoding is at hand, it need not be undone.
bool is_default(std::string_view transfer_syntax) {
    auto const* syntax = find_transfer_syntax(transfer_syntax);
    return transfer_syntax == explicit_little || (syntax != nullptr && syntax->lossy);
}

}  // namespace

Offer instance_offer(InstancePackaging packaging) {
    switch (packaging) {
        case InstancePackaging::alone: return {"application/dicom", {}, {}};
        case InstancePackaging::multipart: return {"multipart/related", "application/dicom", {}};
        case InstancePackaging::zip: return {"application/zip", {}, {}};
    }
    return {};
}

Offer InstanceNegotiation::offer_of(std::string const& transfer_syntax) const {
    auto offer = instance_offer(packaging_);
    offer.transfer_syntax = transfer_syntax;
    offer.needs_transfer_syntax = packaging_ != InstancePackaging::zip && !is_default(transfer_syntax);
    return offer;
}

Result<std::vector<Offer>> InstanceNegotiation::made_offers(InstanceLocation const& location) const {
    auto const layout = layout_of(asker_.archive, asker_.principal, location);
    if (!layout) return fail(layout.error());
    std::vector<Offer> offers;
    bool has_default = false;
    for (auto const& syntax : obtainable_syntaxes(asker_.archive, asker_.principal, {location, *layout})) {
        offers.push_back(offer_of(syntax.str()));
        offers.back().needs_transfer_syntax = syntax.str() != explicit_little;
        has_default = has_default || syntax.str() == explicit_little;
    }
    if (has_default) return offers;
    auto stored = offer_of(location.transfer_syntax.str());
    stored.needs_transfer_syntax = false;
    stored.is_alias = true;
    offers.push_back(std::move(stored));
    return offers;
}

bool InstanceNegotiation::takes_as_stored(std::string const& transfer_syntax) {
    if (auto const known = taken_.find(transfer_syntax); known != taken_.end()) return known->second;
    std::vector const stored{offer_of(transfer_syntax)};
    auto const chosen = dicomweb::choose(ranges_, stored);
    bool const takes = chosen && (ranges_.empty() || chosen->quality >= ranges_.front().quality);
    taken_.emplace(transfer_syntax, takes);
    return takes;
}

Result<TransferSyntaxUID> InstanceNegotiation::choose(InstanceLocation const& location) {
    auto const& stored = location.transfer_syntax;
    if (takes_as_stored(stored.str())) return stored;
    auto made = [&] { return made_offers(location); };
    auto const offer = prefer_stored(ranges_, {{offer_of(stored.str())}, std::move(made)});
    if (!offer) return fail(offer.error());
    return TransferSyntaxUID::received(offer->transfer_syntax);
}

bool InstanceNegotiation::takes_stored(InstanceLocation const& location) const {
    std::vector stored{offer_of(location.transfer_syntax.str())};
    stored.front().needs_transfer_syntax = false;
    return dicomweb::choose(ranges_, stored).has_value();
}

}  // namespace cassette::dicomweb
