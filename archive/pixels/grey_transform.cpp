#include "archive/pixels/grey_transform.h"

#include <dcmtk/dcmdata/dcdeftag.h>
#include <dcmtk/dcmdata/dcelem.h>
#include <dcmtk/dcmdata/dcuid.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <string_view>

namespace cassette {

namespace {

// PS3.5 6.2.2: a sender may write UN for what it does not know; the value is the text of a DS all the same.
std::optional<double> number_in_unknown(DcmItem& item, DcmTagKey const& key) {
    DcmElement* element = nullptr;
    Uint8* bytes = nullptr;
    if (item.findAndGetElement(key, element).bad() || element == nullptr || element->getVR() != EVR_UN)
        return std::nullopt;
    if (element->getUint8Array(bytes).bad() || bytes == nullptr) return std::nullopt;
    std::string_view text{reinterpret_cast<char const*>(bytes), element->getLength()};
    while (text.starts_with(' ') || text.starts_with('+')) text.remove_prefix(1);
    double value = 0;
    if (std::from_chars(text.data(), text.data() + text.size(), value).ec != std::errc{}) return std::nullopt;
    return value;
}

std::optional<double> number_at(DcmItem& item, DcmTagKey const& key) {
    Float64 value = 0;
    if (item.findAndGetFloat64(key, value).bad()) value = number_in_unknown(item, key).value_or(std::nan(""));
    if (!std::isfinite(value)) return std::nullopt;
    return value;
}

std::string_view text_at(DcmItem& item, DcmTagKey const& key, OFString& storage) {
    (void)item.findAndGetOFString(key, storage);
    return {storage.data(), storage.size()};
}

double clamped(double fraction) {
    if (!(fraction > 0)) return 0;  // also what is not a number
    return std::min(fraction, 1.0);
}

std::int64_t to_index(double value) {
    if (!std::isfinite(value)) return 0;
    return static_cast<std::int64_t>(std::llround(std::clamp(value, -1e15, 1e15)));
}

// PS3.3 C.8.7.1.1.2: in XA and XRF the Modality LUT leads back to linear X-Ray intensity; it is not for display.
bool lut_is_not_for_display(DcmItem& attributes) {
    OFString storage;
    auto const sop_class = text_at(attributes, DCM_SOPClassUID, storage);
    return sop_class == UID_XRayAngiographicImageStorage || sop_class == UID_XRayRadiofluoroscopicImageStorage ||
        sop_class == UID_RETIRED_XRayAngiographicBiPlaneImageStorage;
}

Result<std::optional<LookupTable>> table_in(DcmItem& attributes, DcmTagKey const& sequence, Signedness signedness) {
    DcmItem* item = nullptr;
    if (attributes.findAndGetSequenceItem(sequence, item, 0).bad() || item == nullptr)
        return std::optional<LookupTable>{};
    return read_lookup_table(*item, lut_sequence_tags(), signedness);
}

VoiFunction function_of(DcmItem& attributes) {
    OFString storage;
    auto const term = text_at(attributes, DCM_VOILUTFunction, storage);
    if (term == "SIGMOID") return VoiFunction::sigmoid;
    return term == "LINEAR_EXACT" ? VoiFunction::linear_exact : VoiFunction::linear;
}

// PS3.3 C.11.2.1.2.1 and C.11.2.1.3.
double fraction_of(Window const& window, double value) {
    auto const [center, width, function] = window;
    switch (function) {
        case VoiFunction::sigmoid: return 1 / (1 + std::exp(-4 * (value - center) / width));
        case VoiFunction::linear_exact: return (value - center) / width + 0.5;
        case VoiFunction::linear: break;
    }
    if (width <= 1) return value <= center - 0.5 ? 0 : 1;
    return (value - (center - 0.5)) / (width - 1) + 0.5;
}

}  // namespace

Result<ModalityTransform> modality_transform_of(DcmItem& attributes, Signedness signedness) {
    if (!lut_is_not_for_display(attributes)) {
        auto table = table_in(attributes, DCM_ModalityLUTSequence, signedness);
        if (!table) return fail(table.error());
        if (*table) return ModalityTransform{std::move(**table)};
    }
    Rescale rescale;
    rescale.slope = number_at(attributes, DCM_RescaleSlope).value_or(1);
    rescale.intercept = number_at(attributes, DCM_RescaleIntercept).value_or(0);
    if (rescale.slope == 0) rescale = {};
    return ModalityTransform{rescale};
}

double modality_value(ModalityTransform const& transform, double stored) {
    if (auto const* const table = std::get_if<LookupTable>(&transform)) return table->at(to_index(stored));
    auto const& rescale = *std::get_if<Rescale>(&transform);
    return stored * rescale.slope + rescale.intercept;
}

Result<std::optional<VoiTransform>> voi_transform_of(DcmItem& attributes, ModalityTransform const& modality,
                                                     Signedness signedness) {
    // PS3.3 C.11.2.1.1: the first value mapped is of the kind that the modality transform gives.
    auto const* const rescale = std::get_if<Rescale>(&modality);
    bool const may_be_negative = rescale ? rescale->intercept < 0 || signedness == Signedness::signed_values : false;
    auto table = table_in(attributes, DCM_VOILUTSequence,
                          may_be_negative ? Signedness::signed_values : Signedness::unsigned_values);
    if (!table) return fail(table.error());
    if (*table) return std::optional<VoiTransform>{std::move(**table)};
    auto const center = number_at(attributes, DCM_WindowCenter);
    auto const width = number_at(attributes, DCM_WindowWidth);
    auto const function = function_of(attributes);
    bool const makes_sense = center && width && (function == VoiFunction::linear ? *width >= 1 : *width > 0);
    if (!makes_sense) return std::optional<VoiTransform>{};
    return std::optional<VoiTransform>{Window{*center, *width, function}};
}

double display_fraction(VoiTransform const& transform, double value) {
    if (auto const* const table = std::get_if<LookupTable>(&transform))
        return static_cast<double>(table->at(to_index(value))) / table->entry_max;
    if (auto const* const window = std::get_if<Window>(&transform)) return clamped(fraction_of(*window, value));
    auto const& range = *std::get_if<ValueRange>(&transform);
    return clamped((value - range.first) / (range.last - range.first));
}

std::uint8_t to_sample(double fraction) { return static_cast<std::uint8_t>(clamped(fraction) * 255 + 0.5); }

std::uint16_t to_deep_sample(double fraction) { return static_cast<std::uint16_t>(clamped(fraction) * 65535 + 0.5); }

std::uint8_t display_value(VoiTransform const& transform, double value) {
    return to_sample(display_fraction(transform, value));
}

Result<PresentationTransform> presentation_transform_of(DcmItem& attributes) {
    auto table = table_in(attributes, DCM_PresentationLUTSequence, Signedness::unsigned_values);
    if (!table) return fail(table.error());
    if (*table) return PresentationTransform{std::move(**table)};
    OFString storage;
    bool const inverse = text_at(attributes, DCM_PresentationLUTShape, storage) == "INVERSE";
    return PresentationTransform{inverse ? Polarity::inverse : Polarity::identity};
}

double presented_fraction(PresentationTransform const& transform, double fraction) {
    if (auto const* const polarity = std::get_if<Polarity>(&transform))
        return *polarity == Polarity::inverse ? 1 - fraction : fraction;
    auto const& table = *std::get_if<LookupTable>(&transform);
    // PS3.3 C.11.6.1.1: the first value mapped is 0, and the whole range of the VOI transform goes into the table.
    auto const last = static_cast<double>(table.entries.size() - 1);
    return static_cast<double>(table.at(table.first + to_index(fraction * last))) / table.entry_max;
}

}  // namespace cassette
