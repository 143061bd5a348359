#include "archive/pixels/scene.h"

#include "archive/part10/header.h"
#include "archive/pixels/fitting_frame.h"
#include "archive/pixels/functional_groups.h"
#include "archive/pixels/graphic_layer.h"
#include "archive/pixels/image_plane.h"
#include "archive/pixels/mask_subtraction.h"
#include "archive/pixels/overlay.h"
#include "archive/pixels/segmentation.h"
#include "archive/pixels/shutter.h"
#include "archive/pixels/softcopy.h"
#include "archive/pixels/stored_frame.h"
#include "archive/pixels/voi_selection.h"

#include <dcmtk/dcmdata/dcdeftag.h>

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

namespace cassette {

namespace {

// The layer that shows an overlay, PS3.3 C.11.7: nullopt where it is not shown.
std::optional<GraphicLayer> activating_layer(DcmItem& state, std::uint16_t group) {
    OFString text;
    (void)state.findAndGetOFString(DcmTagKey{group, 0x1001}, text);
    if (text.empty()) return std::nullopt;
    std::string const name{text.data(), text.size()};
    for (auto const& layer : graphic_layers(state))
        if (layer.name == name) return layer;
    return GraphicLayer{name};
}

// PS3.3 C.9.2 and C.11.7: of the image's planes and of the state's own those that the state activates; its shutter is none of
// them. Without a state, all of the image's.
void paint_overlays(Scene const& scene, Frame const& frame, Raster& raster) {
    auto const number = scene.request.frame;
    if (!scene.state) {
        for (auto const& plane : overlay_planes(*scene.image, frame, number)) paint(plane, grey_of(255), raster);
        return;
    }
    auto planes = overlay_planes(*scene.image, frame, number);
    auto const own = [&](OverlayPlane const& plane) { return scene.state->tagExists(DcmTagKey{plane.group, 0x3000}); };
    std::erase_if(planes, own);
    for (auto& plane : overlay_planes(*scene.state, frame, number)) planes.push_back(std::move(plane));
    auto const shutter = shutter_group(*scene.state);
    for (auto const& plane : planes) {
        auto const layer = activating_layer(*scene.state, plane.group);
        if (layer && plane.group != shutter) paint(plane, colour_on(*layer, raster), raster);
    }
}

// PS3.3 C.7.6.15.
void close_bitmap_shutter(Scene const& scene, Frame const& frame, Raster& raster) {
    auto const group = scene.state ? shutter_group(*scene.state) : std::nullopt;
    if (!group) return;
    for (auto const& plane : overlay_planes(*scene.state, frame, scene.request.frame))
        if (plane.group == *group) paint(plane, shutter_colour(*scene.state, raster), raster);
}

Result<void> add_frames(Scene const& scene, std::vector<std::uint32_t> const& numbers, MeanOfFrames& mean) {
    for (auto const number : numbers) {
        auto const frame = load_frame(scene.object, *scene.image, number);
        if (!frame) return fail(frame.error());
        if (auto added = mean.add(*frame); !added) return added;
    }
    return {};
}

// PS3.4 N.2.1.2: after the modality transformation, which is done then.
Result<Frame> subtracted_frame(Scene const& scene, MaskOperation const& operation) {
    auto transform = modality_transform_of(*scene.image, Signedness::unsigned_values);
    if (!transform) return fail(transform.error());
    MeanOfFrames contrast{*transform};
    MeanOfFrames mask{*std::move(transform)};
    if (auto added = add_frames(scene, operation.contrast, contrast); !added) return fail(added.error());
    if (auto added = add_frames(scene, operation.mask, mask); !added) return fail(added.error());
    for (auto const& key : {DCM_ModalityLUTSequence, DCM_RescaleSlope, DCM_RescaleIntercept})
        (void)scene.image->findAndDeleteElement(key);
    return difference(contrast, mask, operation);
}

Result<Frame> wanted_frame(Scene const& scene) {
    auto const operation =
        scene.state ? mask_operation(*scene.state, scene.presented(), scene.object.layout.pixels.frames) : std::nullopt;
    if (operation) return subtracted_frame(scene, *operation);
    if (scene.state) return load_frame(scene.object, *scene.image, scene.request.frame);
    return load_fitting_frame(scene.object, *scene.image, scene.request);
}

// A picture, and where its points are in a segmentation.
struct Underlying {
    ShownFrame shown;
    Placement placement;
};

// PS3.3 C.8.20.2: pixels that are not said to be elsewhere are those of the source.
std::optional<Placement> placement_of(DcmItem& source, DcmItem& segmentation) {
    auto const from = image_plane(source);
    auto const to = image_plane(segmentation);
    if (from && to) return placement_between(*from, *to);
    auto const same = [&](DcmTagKey const& key) {
        Uint16 one = 0;
        Uint16 other = 0;
        return source.findAndGetUint16(key, one).good() && segmentation.findAndGetUint16(key, other).good() &&
            one == other;
    };
    return same(DCM_Rows) && same(DCM_Columns) ? std::optional{Placement{}} : std::nullopt;
}

// nullopt when it cannot be shown, or not with the segmentation.
Result<std::optional<Underlying>> underlying_picture(Scene const& scene, LocatedFrame const& source) {
    auto const& object = scene.object;
    auto const layout = layout_of(object.archive, object.principal, source.location);
    if (!layout) return fail(layout.error());
    auto request = scene.request;
    request.frame = source.number;
    request.depth = SampleDepth::eight;
    request.viewport.reset();  // it is placed by its own rows and columns
    ObjectInArchive const below{object.archive, object.principal, source.location, *layout};
    auto const scene_below = read_scene(below, request);
    if (!scene_below) return fail(scene_below.error());
    auto const placement = placement_of(*scene_below->image, *scene.image);
    if (!placement) return std::optional<Underlying>{};
    if (!request.voi.empty())
        if (auto selected = select_voi(*scene_below->image, request.voi); !selected) return fail(selected.error());
    auto shown = shown_frame(*scene_below);
    if (!shown && shown.error().code == ErrorCode::not_acceptable) return std::optional<Underlying>{};
    if (!shown) return fail(shown.error());
    shown->raster = as_rgb(std::move(shown->raster));
    return std::optional{Underlying{*std::move(shown), *placement}};
}

Result<SegmentedFrame> load_segments(Scene const& scene, std::uint32_t number) {
    auto const frame = load_frame(scene.object, *scene.image, number);
    if (!frame) return fail(frame.error());
    return segmented_frame(*frame, *scene.image);
}

Result<ShownFrame> segments_alone(Scene const& scene) {
    auto const segmented = load_segments(scene, scene.request.frame);
    if (!segmented) return fail(segmented.error());
    ShownFrame shown{{segmented->columns, segmented->rows, 3, {}}, pixel_aspect(*scene.image)};
    shown.raster.samples.resize(std::size_t{segmented->columns} * segmented->rows * 3);
    blend_segments(*segmented, {}, 1, shown.raster);
    return shown;
}

}  // namespace

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
    auto* const set = transformed_set(*scene.state);
    if (set == nullptr || !presents(*set, scene.presented()))
        return fail(ErrorCode::not_acceptable, "the presentation state does not refer to this frame");
    impose_transformations(*set, scene.presented(), *scene.image);
    return scene;
}

