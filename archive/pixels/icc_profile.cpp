#include "archive/pixels/icc_profile.h"

#include "archive/pixels/canvas.h"

#include <lcms2.h>

#include <algorithm>
#include <array>
#include <memory>

namespace cassette {

namespace {

struct CloseProfile {
    void operator()(void* profile) const noexcept { cmsCloseProfile(profile); }
};
struct DeleteTransform {
    void operator()(void* transform) const noexcept { cmsDeleteTransform(transform); }
};
struct FreeCurve {
    void operator()(cmsToneCurve* curve) const noexcept { cmsFreeToneCurve(curve); }
};
using Profile = std::unique_ptr<void, CloseProfile>;
using Transform = std::unique_ptr<void, DeleteTransform>;
using Curve = std::unique_ptr<cmsToneCurve, FreeCurve>;

constexpr cmsCIExyY d50{0.3457, 0.3585, 1.0};
constexpr cmsCIExyY d65{0.3127, 0.3290, 1.0};

Profile rgb_profile(cmsCIExyY const& white, cmsCIExyYTRIPLE const& primaries, Curve const& curve) {
    std::array<cmsToneCurve*, 3> const curves{curve.get(), curve.get(), curve.get()};
    return Profile{cmsCreateRGBProfile(&white, &primaries, curves.data())};
}

// Adobe RGB (1998) 4.3.
Profile adobe_rgb() {
    cmsCIExyYTRIPLE const primaries{{0.64, 0.33, 1}, {0.21, 0.71, 1}, {0.15, 0.06, 1}};
    return rgb_profile(d65, primaries, Curve{cmsBuildGamma(nullptr, 563.0 / 256)});
}

// ISO 22028-2: ROMM RGB, a power with a straight beginning.
Profile romm_rgb() {
    cmsCIExyYTRIPLE const primaries{{0.7347, 0.2653, 1}, {0.1596, 0.8404, 1}, {0.0366, 0.0001, 1}};
    std::array<cmsFloat64Number, 5> const parameters{1.8, 1, 0, 1.0 / 16, 1.0 / 32};
    return rgb_profile(d50, primaries, Curve{cmsBuildParametricToneCurve(nullptr, 4, parameters.data())});
}

// IEC 61966-2-1's curve for one channel.
Profile grey_profile() {
    std::array<cmsFloat64Number, 5> const parameters{2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045};
    Curve const curve{cmsBuildParametricToneCurve(nullptr, 4, parameters.data())};
    return Profile{cmsCreateGrayProfile(&d50, curve.get())};
}

// The bytes of a profile that was made here: the same each time, so without the time when it was made (ICC.1 7.2.8).
std::string bytes_of(Profile const& profile) {
    constexpr std::size_t date_offset = 24;
    constexpr std::array<char, 12> fixed_date{0x07, static_cast<char>(0xEA), 0, 1, 0, 1, 0, 0, 0, 0, 0, 0};
    cmsUInt32Number length = 0;
    if (!profile || cmsSaveProfileToMem(profile.get(), nullptr, &length) == 0) return {};
    std::string bytes(length, '\0');
    if (cmsSaveProfileToMem(profile.get(), bytes.data(), &length) == 0 || length < 128) return {};
    std::ranges::copy(fixed_date, bytes.begin() + date_offset);
    return bytes;
}

Profile made(ColourProfile wanted) {
    switch (wanted) {
        case ColourProfile::adobe_rgb: return adobe_rgb();
        case ColourProfile::romm_rgb: return romm_rgb();
        case ColourProfile::unspecified:
        case ColourProfile::none:
        case ColourProfile::source:
        case ColourProfile::srgb: break;
    }
    return Profile{cmsCreate_sRGBProfile()};
}

void stay_silent(cmsContext, cmsUInt32Number, char const*) {}

// The object's profile when it is one for RGB pictures.
Profile opened(std::string_view bytes) {
    cmsSetLogErrorHandler(stay_silent);
    if (bytes.empty()) return nullptr;
    Profile profile{cmsOpenProfileFromMem(bytes.data(), static_cast<cmsUInt32Number>(bytes.size()))};
    if (profile && cmsGetColorSpace(profile.get()) == cmsSigRgbData) return profile;
    return nullptr;
}

void convert(Raster& raster, Profile const& from, Profile const& to) {
    Transform const transform{
        cmsCreateTransform(from.get(), TYPE_RGB_8, to.get(), TYPE_RGB_8, INTENT_RELATIVE_COLORIMETRIC, 0)};
    if (!transform) return;
    cmsDoTransform(transform.get(), raster.samples.data(), raster.samples.data(),
                   static_cast<cmsUInt32Number>(raster.samples.size() / 3));
}

ProfiledRaster as_it_is(Raster raster, std::string_view own) {
    if (raster.channels < 3) return {std::move(raster), bytes_of(grey_profile())};
    if (opened(own)) return {std::move(raster), std::string{own}};
    return {std::move(raster), bytes_of(made(ColourProfile::srgb))};
}

}  // namespace

ProfiledRaster in_colour_space(Raster raster, ColourProfile wanted, std::string_view own) {
    switch (wanted) {
        case ColourProfile::unspecified:
        case ColourProfile::none: return {std::move(raster), {}};
        case ColourProfile::source: return as_it_is(std::move(raster), own);
        case ColourProfile::srgb:
        case ColourProfile::adobe_rgb:
        case ColourProfile::romm_rgb: break;
    }
    bool const is_grey = raster.channels < 3;
    raster = as_rgb(std::move(raster));
    auto from = is_grey ? nullptr : opened(own);
    bool const stays = !from && wanted == ColourProfile::srgb;
    if (!from) from = made(ColourProfile::srgb);
    auto const to = made(wanted);
    if (!from || !to) return {std::move(raster), {}};
    if (!stays) convert(raster, from, to);
    return {std::move(raster), bytes_of(to)};
}

}  // namespace cassette
