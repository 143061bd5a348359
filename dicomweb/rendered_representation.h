#pragma once

#include "archive/access/principal.h"
#include "archive/archive.h"
#include "archive/pixels/render.h"
#include "dicomweb/accept.h"
#include "dicomweb/pieces.h"

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace cassette::dicomweb {

// The Resource Categories of PS3.18 8.7.2 as far as they are rendered in ways of their own.
enum class RenderedCategory {
    image,              // and all that is shown by an icon
    presentation,       // a presentation state: the images it refers to
    structured_report,  // text/html, text/plain
    document,           // what it encapsulates
    video,              // its bit stream
};
[[nodiscard]] RenderedCategory category_of(InstanceLocation const& location);

// What a rendered instance can be had as, PS3.18 Table 8.7.4-1, best first; each also as a part of a multipart. An image can
// be had of everything: an icon if need be.
[[nodiscard]] std::vector<Offer> rendered_offers(InstanceLocation const& location);
// Images alone: thumbnails and frames.
[[nodiscard]] std::vector<Offer> image_offers();
// Without what cannot have samples of so many bits: 16 are PNG's alone.
[[nodiscard]] std::vector<Offer> with_depth(std::vector<Offer> offers, SampleDepth depth);

// The offer to send. A client that asks a rendered resource for a multipart or for bytes gets the first: some send one Accept
// for everything. ErrorCode::not_acceptable naming what can be had.
[[nodiscard]] Result<Offer> chosen_offer(http::Request const& request, std::vector<Offer> const& offers);
// "image/png" is RenderedType::png; nullopt for what is no image.
[[nodiscard]] std::optional<RenderedType> image_type_of(Offer const& offer);

// What is no image: the instance as `media_type` of its offers. ErrorCode::not_acceptable when it is not there.
struct RenderedDocument {
    std::string content_type;
    Pieces pieces;
};
[[nodiscard]] Result<RenderedDocument> rendered_document(Archive const& archive, Principal const& principal,
                                                         InstanceLocation const& location,
                                                         std::string const& media_type);

// One image to be made.
struct Picture {
    InstanceLocation location;
    std::uint32_t frame = 1;
    std::optional<InstanceLocation> presentation = std::nullopt;
};
// One answer has no more of them.
inline constexpr std::size_t pictures_max = 10'000;
// The images of an instance: its frames, or those a presentation state refers to and that are here, in whatever study they are.
// ErrorCode::not_found when none of those is here; not_acceptable when it refers to none; too_large beyond pictures_max.
[[nodiscard]] Result<std::vector<Picture>> pictures_of(Archive const& archive, Principal const& principal,
                                                       InstanceLocation const& location);

// What to ask of a picture's instance: the request with its frame, its presentation state, what a segmentation lies over, and
// what a blending state superimposes. Errors are those of underlying_frame and superimposed_frame.
[[nodiscard]] Result<RenderRequest> request_for(Archive const& archive, Principal const& principal,
                                                Picture const& picture, RenderRequest request);

// The image of a picture as request_for() says, or an icon: of a thumbnail that cannot be made, of an object without pixels, and
// of a video that cannot be decoded here. Errors are those of rendered().
[[nodiscard]] Result<std::shared_ptr<Blob const>> image_of(Archive const& archive, Principal const& principal,
                                                           Picture const& picture, RenderRequest const& request);
// The same with an icon for whatever cannot be shown: one of many images does not hinder the others. Errors are those that
// trying again may mend.
[[nodiscard]] Result<std::shared_ptr<Blob const>> image_or_icon_of(Archive const& archive, Principal const& principal,
                                                                   Picture const& picture,
                                                                   RenderRequest const& request);

}  // namespace cassette::dicomweb
