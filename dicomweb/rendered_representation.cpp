#include "dicomweb/rendered_representation.h"

#include "archive/documents/encapsulated_document.h"
#include "archive/documents/structured_report.h"
#include "archive/pixels/blending.h"
#include "archive/pixels/icon.h"
#include "archive/pixels/presentation_state.h"
#include "archive/pixels/segmentation.h"
#include "archive/retrieve/referenced_instance.h"
#include "archive/retrieve/retrieve.h"

#include <algorithm>
#include <utility>

namespace cassette::dicomweb {

namespace {

constexpr std::string_view jpeg = "image/jpeg";
constexpr std::string_view png = "image/png";

void add_both_ways(std::vector<std::string> const& types, std::vector<Offer>& offers) {
    for (auto const& type : types) offers.push_back({type, {}, {}});
    for (auto const& type : types) offers.push_back({"multipart/related", type, {}});
}

// What people want of it besides an image.
std::vector<std::string> document_types(InstanceLocation const& location) {
    switch (category_of(location)) {
        case RenderedCategory::structured_report: return {"text/html", "text/plain"};
        case RenderedCategory::document: return {std::string{document_media_type(location.sop_class.str())}};
        case RenderedCategory::video: return {std::string{video_media_type(location.transfer_syntax.str())}};
        case RenderedCategory::image:
        case RenderedCategory::presentation: break;
    }
    return {};
}

bool takes_parts_or_bytes(AcceptedRange const& range) {
    return range.quality > 0 &&
        (range.essence.starts_with("multipart/") || range.essence == "application/octet-stream");
}

Result<void> add_frames(InstanceLocation const& image, std::vector<std::uint32_t> const& frames,
                        std::vector<Picture>& pictures) {
    auto const count = frames.empty() ? std::max(image.frames, 1U) : frames.size();
    if (count > pictures_max - pictures.size())
        return fail(ErrorCode::too_large, "more images than one answer has; ask for frames");
    for (std::uint32_t i = 0; i < count; ++i) pictures.push_back({image, frames.empty() ? i + 1 : frames[i]});
    return {};
}

// In the state's study, where the standard has it (PS3.3 C.11.11), or in another.
Result<InstanceLocation> locate_presented(Archive const& archive, Principal const& principal,
                                          InstanceLocation const& state, PresentedImage const& image) {
    auto location = locate_instance(archive, principal, {state.study, image.series, image.instance});
    bool const elsewhere = !location && location.error().code == ErrorCode::not_found;
    return elsewhere ? locate_referenced(archive, principal, image.instance) : location;
}

Result<std::vector<Picture>> presented_pictures(Archive const& archive, Principal const& principal,
                                                InstanceLocation const& state) {
    auto const images = presented_images(archive, principal, state);
    if (!images) return fail(images.error());
    std::vector<Picture> pictures;
    for (auto const& image : *images) {
        auto const location = locate_presented(archive, principal, state, image);
        if (!location && location.error().code == ErrorCode::not_found) continue;
        if (!location) return fail(location.error());
        if (auto added = add_frames(*location, image.frames, pictures); !added) return fail(added.error());
    }
    if (pictures.empty())
        return fail(ErrorCode::not_found,
                    "the presentation state refers to images that are not here: " + images->front().instance.str());
    for (auto& picture : pictures) picture.presentation = state;
    return pictures;
}

bool is_without_picture(Archive const& archive, Principal const& principal, InstanceLocation const& location) {
    if (category_of(location) == RenderedCategory::video) return true;
    auto const layout = layout_of(archive, principal, location);
    return layout && layout->pixels.encoding == PixelEncoding::none;
}

}  // namespace

RenderedCategory category_of(InstanceLocation const& location) {
    auto const& sop_class = location.sop_class.str();
    if (is_presentation_state(sop_class)) return RenderedCategory::presentation;
    if (is_report(sop_class)) return RenderedCategory::structured_report;
    if (!document_media_type(sop_class).empty()) return RenderedCategory::document;
    if (!video_media_type(location.transfer_syntax.str()).empty()) return RenderedCategory::video;
    return RenderedCategory::image;
}

std::vector<Offer> image_offers() {
    std::vector<Offer> offers;
    add_both_ways({std::string{jpeg}, std::string{png}}, offers);
    return offers;
}

std::vector<Offer> with_depth(std::vector<Offer> offers, SampleDepth depth) {
    if (depth == SampleDepth::sixteen)
        std::erase_if(offers, [](Offer const& offer) { return image_type_of(offer) == RenderedType::jpeg; });
    return offers;
}

std::vector<Offer> rendered_offers(InstanceLocation const& location) {
    auto types = document_types(location);
    types.emplace_back(jpeg);
    types.emplace_back(png);
    std::vector<Offer> offers;
    add_both_ways(types, offers);
    return offers;
}

Result<Offer> chosen_offer(http::Request const& request, std::vector<Offer> const& offers) {
    if (auto const chosen = negotiate(request, offers)) return offers[*chosen];
    if (std::ranges::any_of(accepted_ranges(request), takes_parts_or_bytes)) return offers.front();
    return fail(not_acceptable(std::span{offers}.first(offers.size() / 2)));
}

std::optional<RenderedType> image_type_of(Offer const& offer) {
    auto const& type = offer.part_type.empty() ? offer.essence : offer.part_type;
    if (type == jpeg) return RenderedType::jpeg;
    if (type == png) return RenderedType::png;
    return std::nullopt;
}

Result<RenderedDocument> rendered_document(Archive const& archive, Principal const& principal,
                                           InstanceLocation const& location, std::string const& media_type) {
    if (category_of(location) == RenderedCategory::structured_report) {
        auto const format = media_type == "text/html" ? ReportFormat::html : ReportFormat::plain_text;
        auto report = rendered_report(archive, principal, location, format);
        if (!report) return fail(report.error());
        RenderedDocument document{media_type + "; charset=utf-8", {}};
        document.pieces.emplace_back(std::move(*report));
        return document;
    }
    if (category_of(location) == RenderedCategory::video) {
        auto stream = video_stream(archive, principal, location);
        if (!stream) return fail(stream.error());
        return RenderedDocument{media_type, to_pieces(*std::move(stream))};
    }
    auto stored = encapsulated_document(archive, principal, location);
    if (!stored) return fail(stored.error());
    return RenderedDocument{media_type, to_pieces({*std::move(stored)})};
}

Result<std::vector<Picture>> pictures_of(Archive const& archive, Principal const& principal,
                                         InstanceLocation const& location) {
    if (category_of(location) == RenderedCategory::presentation)
        return presented_pictures(archive, principal, location);
    std::vector<Picture> pictures;
    if (auto added = add_frames(location, {}, pictures); !added) return fail(added.error());
    return pictures;
}

Result<RenderRequest> request_for(Archive const& archive, Principal const& principal, Picture const& picture,
                                  RenderRequest request) {
    request.frame = picture.frame;
    request.presentation = picture.presentation;
    if (picture.presentation && is_blending_state(picture.presentation->sop_class.str())) {
        auto superimposed =
            superimposed_frame(archive, principal, *picture.presentation, {picture.location, picture.frame});
        if (!superimposed) return fail(superimposed.error());
        request.superimposed = *std::move(superimposed);
    }
    if (!is_segmentation(picture.location.sop_class.str())) return request;
    auto underlying = underlying_frame(archive, principal, {picture.location, picture.frame});
    if (!underlying) return fail(underlying.error());
    request.underlying = *std::move(underlying);
    return request;
}

Result<std::shared_ptr<Blob const>> image_of(Archive const& archive, Principal const& principal, Picture const& picture,
                                             RenderRequest const& request) {
    auto image = rendered(archive, principal, picture.location, request);
    if (image) return image;
    auto const code = image.error().code;
    bool const cannot_be_shown = code == ErrorCode::not_acceptable || code == ErrorCode::too_large;
    bool const icon_will_do =
        request.purpose == Purpose::thumbnail || is_without_picture(archive, principal, picture.location);
    if (!cannot_be_shown || !icon_will_do) return image;
    return rendered_icon(archive, picture.location.sop_class.str(), request);
}

Result<std::shared_ptr<Blob const>> image_or_icon_of(Archive const& archive, Principal const& principal,
                                                     Picture const& picture, RenderRequest const& request) {
    auto const of_picture = request_for(archive, principal, picture, request);
    if (!of_picture) return fail(of_picture.error());
    auto image = image_of(archive, principal, picture, *of_picture);
    if (image) return image;
    using enum ErrorCode;
    auto const code = image.error().code;
    bool const stays_so = code == not_acceptable || code == too_large || code == malformed || code == not_found;
    return stays_so ? rendered_icon(archive, picture.location.sop_class.str(), request) : image;
}

}  // namespace cassette::dicomweb
