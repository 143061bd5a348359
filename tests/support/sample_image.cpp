#include "tests/support/sample_image.h"

#include "tests/support/temporary_directory.h"

#include <dcmtk/dcmdata/dcdeftag.h>
#include <dcmtk/dcmdata/dcfilefo.h>
#include <dcmtk/dcmdata/dcrleerg.h>
#include <dcmtk/dcmdata/dcrlerp.h>
#include <dcmtk/dcmdata/dcuid.h>
#include <dcmtk/dcmimage/diregist.h>  // DCMTK encodes colours only where its library of colour images is linked
#include <dcmtk/dcmjpeg/djencode.h>
#include <dcmtk/dcmjpeg/djrploss.h>
#include <dcmtk/dcmjpls/djencode.h>
#include <doctest/doctest.h>

#include <memory>

namespace cassette::testing {

namespace {

void put(DcmDataset& dataset, DcmTagKey const& key, std::uint16_t value) {
    REQUIRE(dataset.putAndInsertUint16(key, value).good());
}

void put(DcmDataset& dataset, DcmTagKey const& key, char const* value) {
    REQUIRE(dataset.putAndInsertString(key, value).good());
}

bool register_encoders() {
    DJEncoderRegistration::registerCodecs();
    DJLSEncoderRegistration::registerCodecs(0, 0, 0, 0, OFFalse);
    DcmRLEEncoderRegistration::registerCodecs();
    return true;
}

void encode(DcmDataset& dataset, E_TransferSyntax syntax) {
    static bool const registered = register_encoders();
    REQUIRE(registered);
    DJ_RPLossy const best{100};
    bool const is_lossy = syntax == EXS_JPEGProcess1;
    auto const* const parameter = is_lossy ? &best : nullptr;
    REQUIRE(dataset.chooseRepresentation(syntax, parameter).good());
}

}  // namespace

std::unique_ptr<DcmDataset> dataset_of(SampleImage const& image) {
    auto dataset = std::make_unique<DcmDataset>();
    put(*dataset, DCM_SOPClassUID, UID_SecondaryCaptureImageStorage);
    put(*dataset, DCM_SOPInstanceUID, "1.2.3.4.1");
    put(*dataset, DCM_StudyInstanceUID, "1.2.3.4.2");
    put(*dataset, DCM_SeriesInstanceUID, "1.2.3.4.3");
    put(*dataset, DCM_SamplesPerPixel, image.samples);
    put(*dataset, DCM_PhotometricInterpretation, image.photometric);
    if (image.samples > 1) put(*dataset, DCM_PlanarConfiguration, image.planar_configuration);
    put(*dataset, DCM_NumberOfFrames, std::to_string(image.frames).c_str());
    put(*dataset, DCM_Rows, image.rows);
    put(*dataset, DCM_Columns, image.columns);
    put(*dataset, DCM_BitsAllocated, image.bits_allocated);
    put(*dataset, DCM_BitsStored, image.bits_stored);
    put(*dataset, DCM_HighBit, static_cast<std::uint16_t>(image.bits_stored - 1));
    put(*dataset, DCM_PixelRepresentation, image.pixel_representation);
    auto const bytes = static_cast<unsigned long>(image.bytes.size());
    auto const words = static_cast<unsigned long>(image.words.size());
    if (words > 0)
        REQUIRE(dataset->putAndInsertUint16Array(DCM_PixelData, image.words.data(), words).good());
    else if (bytes > 0)
        REQUIRE(dataset->putAndInsertUint8Array(DCM_PixelData, image.bytes.data(), bytes).good());
    if (image.more) image.more(*dataset);
    return dataset;
}

std::string part10_of(SampleImage const& image, E_TransferSyntax syntax) {
    auto const dataset = dataset_of(image);
    if (DcmXfer{syntax}.isEncapsulated()) encode(*dataset, syntax);
    DcmFileFormat file{dataset.get()};
    TemporaryDirectory const folder;
    auto const path = folder / "image.dcm";
    REQUIRE(file.saveFile(path.c_str(), syntax, EET_ExplicitLength).good());
    return read_file(path);
}

}  // namespace cassette::testing
