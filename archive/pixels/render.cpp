#include "archive/pixels/render.h"

#include "archive/part10/header.h"
#include "archive/pixels/annotation.h"
#include "archive/pixels/bulk_tables.h"
#include "archive/pixels/functional_groups.h"
#include "archive/pixels/graphic_objects.h"
#include "archive/pixels/icc_profile.h"
#include "archive/pixels/jpeg_encoder.h"
#include "archive/pixels/overlay.h"
#include "archive/pixels/picture_layout.h"
#include "archive/pixels/png_encoder.h"
#include "archive/pixels/presentation_state.h"
#include "archive/pixels/shutter.h"
#include "archive/pixels/softcopy.h"
#include "archive/pixels/stored_frame.h"

#include <dcmtk/dcmdata/dcdeftag.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <memory>

namespace cassette {

namespace {

// Renditions of one version of this code are not those of another.
constexpr std::string_view key_version = "rendered-2";

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

std::string cache_key(InstanceLocation const& location, RenderRequest const& request) {
    return std::string{key_version} + '/' + location.blob.hex() + '/' + fingerprint(request);
}

// What a frame is made a picture of.
struct Scene {
    ObjectInArchive const& object;
    RenderRequest const& request;
    std::unique_ptr<DcmDataset> image;
    std::unique_ptr<DcmDataset> state;  // nullptr: no presentation state

    PresentedFrame presented() const { return {object.location.instance.str(), request.frame}; }
};

Result<Scene> read_scene(ObjectInArchive const& object, RenderRequest const& request) {
    auto const blob = open_part10(object.archive, object.principal, object.location);
    if (!blob) return fail(blob.error());
    auto image = read_header(**blob, object.archive.settings.limits);
    if (!image) return fail(image.error());
    bool const with_profile = request.profile != ColourProfile::unspecified && request.profile != ColourProfile::none;
    WantedTables const wanted{request.frame, request.purpose == Purpose::rendered, with_profile};
    if (auto put = put_back_tables(object, wanted, **image); !put) return fail(put.error());
    lift_functional_groups(**image, request.frame);
    Scene scene{object, request, std::move(*image), nullptr};
    if (!request.presentation) return scene;
    auto state = read_presentation_state(object.archive, object.principal, *request.presentation);
    if (!state) return fail(state.error());
    scene.state = std::move(*state);
    if (!presents(*scene.state, scene.presented()))
        return fail(ErrorCode::not_acceptable, "the presentation state does not refer to this frame");
    impose_transformations(*scene.state, scene.presented(), *scene.image);
    return scene;
}

// PS3.3 C.9.2 and C.10.7: of the image's planes those that the state activates, and all of the state's own; one of those may
// be a shutter (C.7.6.15). Without a state, all of the image's.
void paint_overlays(Scene const& scene, Frame const& frame, Raster& raster) {
    constexpr std::uint8_t white = 255;
    for (auto const& plane : overlay_planes(*scene.image, frame, scene.request.frame)) {
        DcmTagKey const layer{plane.group, 0x1001};
        DcmTagKey const data{plane.group, 0x3000};
        bool const shown = !scene.state || (scene.state->tagExists(layer) && !scene.state->tagExists(data));
        if (shown) paint(plane, white, raster);
    }
    if (!scene.state) return;
    Uint16 shutter_group = 0;
    (void)scene.state->findAndGetUint16(DCM_ShutterOverlayGroup, shutter_group);
    for (auto const& plane : overlay_planes(*scene.state, frame, scene.request.frame))
        paint(plane, plane.group == shutter_group ? shutter_sample(*scene.state) : white, raster);
}

Result<Raster> shown_frame(Scene const& scene) {
    auto const frame = load_frame(scene.object, *scene.image, scene.request.frame);
    if (!frame) return fail(frame.error());
    auto const rule = scene.state ? DisplayRule::presentation_state : DisplayRule::image;
    auto raster = softcopy(*frame, *scene.image, {scene.request.window, rule});
    if (!raster) return raster;
    if (scene.state) {
        raster = in_pseudo_colour(*scene.state, std::move(*raster));
        if (!raster) return raster;
    }
    if (scene.request.purpose == Purpose::rendered) paint_overlays(scene, *frame, *raster);
    // PS3.4 N.2: a presentation state's shutter takes the place of the image's.
    close_shutter(scene.state ? *scene.state : *scene.image, *raster);
    return raster;
}

// PS3.4 N.2.5: the displayed area, then turned and flipped, then graphics.
Result<PlacedRaster> arranged(Scene const& scene, Raster raster) {
    PlacedRaster picture{std::move(raster), {}};
    double aspect = pixel_aspect(*scene.image);
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

Result<std::string> render(ObjectInArchive const& object, RenderRequest const& request) {
    auto const scene = read_scene(object, request);
    if (!scene) return fault_of_object(scene.error());
    auto raster = shown_frame(*scene);
    if (!raster) return fault_of_object(raster.error());
    auto picture = arranged(*scene, std::move(*raster));
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
    if (request.region) text += region_text(*request.region);
    if (request.profile != ColourProfile::unspecified) text += "-c" + std::to_string(static_cast<int>(request.profile));
    if (request.annotations.patient) text += "-patient";
    if (request.annotations.technique) text += "-technique";
    if (request.purpose == Purpose::thumbnail) text += "-t";
    if (request.presentation) text += "-p" + request.presentation->blob.hex();
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
        return render({archive, principal, location, *layout}, request);
    };
    return archive.renditions.get_or_make(cache_key(location, request), make);
}

}  // namespace cassette
