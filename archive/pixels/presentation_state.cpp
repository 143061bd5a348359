#include "archive/pixels/presentation_state.h"

#include "archive/part10/header.h"
#include "archive/pixels/bulk_tables.h"
#include "archive/pixels/colour.h"
#include "archive/pixels/sequence_items.h"
#include "archive/retrieve/retrieve.h"

#include <dcmtk/dcmdata/dcdeftag.h>
#include <dcmtk/dcmdata/dcsequen.h>
#include <dcmtk/dcmdata/dcuid.h>

#include <algorithm>
#include <array>

namespace cassette {

namespace {

constexpr unsigned long items_max = 4096;  // of a sequence that is looked at

constexpr std::array<std::string_view, 5> states{
    UID_GrayscaleSoftcopyPresentationStateStorage, UID_ColorSoftcopyPresentationStateStorage,
    UID_PseudoColorSoftcopyPresentationStateStorage, UID_BlendingSoftcopyPresentationStateStorage,
    UID_XAXRFGrayscaleSoftcopyPresentationStateStorage};

std::string text_at(DcmItem& item, DcmTagKey const& key) {
    OFString text;
    if (item.findAndGetOFString(key, text).bad()) return {};
    return std::string{text.data(), text.size()};
}

// Empty: all frames.
std::vector<std::uint32_t> frames_of(DcmItem& reference) {
    std::vector<std::uint32_t> frames;
    Sint32 number = 0;
    for (unsigned long i = 0; i < items_max; ++i) {
        if (reference.findAndGetSint32(DCM_ReferencedFrameNumber, number, i).bad()) break;
        if (number > 0) frames.push_back(static_cast<std::uint32_t>(number));
    }
    return frames;
}

bool refers_to(DcmItem& reference, PresentedFrame const& frame) {
    if (text_at(reference, DCM_ReferencedSOPInstanceUID) != frame.instance) return false;
    auto const frames = frames_of(reference);
    return frames.empty() || std::ranges::find(frames, frame.number) != frames.end();
}

void add_images(DcmItem& referenced_series, std::vector<PresentedImage>& images) {
    auto const series = SeriesInstanceUID::received(text_at(referenced_series, DCM_SeriesInstanceUID));
    if (!series) return;
    visit_items(referenced_series, DCM_ReferencedImageSequence, items_max, [&](DcmItem& reference) {
        auto const instance = SOPInstanceUID::received(text_at(reference, DCM_ReferencedSOPInstanceUID));
        if (instance) images.push_back({*series, *instance, frames_of(reference)});
    });
}

void replace(DcmItem& from, DcmTagKey const& key, DcmDataset& image) {
    (void)image.findAndDeleteElement(key);
    if (from.tagExists(key)) (void)from.findAndInsertCopyOfElement(key, &image);
}

void replace_voi(DcmItem& state, PresentedFrame const& frame, DcmDataset& image) {
    std::array const keys{DCM_VOILUTSequence, DCM_WindowCenter, DCM_WindowWidth, DCM_VOILUTFunction};
    for (auto const& key : keys) (void)image.findAndDeleteElement(key);
    bool found = false;
    visit_items(state, DCM_SoftcopyVOILUTSequence, items_max, [&](DcmItem& item) {
        if (found || !applies_to(item, frame)) return;
        found = true;
        for (auto const& key : keys) replace(item, key, image);
    });
}

// The item about this frame, or else the state itself.
DcmItem* shutter_holder(DcmItem& state, PresentedFrame const& frame) {
    DcmItem* holder = &state;
    visit_items(state, DCM_FrameDisplayShutterSequence, items_max, [&](DcmItem& item) {
        if (holder == &state && applies_to(item, frame)) holder = &item;
    });
    return holder;
}

void replace_shutter(DcmItem& state, PresentedFrame const& frame, DcmDataset& image) {
    auto* const holder = shutter_holder(state, frame);
    for (auto const& key : {DCM_ShutterShape, DCM_ShutterLeftVerticalEdge, DCM_ShutterRightVerticalEdge,
                            DCM_ShutterUpperHorizontalEdge, DCM_ShutterLowerHorizontalEdge, DCM_CenterOfCircularShutter,
                            DCM_RadiusOfCircularShutter, DCM_VerticesOfThePolygonalShutter})
        replace(*holder, key, image);
    for (auto const& key : {DCM_ShutterPresentationValue, DCM_ShutterPresentationColorCIELabValue})
        replace(holder->tagExists(key) ? *holder : state, key, image);
}

std::optional<Sint32> corner(DcmItem& item, DcmTagKey const& key, unsigned long position) {
    Sint32 value = 0;
    if (item.findAndGetSint32(key, value, position).bad()) return std::nullopt;
    return value;
}

// Presentation Pixel Spacing, or else Aspect Ratio: the vertical one first.
std::optional<double> aspect_of(DcmItem& item) {
    Float64 vertical = 0;
    Float64 horizontal = 0;
    bool const spaced = item.findAndGetFloat64(DCM_PresentationPixelSpacing, vertical, 0).good() &&
        item.findAndGetFloat64(DCM_PresentationPixelSpacing, horizontal, 1).good();
    if (!spaced) {
        auto const down = corner(item, DCM_PresentationPixelAspectRatio, 0);
        auto const across = corner(item, DCM_PresentationPixelAspectRatio, 1);
        vertical = down.value_or(0);
        horizontal = across.value_or(0);
    }
    if (!(vertical > 0) || !(horizontal > 0)) return std::nullopt;
    return std::clamp(vertical / horizontal, 0.02, 50.0);
}

std::optional<DisplayedArea> area_of(DcmItem& item) {
    auto const left = corner(item, DCM_DisplayedAreaTopLeftHandCorner, 0);
    auto const top = corner(item, DCM_DisplayedAreaTopLeftHandCorner, 1);
    auto const right = corner(item, DCM_DisplayedAreaBottomRightHandCorner, 0);
    auto const bottom = corner(item, DCM_DisplayedAreaBottomRightHandCorner, 1);
    if (!left || !top || !right || !bottom) return std::nullopt;
    // Which corner is top left is said of the turned picture.
    std::int64_t const first_column = std::min(*left, *right);
    std::int64_t const last_column = std::max(*left, *right);
    std::int64_t const first_row = std::min(*top, *bottom);
    std::int64_t const last_row = std::max(*top, *bottom);
    return DisplayedArea{{first_column - 1, first_row - 1, last_column - first_column + 1, last_row - first_row + 1},
                         aspect_of(item)};
}

}  // namespace

bool is_presentation_state(std::string_view sop_class) { return std::ranges::find(states, sop_class) != states.end(); }

bool is_blending_state(std::string_view sop_class) { return sop_class == UID_BlendingSoftcopyPresentationStateStorage; }

DcmItem* blended_set(DcmItem& state, BlendingPosition position) {
    auto const* const wanted = position == BlendingPosition::underlying ? "UNDERLYING" : "SUPERIMPOSED";
    DcmItem* found = nullptr;
    visit_items(state, DCM_BlendingSequence, items_max, [&](DcmItem& item) {
        if (found == nullptr && text_at(item, DCM_BlendingPosition) == wanted) found = &item;
    });
    return found;
}

DcmItem* transformed_set(DcmItem& state) {
    bool const blends = is_blending_state(text_at(state, DCM_SOPClassUID));
    return blends ? blended_set(state, BlendingPosition::underlying) : &state;
}

std::vector<PresentedImage> images_of(DcmItem& set) {
    std::vector<PresentedImage> images;
    visit_items(set, DCM_ReferencedSeriesSequence, items_max, [&](DcmItem& series) { add_images(series, images); });
    return images;
}

Result<std::vector<PresentedImage>> presented_images(Archive const& archive, Principal const& principal,
                                                     InstanceLocation const& state) {
    if (!is_presentation_state(state.sop_class.str()))
        return fail(ErrorCode::not_acceptable, "not a presentation state that is rendered");
    auto const blob = open_part10(archive, principal, state);
    if (!blob) return fail(blob.error());
    auto const header = read_header(**blob, archive.settings.limits);
    if (!header) return fail(header.error());
    auto* const set = transformed_set(**header);
    auto images = set != nullptr ? images_of(*set) : std::vector<PresentedImage>{};
    if (images.empty()) return fail(ErrorCode::not_acceptable, "a presentation state that refers to no image");
    return images;
}

Result<std::unique_ptr<DcmDataset>> read_presentation_state(Archive const& archive, Principal const& principal,
                                                            InstanceLocation const& state) {
    auto const layout = layout_of(archive, principal, state);
    if (!layout) return fail(layout.error());
    auto const blob = open_part10(archive, principal, state);
    if (!blob) return fail(blob.error());
    auto header = read_header(**blob, archive.settings.limits);
    if (!header) return header;
    ObjectInArchive const object{archive, principal, state, *layout};
    if (auto put = put_back_tables(object, {.overlays = true, .profiles = true}, **header); !put)
        return fail(put.error());
    return header;
}

bool applies_to(DcmItem& item, PresentedFrame const& frame) {
    bool any = false;
    bool applies = false;
    visit_items(item, DCM_ReferencedImageSequence, items_max, [&](DcmItem& reference) {
        any = true;
        applies = applies || refers_to(reference, frame);
    });
    return !any || applies;
}

bool presents(DcmItem& set, PresentedFrame const& frame) {
    bool found = false;
    visit_items(set, DCM_ReferencedSeriesSequence, items_max, [&](DcmItem& series) {
        visit_items(series, DCM_ReferencedImageSequence, items_max,
                    [&](DcmItem& reference) { found = found || refers_to(reference, frame); });
    });
    return found;
}

void impose_transformations(DcmItem& state, PresentedFrame const& frame, DcmDataset& image) {
    replace_shutter(state, frame, image);
    if (text_at(state, DCM_SOPClassUID) == UID_ColorSoftcopyPresentationStateStorage) return;
    for (auto const& key : {DCM_ModalityLUTSequence, DCM_RescaleSlope, DCM_RescaleIntercept, DCM_PresentationLUTShape,
                            DCM_PresentationLUTSequence})
        replace(state, key, image);
    replace_voi(state, frame, image);
}

Result<Raster> in_pseudo_colour(DcmItem& state, Raster grey) {
    bool const is_pseudo = text_at(state, DCM_SOPClassUID) == UID_PseudoColorSoftcopyPresentationStateStorage;
    if (!is_pseudo || grey.channels == 3) return grey;
    return through_palette(grey, state);
}

SpatialTransformation spatial_transformation(DcmItem& state) {
    SpatialTransformation transformation;
    Uint16 degrees = 0;
    (void)state.findAndGetUint16(DCM_ImageRotation, degrees);
    if (degrees == 90) transformation.turn = Turn::quarter;
    if (degrees == 180) transformation.turn = Turn::half;
    if (degrees == 270) transformation.turn = Turn::three_quarters;
    transformation.flipped_horizontally = text_at(state, DCM_ImageHorizontalFlip) == "Y";
    return transformation;
}

std::optional<DisplayedArea> displayed_area(DcmItem& state, PresentedFrame const& frame) {
    std::optional<DisplayedArea> area;
    visit_items(state, DCM_DisplayedAreaSelectionSequence, items_max, [&](DcmItem& item) {
        if (!area && applies_to(item, frame)) area = area_of(item);
    });
    return area;
}

}  // namespace cassette
