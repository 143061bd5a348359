#include "archive/pixels/graphic_layer.h"

#include "archive/pixels/cielab.h"

#include <dcmtk/dcmdata/dcdeftag.h>
#include <dcmtk/dcmdata/dcsequen.h>

#include <algorithm>

namespace cassette {

namespace {

constexpr unsigned long layers_max = 4096;

GraphicLayer layer_of(DcmItem& item) {
    GraphicLayer layer;
    OFString name;
    (void)item.findAndGetOFString(DCM_GraphicLayer, name);
    layer.name.assign(name.data(), name.size());
    Sint32 order = 0;
    (void)item.findAndGetSint32(DCM_GraphicLayerOrder, order);
    layer.order = order;
    Uint16 grey = 0;
    if (item.findAndGetUint16(DCM_GraphicLayerRecommendedDisplayGrayscaleValue, grey).good())
        layer.grey = static_cast<std::uint8_t>(grey >> 8);
    layer.colour = cielab_colour(item, DCM_GraphicLayerRecommendedDisplayCIELabValue).value_or(grey_of(layer.grey));
    return layer;
}

}  // namespace

std::vector<GraphicLayer> graphic_layers(DcmItem& state) {
    std::vector<GraphicLayer> layers;
    DcmSequenceOfItems* sequence = nullptr;
    if (state.findAndGetSequence(DCM_GraphicLayerSequence, sequence).bad() || sequence == nullptr) return layers;
    auto const count = std::min(sequence->card(), layers_max);
    for (unsigned long i = 0; i < count; ++i) {
        if (auto* const item = sequence->getItem(i); item != nullptr) layers.push_back(layer_of(*item));
    }
    std::ranges::stable_sort(layers, {}, &GraphicLayer::order);
    return layers;
}

Colour colour_on(GraphicLayer const& layer, Raster const& raster) {
    return raster.channels == 3 ? layer.colour : grey_of(layer.grey);
}

}  // namespace cassette
