#include "tests/support/sample_state.h"

#include "archive/retrieve/retrieve.h"
#include "tests/support/archive_on_disk.h"
#include "tests/support/rendered_picture.h"
#include "tests/support/stored_file.h"
#include "tests/support/temporary_directory.h"

#include <dcmtk/dcmdata/dcdeftag.h>
#include <dcmtk/dcmdata/dcfilefo.h>
#include <dcmtk/dcmdata/dcuid.h>
#include <dcmtk/dcmdata/dcvrsl.h>
#include <doctest/doctest.h>

#include <memory>
#include <vector>

namespace cassette::testing {

namespace {

void put_pair(DcmItem& item, DcmTagKey const& key, std::array<Sint32, 2> const& pair) {
    auto element = std::make_unique<DcmSignedLong>(DcmTag{key, EVR_SL});
    REQUIRE(element->putSint32Array(pair.data(), 2).good());
    REQUIRE(item.insert(element.get(), OFTrue).good());
    (void)element.release();  // the item owns it now
}

// A Grayscale Softcopy Presentation State that shows the whole of the ramp by a window.
void fill_state(DcmDataset& state) {
    put(state, DCM_SOPClassUID, UID_GrayscaleSoftcopyPresentationStateStorage);
    put(state, DCM_SOPInstanceUID, "1.2.3.4.9");
    put(state, DCM_StudyInstanceUID, "1.2.3.4.2");
    put(state, DCM_SeriesInstanceUID, "1.2.3.4.8");
    put(state, DCM_Modality, "PR");
    put(state, DCM_PatientName, "Test");
    put(state, DCM_PatientID, "P");
    put(state, DCM_PatientBirthDate, "");
    put(state, DCM_PatientSex, "");
    put(state, DCM_InstanceNumber, "1");
    put(state, DCM_ContentLabel, "STATE");
    put(state, DCM_PresentationCreationDate, "20261121");
    put(state, DCM_PresentationCreationTime, "120000");
    auto& series = item_of(state, DCM_ReferencedSeriesSequence);
    put(series, DCM_SeriesInstanceUID, "1.2.3.4.3");
    auto& image = item_of(series, DCM_ReferencedImageSequence);
    put(image, DCM_ReferencedSOPClassUID, UID_SecondaryCaptureImageStorage);
    put(image, DCM_ReferencedSOPInstanceUID, sample_image_uid);
    auto& area = item_of(state, DCM_DisplayedAreaSelectionSequence);
    put_displayed_area(area, {1, 1, 64, 48});
    put(area, DCM_PresentationSizeMode, "SCALE TO FIT");
    put(area, DCM_PresentationPixelAspectRatio, "1\\1");
    put(state, DCM_RescaleSlope, "1");
    put(state, DCM_RescaleIntercept, "-1000");
    put(state, DCM_RescaleType, "US");
    auto& voi = item_of(state, DCM_SoftcopyVOILUTSequence);
    put(voi, DCM_WindowCenter, "600");
    put(voi, DCM_WindowWidth, "2500");
    put(state, DCM_PresentationLUTShape, "IDENTITY");
}

}  // namespace

void put_palette(DcmDataset& state) {
    std::array const descriptors{DCM_RedPaletteColorLookupTableDescriptor, DCM_GreenPaletteColorLookupTableDescriptor,
                                 DCM_BluePaletteColorLookupTableDescriptor};
    std::array const data{DCM_RedPaletteColorLookupTableData, DCM_GreenPaletteColorLookupTableData,
                          DCM_BluePaletteColorLookupTableData};
    for (std::size_t channel = 0; channel < 3; ++channel) {
        std::vector<std::uint16_t> entries;
        for (unsigned i = 0; i < 256; ++i) {
            unsigned const value = channel == 0 ? i : (channel == 1 ? 255 - i : 10);
            entries.push_back(static_cast<std::uint16_t>(value * 257));
        }
        put_words(state, descriptors[channel], {256, 0, 16});
        put_words(state, data[channel], entries);
    }
}

void put_displayed_area(DcmItem& item, std::array<Sint32, 4> const& corners) {
    put_pair(item, DCM_DisplayedAreaTopLeftHandCorner, {corners[0], corners[1]});
    put_pair(item, DCM_DisplayedAreaBottomRightHandCorner, {corners[2], corners[3]});
}

std::string sample_state(StateAlteration const& alter) {
    auto state = std::make_unique<DcmDataset>();
    fill_state(*state);
    if (alter) alter(*state);
    DcmFileFormat file{state.get()};
    TemporaryDirectory const folder;
    auto const path = folder / "state.dcm";
    REQUIRE(file.saveFile(path.c_str(), EXS_LittleEndianExplicit).good());
    return read_file(path);
}

InstanceLocation located(Archive const& archive, char const* series, char const* instance) {
    auto const found = locate_instance(
        archive, local_operator(),
        {*StudyInstanceUID::parse("1.2.3.4.2"), *SeriesInstanceUID::parse(series), *SOPInstanceUID::parse(instance)});
    REQUIRE(found);
    return *found;
}

Result<std::string> rendered_with(std::string const& image, std::string const& state, RenderRequest request) {
    ArchiveOnDisk holder;
    auto& archive = holder.archive();
    (void)stored_file(archive, image);
    (void)stored_file(archive, state);
    request.type = RenderedType::png;
    request.presentation = located(archive, "1.2.3.4.8", "1.2.3.4.9");
    auto const blob = rendered(archive, local_operator(), located(archive, "1.2.3.4.3", sample_image_uid), request);
    if (!blob) return fail(blob.error());
    std::string bytes((*blob)->size(), '\0');
    REQUIRE((*blob)->read_at(0, std::as_writable_bytes(std::span{bytes})));
    return bytes;
}

}  // namespace cassette::testing