Result<ShownFrame> shown_frame(Scene const& scene) {
    auto const frame = wanted_frame(scene);
    if (!frame) return fail(frame.error());
    auto const rule = scene.state ? DisplayRule::presentation_state : DisplayRule::image;
    auto raster = softcopy(*frame, *scene.image, {scene.request.window, rule, scene.request.depth});
    if (!raster) return fail(raster.error());
    if (scene.state) {
        raster = in_pseudo_colour(*scene.state, std::move(*raster));
        if (!raster) return fail(raster.error());
    }
    if (scene.request.purpose == Purpose::rendered) paint_overlays(scene, *frame, *raster);
    close_bitmap_shutter(scene, *frame, *raster);
    close_shutter(*scene.image, *raster);
    auto const aspect = pixel_aspect(*scene.image) * rounding_aspect(*scene.image, *raster);
    return ShownFrame{std::move(*raster), aspect};
}

Result<ShownFrame> shown_segments(Scene const& scene) {
    constexpr double opacity = 0.5;
    auto const& request = scene.request;
    if (!request.underlying) return segments_alone(scene);
    auto picture = underlying_picture(scene, *request.underlying);
    if (!picture) return fail(picture.error());
    if (!*picture) return segments_alone(scene);
    auto const frames = scene.object.layout.pixels.frames;
    auto const numbers = request.purpose == Purpose::thumbnail ? frames_beside(*scene.image, request.frame, frames)
                                                               : std::vector{request.frame};
    for (auto const number : numbers) {
        lift_functional_groups(*scene.image, number);
        auto const segmented = load_segments(scene, number);
        if (!segmented) return fail(segmented.error());
        blend_segments(*segmented, (*picture)->placement, opacity, (*picture)->shown.raster);
    }
    return std::move((*picture)->shown);
}

}  // namespace cassette
