#include "archive/pixels/render.h"

#include "archive/pixels/annotation.h"
#include "archive/pixels/blending.h"
#include "archive/pixels/graphic_objects.h"
#include "archive/pixels/icc_profile.h"
#include "archive/pixels/jpeg_encoder.h"
#include "archive/pixels/picture_layout.h"
#include "archive/pixels/png_encoder.h"
#include "archive/pixels/presentation_state.h"
#include "archive/pixels/scene.h"
#include "archive/pixels/segmentation.h"
#include "archive/pixels/softcopy.h"
#include "archive/pixels/stored_frame.h"
#include "archive/pixels/voi_selection.h"

#include <dcmtk/dcmdata/dcdeftag.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <memory>

namespace cassette {

namespace {

// Renditions of one version of this code are not those of another.
constexpr std::string_view key_version = "rendered-4";

// As many digits as tell the number from every other.
std::string exact(double number) {
    std::array<char, 32> text{};
    auto const end = std::to_chars(text.data(), text.data() + text.size(), number).ptr;
    return std::string{text.data(), end};
}

std::string region_text(SourceRegion const& region) {
    auto const optional = [](std::optional<double> const& side) { return side ? exact(*side) : std::string{}; };
    return "-r" + exact(region.x) + "_" + exact(region.y) + "_" + optional(region.width) + "_" +
        optional(region.height) + (region.unit == RegionUnit::fraction ? "f" : "");
}

// Two digits for each byte of any text.
std::string as_digits(std::string_view text) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string result;
    for (char const byte : text) {
        auto const value = static_cast<unsigned char>(byte);
        result += digits[value >> 4U];
        result += digits[value & 15U];
    }
    return result;
}

std::string cache_key(InstanceLocation const& location, RenderRequest const& request) {
    return std::string{key_version} + '/' + location.blob.hex() + '/' + fingerprint(request);
}

// PS3.4 N.2.5: the displayed area, then turned and flipped, then graphics.
Result<PlacedRaster> arranged(Scene const& scene, ShownFrame shown) {
    PlacedRaster picture{std::move(shown.raster), {}};
    double aspect = shown.pixel_aspect;
    if (scene.state) {
        if (auto const area = displayed_area(*scene.state, scene.presented())) {
            auto const& [left, top, width, height] = area->rectangle;
            if (static_cast<double>(width) * static_cast<double>(height) * 3 > static_cast<double>(raster_bytes_max))
                return fail(ErrorCode::too_large, "the displayed area is beyond the memory budget");
            picture = cut_out(std::move(picture), area->rectangle);
            aspect = area->pixel_aspect.value_or(aspect);
        }
        auto const [turn, flipped] = spatial_transformation(*scene.state);
        picture = turned(std::move(picture), turn);
        if (turn == Turn::quarter || turn == Turn::three_quarters) aspect = 1 / aspect;
        if (flipped) picture = flipped_horizontally(std::move(picture));
    }
    if (scene.request.region) {
        auto part = in_region(std::move(picture), *scene.request.region);
        if (!part) return part;
        picture = std::move(*part);
    }
    if (!scene.request.viewport) return picture;
    return in_viewport(std::move(picture), *scene.request.viewport, aspect);
}

// PS3.3 C.11.15; of whole slides that of the first optical path.
std::string profile_of(DcmItem& attributes) {
    Uint8 const* bytes = nullptr;
    unsigned long length = 0;
    DcmItem* path = nullptr;
    bool found = attributes.findAndGetUint8Array(DCM_ICCProfile, bytes, &length).good();
    if (!found && attributes.findAndGetSequenceItem(DCM_OpticalPathSequence, path, 0).good() && path != nullptr)
        found = path->findAndGetUint8Array(DCM_ICCProfile, bytes, &length).good();
    if (!found || bytes == nullptr) return {};
    return std::string{reinterpret_cast<char const*>(bytes), length};
}

Result<std::string> encoded(Scene const& scene, Raster raster) {
    auto const& request = scene.request;
    auto const own = profile_of(scene.state && scene.state->tagExists(DCM_ICCProfile) ? *scene.state : *scene.image);
    auto const picture = in_colour_space(std::move(raster), request.profile, own);
    if (request.type == RenderedType::png) return encode_png(picture.raster, picture.profile);
    return encode_jpeg(picture.raster, std::clamp(request.quality, 1, 100), picture.profile);
}

bool blends(RenderRequest const& request) {
    return request.presentation && is_blending_state(request.presentation->sop_class.str());
}

Result<std::string> render(ObjectInArchive const& object, RenderRequest const& request) {
    auto const scene = read_scene(object, request);
    if (!scene) return fault_of_object(scene.error());
    bool const of_segments = is_segmentation(object.location.sop_class.str());
    if (!request.voi.empty() && !of_segments)
        if (auto selected = select_voi(*scene->image, request.voi); !selected) return fail(selected.error());
    auto shown = of_segments ? shown_segments(*scene) : blends(request) ? shown_blend(*scene) : shown_frame(*scene);
    if (!shown) return fault_of_object(shown.error());
    auto picture = arranged(*scene, std::move(*shown));
    if (!picture) return fail(picture.error());
    if (scene->state)
        draw_graphic_annotations(*scene->state, scene->presented(),
                                 {picture->raster, picture->placement, request.purpose});
    if (request.purpose == Purpose::rendered) burn_in(*scene->image, request, picture->raster);
    return encoded(*scene, std::move(picture->raster));
}

}  // namespace

std::string fingerprint(RenderRequest const& request) {
    auto text = "f" + std::to_string(request.frame);
    text += request.type == RenderedType::png ? "-png" : "-jpeg" + std::to_string(request.quality);
    if (request.viewport)
        text += "-v" + std::to_string(request.viewport->width) + "x" + std::to_string(request.viewport->height);
    if (request.window)
        text += "-w" + exact(request.window->center) + "_" + exact(request.window->width) + "_" +
            std::to_string(static_cast<int>(request.window->function));
    if (!request.voi.empty()) text += "-voi" + as_digits(request.voi);
    if (request.depth == SampleDepth::sixteen) text += "-16";
    if (request.region) text += region_text(*request.region);
    if (request.profile != ColourProfile::unspecified) text += "-c" + std::to_string(static_cast<int>(request.profile));
    if (request.annotations.patient) text += "-patient";
    if (request.annotations.technique) text += "-technique";
    if (request.purpose == Purpose::thumbnail) text += "-t";
    if (request.presentation) text += "-p" + request.presentation->blob.hex();
    if (request.underlying)
        text += "-u" + std::to_string(request.underlying->number) + "_" + request.underlying->location.blob.hex();
    if (request.superimposed)
        text += "-o" + std::to_string(request.superimposed->number) + "_" + request.superimposed->location.blob.hex();
    return text;
}

Result<std::shared_ptr<Blob const>> rendered(Archive const& archive, Principal const& principal,
                                             InstanceLocation const& location, RenderRequest const& request) {
    auto const make = [&]() -> Result<std::string> {
        auto const layout = layout_of(archive, principal, location);
        if (!layout) return fail(layout.error());
        if (layout->pixels.encoding == PixelEncoding::none)
            return fail(ErrorCode::not_acceptable, "the instance has no pixel data");
        if (request.frame == 0 || request.frame > layout->pixels.frames)
            return fail(ErrorCode::not_found, "no such frame");
        auto wanted = request;
        if (request.type == RenderedType::jpeg || blends(request)) wanted.depth = SampleDepth::eight;
        return render({archive, principal, location, *layout}, wanted);
    };
    return archive.renditions.get_or_make(cache_key(location, request), make);
}

}  // namespace cassette
