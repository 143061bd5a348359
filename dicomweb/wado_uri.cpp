#include "dicomweb/wado_uri.h"

#include "archive/deidentify/deidentified_part10.h"
#include "archive/pixels/transcode.h"
#include "archive/retrieve/retrieve.h"
#include "dicomweb/character_sets.h"
#include "dicomweb/entity_tag.h"
#include "dicomweb/instance_representation.h"
#include "dicomweb/rendered_representation.h"
#include "dicomweb/rendering_parameters.h"
#include "dicomweb/resource.h"
#include "dicomweb/single_part.h"
#include "dicomweb/wado_instances.h"
#include "dicomweb/wado_uri_parameters.h"

#include <algorithm>
#include <utility>

namespace cassette::dicomweb {

namespace {

constexpr std::string_view path = "/wado";
constexpr std::string_view dicom = "application/dicom";

struct Asked {
    Service const& service;
    http::Request const& request;
    UriParameters const& parameters;
    InstanceLocation const& location;
};

// PS3.18 9.1.2.2.1: contentType, or else the Accept field.
std::vector<AcceptedRange> wanted_ranges(http::Request const& request) {
    auto const types = request.parameter("contentType");
    if (types && !types->empty()) return parse_accept(*types);
    return parse_accept(request.fields.joined("Accept"));
}

bool shows_one_picture(Asked const& asked) {
    return category_of(asked.location) == RenderedCategory::image &&
        (asked.location.frames <= 1 || asked.parameters.for_rendering);
}

// What can be had, the default first (PS3.18 9.3, Tables 8.7.3-2 and 8.7.4-1).
std::vector<Offer> offers_for(Asked const& asked) {
    auto offers = with_depth(rendered_offers(asked.location), asked.parameters.rendering.depth);
    std::erase_if(offers, [](Offer const& offer) { return !offer.part_type.empty(); });
    bool const anonymous = asked.parameters.anonymize == Anonymize::yes;
    if (anonymous) std::erase_if(offers, [](Offer const& offer) { return !offer.essence.starts_with("image/"); });
    bool const report = category_of(asked.location) == RenderedCategory::structured_report && !anonymous;
    Offer const whole_instance{std::string{dicom}, {}, {}};
    offers.insert(shows_one_picture(asked) || report ? offers.end() : offers.begin(), whole_instance);
    return offers;
}

// The range that names application/dicom, with the transfer syntax that is asked for, if any.
std::vector<AcceptedRange> instance_ranges(Asked const& asked, std::vector<AcceptedRange> const& ranges) {
    AcceptedRange range{std::string{dicom}, {}, {}, 1000};
    auto const named = std::ranges::find(ranges, dicom, &AcceptedRange::essence);
    if (named != ranges.end()) range.transfer_syntaxes = named->transfer_syntaxes;
    if (range.transfer_syntaxes.empty() && asked.parameters.transfer_syntax)
        range.transfer_syntaxes = {*asked.parameters.transfer_syntax};
    return {range};
}

// PS3.18 9.4.1.2.3: the transfer syntax that is asked for where it can be had, otherwise the default.
Result<TransferSyntaxUID> chosen_syntax(Asked const& asked, std::vector<AcceptedRange> ranges) {
    Asker const asker{asked.service.archive, asked.request.principal};
    InstanceNegotiation wanted{asker, ranges, InstancePackaging::alone};
    auto syntax = wanted.choose(asked.location);
    bool const elsewise = !syntax && syntax.error().code == ErrorCode::not_acceptable;
    if (!elsewise) return syntax;
    ranges.front().transfer_syntaxes.clear();
    return InstanceNegotiation{asker, std::move(ranges), InstancePackaging::alone}.choose(asked.location);
}

Result<DeidentifiedPart10> deidentified(Asked const& asked, TransferSyntaxUID const& syntax) {
    auto const& archive = asked.service.archive;
    auto const& principal = asked.request.principal;
    if (syntax == asked.location.transfer_syntax) {
        auto blob = open_part10(archive, principal, asked.location);
        if (!blob) return fail(blob.error());
        return deidentified_part10(archive, *std::move(blob));
    }
    auto const layout = layout_of(archive, principal, asked.location);
    if (!layout) return fail(layout.error());
    auto stream = transcoded_part10(archive, principal, {asked.location, *layout}, syntax);
    if (!stream) return fail(stream.error());
    return deidentified_part10(archive, **stream);
}

// Nobody has looked for text in the pixels, and the client is told, unless the object says that there is none.
void warn_of_pixel_text(Asked const& asked, DeidentifiedPart10 const& object, http::Response& response) {
    if (object.pixel_text == PixelText::none) return;
    response.fields.add("Warning",
                        "299 " + service_url(asked.service, asked.request) +
                            ": The pixel data were not inspected for text about the patient");
}

Result<http::Response> anonymous_instance(Asked const& asked, TransferSyntaxUID const& syntax) {
    auto object = deidentified(asked, syntax);
    if (!object) return fail(object.error());
    auto type = std::string{dicom} + "; transfer-syntax=" + object->transfer_syntax;
    auto response = single_part(asked.request,
                                {std::move(type),
                                 strong_etag(asked.location, "anonymous-" + syntax.str()),
                                 to_pieces(std::move(object->pieces)),
                                 {}});
    warn_of_pixel_text(asked, *object, response);
    return response;
}

Result<http::Response> instance_answer(Asked const& asked, std::vector<AcceptedRange> const& ranges) {
    if (asked.parameters.for_rendering)
        return fail(ErrorCode::malformed,
                    "a parameter for pictures does not go with application/dicom (PS3.18 9.4.1.2)");
    auto const syntax = chosen_syntax(asked, instance_ranges(asked, ranges));
    if (!syntax) return fail(syntax.error());
    if (asked.parameters.anonymize == Anonymize::yes) return anonymous_instance(asked, *syntax);
    return single_response(asked.service, asked.request, {asked.location, *syntax});
}

// PS3.18 9.5.1.2.7: the presentation state is of the same study.
Result<Picture> picture_to_show(Asked const& asked) {
    auto const& archive = asked.service.archive;
    auto const& principal = asked.request.principal;
    Picture picture{asked.location, asked.parameters.rendering.frame};
    if (auto const& reference = asked.parameters.presentation) {
        auto state =
            locate_instance(archive, principal, {asked.location.study, reference->series, reference->instance});
        if (!state) return fail(state.error());
        picture.presentation = *std::move(state);
    } else if (category_of(asked.location) == RenderedCategory::presentation) {
        auto const pictures = pictures_of(archive, principal, asked.location);
        if (!pictures) return fail(pictures.error());
        return pictures->front();
    }
    return picture;
}

// A picture that names nobody: without overlays and text, as thumbnails are.
Result<void> make_anonymous(Asked const& asked, RenderRequest& rendering) {
    auto blob = open_part10(asked.service.archive, asked.request.principal, asked.location);
    if (!blob) return fail(blob.error());
    auto const checked = deidentified_part10(asked.service.archive, *std::move(blob));
    if (!checked) return fail(checked.error());
    rendering.purpose = Purpose::thumbnail;
    rendering.annotations = {};
    return {};
}

Result<http::Response> picture_answer(Asked const& asked, RenderedType type) {
    auto const picture = picture_to_show(asked);
    if (!picture) return fail(picture.error());
    auto rendering = request_for(asked.service.archive, asked.request.principal, *picture, asked.parameters.rendering);
    if (!rendering) return fail(rendering.error());
    rendering->type = type;
    if (asked.parameters.anonymize == Anonymize::yes)
        if (auto done = make_anonymous(asked, *rendering); !done) return fail(done.error());
    auto image = image_of(asked.service.archive, asked.request.principal, *picture, *rendering);
    if (!image) return fail(image.error());
    return single_part(asked.request,
                       {std::string{media_type_of(type)}, strong_etag(picture->location, fingerprint(*rendering)),
                        whole(*std::move(image)), last_modified(picture->location)});
}

Result<http::Response> document_answer(Asked const& asked, std::string const& media_type) {
    auto document = rendered_document(asked.service.archive, asked.request.principal, asked.location, media_type);
    if (!document) return fail(document.error());
    auto const form = media_type.substr(media_type.find('/') + 1);
    auto response = single_part(asked.request,
                                {document->content_type, strong_etag(asked.location, "d-" + form),
                                 std::move(document->pieces), last_modified(asked.location)});
    // Whatever the object's author wrote, a browser neither guesses at it nor runs it.
    response.fields.set("X-Content-Type-Options", "nosniff");
    if (media_type.starts_with("text/"))
        response.fields.set("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox");
    return response;
}

Result<http::Response> answer(Asked const& asked) {
    auto const ranges = wanted_ranges(asked.request);
    auto const offers = offers_for(asked);
    auto const chosen = negotiate(ranges, offers);
    if (!chosen) return fail(not_acceptable(offers));
    auto const& offer = offers[*chosen];
    if (offer.essence == dicom) return instance_answer(asked, ranges);
    if (asked.parameters.transfer_syntax && asked.request.parameter("contentType"))
        return fail(ErrorCode::malformed, "transferSyntax goes with application/dicom alone (PS3.18 9.4.1.2.3)");
    auto const type = image_type_of(offer);
    return type ? picture_answer(asked, *type) : document_answer(asked, offer.essence);
}

Result<http::Response> retrieve(Service const& service, http::Request const& request, http::PathValues const&) {
    auto const parameters = parse_uri_parameters(request);
    if (!parameters) return fail(parameters.error());
    if (auto checked = check_character_sets(request); !checked) return fail(checked.error());
    auto const location = locate_instance(service.archive, request.principal, parameters->scope);
    if (!location) return fail(location.error());
    auto response = answer({service, request, *parameters, *location});
    if (!response || parameters->unsupported_annotations.empty()) return response;
    std::string unsupported;
    for (auto const& value : parameters->unsupported_annotations)
        unsupported += (unsupported.empty() ? "" : ", ") + value;
    response->fields.add(
        "Warning",
        "299 " + service_url(service, request) + ": The following annotation values are not supported: " + unsupported);
    return response;
}

}  // namespace

std::vector<http::Route> wado_uri_routes(Service const& service) {
    return {{http::Method::get, std::string{path}, handler(service, retrieve)}};
}

}  // namespace cassette::dicomweb
