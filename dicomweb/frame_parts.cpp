#include "dicomweb/frame_parts.h"

#include "archive/pixels/transcode.h"
#include "archive/retrieve/retrieve.h"
#include "dicomweb/resource.h"

#include <utility>

namespace cassette::dicomweb {

Result<Offer> choose_frame_offer(Service const& service, http::Request const& request, FramesOf const& frames,
                                 Packaging packaging) {
    Asker const asker{service.archive, request.principal};
    auto made = [&]() -> Result<std::vector<Offer>> { return made_frame_offers(asker, frames, packaging); };
    return prefer_stored(request, {stored_frame_offers(frames, packaging), std::move(made)});
}

FrameSource::FrameSource(Service const& service, Principal principal, FrameSelection selection, Offer offer)
    : service_{service},
      principal_{std::move(principal)},
      selection_{std::move(selection)},
      offer_{std::move(offer)},
      as_stored_{is_stored_form({selection_.location, selection_.layout}, offer_.transfer_syntax)} {}

Result<Pieces> FrameSource::open(std::uint32_t number) const {
    auto const& [location, layout, numbers] = selection_;
    if (as_stored_) {
        auto ranges = frame_bytes(service_.archive, principal_, location, layout, number);
        if (!ranges) return fail(ranges.error());
        return to_pieces(*std::move(ranges));
    }
    auto const to = TransferSyntaxUID::received(offer_.transfer_syntax);
    if (!to) return fail(to.error());
    auto made = transcoded_frame(service_.archive, principal_, {location, layout}, {number, *to});
    if (!made) return fail(made.error());
    return whole(*std::move(made));
}

std::string FrameSource::path(std::uint32_t number) const {
    return resource_path(service_, selection_.location) + "/frames/" + std::to_string(number);
}

// Nothing where the frame does not lie in the blob as it is: unpacked bits, inflated data sets, what has to be made.
std::optional<std::uint64_t> FrameSource::length(std::uint32_t number) const {
    if (!as_stored_ || selection_.layout.deflated) return std::nullopt;
    auto const ranges = frame_ranges(selection_.layout, number);
    if (!ranges) return std::nullopt;
    std::uint64_t sum = 0;
    for (auto const& range : *ranges) sum += range.length;
    return sum;
}

Part frame_part(std::shared_ptr<FrameSource const> const& source, std::uint32_t number) {
    auto open = [source, number] { return source->open(number); };
    return {source->offer().payload_type(), source->path(number), source->length(number), std::move(open)};
}

Result<Part> opened_frame_part(FrameSource const& source, std::uint32_t number) {
    auto opened = source.open(number);
    if (!opened) return fail(opened.error());
    auto const length = total_length(*opened);
    auto open = [pieces = *std::move(opened)]() -> Result<Pieces> { return pieces; };
    return Part{source.offer().payload_type(), source.path(number), length, std::move(open)};
}

}  // namespace cassette::dicomweb
