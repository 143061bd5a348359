#include "tests/dicomweb/test_instance.h"

#include "tests/support/temporary_directory.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dcdatset.h>
#include <dcmtk/dcmdata/dcdeftag.h>
#include <dcmtk/dcmdata/dcfilefo.h>
#include <dcmtk/dcmdata/dcpixel.h>
#include <dcmtk/dcmdata/dcpixseq.h>
#include <dcmtk/dcmdata/dcpxitem.h>
#include <dcmtk/dcmdata/dcuid.h>
#include <doctest/doctest.h>

#include <memory>
#include <string>

namespace cassette::dicomweb {

namespace {

void put(DcmItem& item, DcmTagKey const& tag, std::string const& value) {
    REQUIRE(item.putAndInsertString(tag, value.c_str()).good());
}

void put_identity(DcmDataset& dataset, TestInstance const& instance) {
    put(dataset, DCM_SpecificCharacterSet, "ISO_IR 192");
    put(dataset, DCM_ImageType, instance.image_type);
    put(dataset, DCM_SOPClassUID, UID_CTImageStorage);
    put(dataset, DCM_SOPInstanceUID, instance.instance);
    put(dataset, DCM_StudyDate, instance.study_date);
    put(dataset, DCM_StudyTime, "101500");
    put(dataset, DCM_AccessionNumber, "A1");
    put(dataset, DCM_Modality, instance.modality);
    put(dataset, DCM_ReferringPhysicianName, "House^Gregory");
    put(dataset, DCM_StudyDescription, "CHEST");
    put(dataset, DCM_PatientName, instance.patient_name);
    put(dataset, DCM_PatientID, "P1");
    put(dataset, DCM_PatientBirthDate, "19700101");
    put(dataset, DCM_PatientSex, "F");
    put(dataset, DCM_SliceThickness, "2.5");
    put(dataset, DCM_StudyInstanceUID, instance.study);
    put(dataset, DCM_SeriesInstanceUID, instance.series);
    put(dataset, DCM_StudyID, "S1");
    put(dataset, DCM_SeriesNumber, std::to_string(instance.series_number));
    put(dataset, DCM_InstanceNumber, std::to_string(instance.instance_number));
}

void put_image_description(DcmDataset& dataset, TestInstance const& instance) {
    dataset.putAndInsertUint16(DCM_SamplesPerPixel, 1);
    put(dataset, DCM_PhotometricInterpretation, "MONOCHROME2");
    put(dataset, DCM_NumberOfFrames, std::to_string(instance.frames));
    dataset.putAndInsertUint16(DCM_Rows, test_rows);
    dataset.putAndInsertUint16(DCM_Columns, test_columns);
    dataset.putAndInsertUint16(DCM_BitsAllocated, 8);
    dataset.putAndInsertUint16(DCM_BitsStored, 8);
    dataset.putAndInsertUint16(DCM_HighBit, 7);
    dataset.putAndInsertUint16(DCM_PixelRepresentation, 0);
}

void put_native_pixels(DcmDataset& dataset, TestInstance const& instance) {
    std::string pixels;
    for (int frame = 1; frame <= instance.frames; ++frame)
        pixels += std::string(std::size_t{test_rows} * test_columns, static_cast<char>(frame));
    REQUIRE(dataset
                .putAndInsertUint8Array(DCM_PixelData, reinterpret_cast<Uint8 const*>(pixels.data()),
                                        static_cast<unsigned long>(pixels.size()))
                .good());
}

void put_compressed_pixels(DcmDataset& dataset, TestInstance const& instance) {
    auto sequence = std::make_unique<DcmPixelSequence>(DcmTag{DCM_PixelData, EVR_OB});
    auto offset_table = std::make_unique<DcmPixelItem>(DcmTag{DCM_Item, EVR_OB});
    sequence->insert(offset_table.release());
    for (auto const& frame : instance.compressed_frames) {
        auto fragment = std::make_unique<DcmPixelItem>(DcmTag{DCM_Item, EVR_OB});
        fragment->putUint8Array(reinterpret_cast<Uint8 const*>(frame.data()), static_cast<unsigned long>(frame.size()));
        sequence->insert(fragment.release());
    }
    auto pixels = std::make_unique<DcmPixelData>(DcmTag{DCM_PixelData, EVR_OB});
    pixels->putOriginalRepresentation(EXS_JPEGProcess14SV1, nullptr, sequence.release());
    REQUIRE(dataset.insert(pixels.release()).good());
}

}  // namespace

std::string part10(TestInstance const& instance) {
    DcmFileFormat file;
    auto& dataset = *file.getDataset();
    put_identity(dataset, instance);
    if (instance.private_bytes > 0) {
        std::string const bytes(instance.private_bytes, 'p');
        put(dataset, DcmTagKey{0x0009, 0x0010}, "CASSETTE TEST");
        dataset.putAndInsertUint8Array(DcmTag{0x0009, 0x1001, EVR_OB}, reinterpret_cast<Uint8 const*>(bytes.data()),
                                       instance.private_bytes);
    }
    if (!instance.private_text.empty()) {
        put(dataset, DcmTagKey{0x0009, 0x0011}, "CASSETTE SEARCH");
        dataset.putAndInsertString(DcmTag{0x0009, 0x1102, EVR_LO}, instance.private_text.c_str());
    }
    if (!instance.procedure_code.empty()) {
        DcmItem* item = nullptr;
        REQUIRE(dataset.findOrCreateSequenceItem(DCM_ProcedureCodeSequence, item, -2).good());
        put(*item, DCM_CodeValue, instance.procedure_code);
    }
    bool const compressed = !instance.compressed_frames.empty();
    if (instance.pixels) put_image_description(dataset, instance);
    if (compressed)
        put_compressed_pixels(dataset, instance);
    else if (instance.pixels)
        put_native_pixels(dataset, instance);
    testing::TemporaryDirectory const folder;
    auto const path = folder / "instance.dcm";
    auto const syntax = compressed ? EXS_JPEGProcess14SV1 : EXS_LittleEndianExplicit;
    REQUIRE(file.saveFile(path.c_str(), syntax, EET_ExplicitLength, EGL_recalcGL, EPD_noChange).good());
    return testing::read_file(path);
}

}  // namespace cassette::dicomweb
