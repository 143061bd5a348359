#include "archive/retrieve/dicomdir.h"

#include "archive/retrieve/retrieve.h"
#include "tests/support/archive_on_disk.h"
#include "tests/support/command.h"
#include "tests/support/dataset_builder.h"
#include "tests/support/stored_file.h"
#include "tests/support/temporary_directory.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dcdeftag.h>
#include <dcmtk/dcmdata/dcdicdir.h>
#include <dcmtk/dcmdata/dcdirrec.h>
#include <doctest/doctest.h>

#include <string>

namespace cassette {

namespace {

constexpr Tag series_number{0x0020, 0x0011};
constexpr Tag instance_number{0x0020, 0x0013};

void store(testing::ArchiveOnDisk& disk, testing::SmallImage const& image, int number) {
    auto builder = testing::small_image(image);
    builder.text(instance_number, "IS", std::to_string(number));
    builder.text(series_number, "IS", image.series.substr(image.series.size() - 1));
    (void)testing::stored_file(disk.archive(), builder.part10());
}

std::vector<FileSetEntry> entries_of(Archive const& archive, RetrieveScope const& scope) {
    auto const located = locate(archive, local_operator(), scope);
    REQUIRE(located);
    std::vector<FileSetEntry> entries;
    for (auto const& location : *located) entries.push_back({location, location.transfer_syntax});
    return entries;
}

std::string text(DcmItem& record, DcmTagKey const& tag) {
    OFString value;
    (void)record.findAndGetOFStringArray(tag, value);
    return value.c_str();
}

RetrieveScope const study{*StudyInstanceUID::parse("1.2.3"), std::nullopt, std::nullopt};

}  // namespace

TEST_CASE("File IDs are at most eight capitals and digits a component (PS3.10 8.5)") {
    testing::ArchiveOnDisk disk;
    store(disk, {.series = "1.2.3.1", .instance = "1.2.3.1.1"}, 1);
    store(disk, {.series = "1.2.3.1", .instance = "1.2.3.1.2"}, 2);
    store(disk, {.series = "1.2.3.2", .instance = "1.2.3.2.1"}, 1);
    auto const ids = file_ids(entries_of(disk.archive(), study));
    CHECK(ids ==
          std::vector<FileId>{{"DICOM", "PT000000", "ST000000", "SE000000", "IM000000"},
                              {"DICOM", "PT000000", "ST000000", "SE000000", "IM000001"},
                              {"DICOM", "PT000000", "ST000000", "SE000001", "IM000000"}});
}

TEST_CASE("a DICOMDIR has a tree of records that DCMTK walks by their offsets (PS3.3 F.2, F.3)") {
    testing::ArchiveOnDisk disk;
    store(disk, {.series = "1.2.3.1", .instance = "1.2.3.1.1"}, 1);
    store(disk, {.series = "1.2.3.1", .instance = "1.2.3.1.2"}, 2);
    store(disk, {.series = "1.2.3.2", .instance = "1.2.3.2.1"}, 7);
    auto const made = make_dicomdir(disk.archive(), local_operator(), study, entries_of(disk.archive(), study));
    REQUIRE(made);
    testing::TemporaryDirectory folder;
    testing::write_file(folder / "DICOMDIR", *made);

    DcmDicomDir dicomdir{(folder / "DICOMDIR").c_str()};
    REQUIRE(dicomdir.error().good());
    auto& root = dicomdir.getRootRecord();
    REQUIRE(root.cardSub() == 1);
    auto* const patient = root.getSub(0);
    CHECK(text(*patient, DCM_PatientID) == "P1");
    CHECK(text(*patient, DCM_PatientName) == "Doe^Jane");
    REQUIRE(patient->cardSub() == 1);
    auto* const study_record = patient->getSub(0);
    CHECK(text(*study_record, DCM_StudyInstanceUID) == "1.2.3");
    REQUIRE(study_record->cardSub() == 2);
    auto* const first = study_record->getSub(0);
    CHECK(text(*first, DCM_SeriesInstanceUID) == "1.2.3.1");
    REQUIRE(first->cardSub() == 2);
    CHECK(text(*first->getSub(1), DCM_ReferencedSOPInstanceUIDInFile) == "1.2.3.1.2");
    CHECK(text(*first->getSub(1), DCM_ReferencedFileID) == "DICOM\\PT000000\\ST000000\\SE000000\\IM000001");
    CHECK(text(*first->getSub(1), DCM_ReferencedTransferSyntaxUIDInFile) == "1.2.840.10008.1.2.1");
    CHECK(text(*first->getSub(1), DCM_InstanceNumber) == "2");
    REQUIRE(study_record->getSub(1)->cardSub() == 1);
    CHECK(text(*study_record->getSub(1)->getSub(0), DCM_InstanceNumber) == "7");
}

TEST_CASE("a DICOMDIR of names beyond ASCII says that they are UTF-8 (PS3.3 C.12.1.1.2)") {
    testing::ArchiveOnDisk disk;
    auto builder = testing::small_image({.patient_name = "M\xC3\xBCller^J\xC3\xB6rg"});
    builder.text({0x0008, 0x0005}, "CS", "ISO_IR 192");
    (void)testing::stored_file(disk.archive(), builder.part10());
    auto const made = make_dicomdir(disk.archive(), local_operator(), study, entries_of(disk.archive(), study));
    REQUIRE(made);
    testing::TemporaryDirectory folder;
    testing::write_file(folder / "DICOMDIR", *made);
    auto const dumped = testing::run_command({"dcmdump", "+P", "0008,0005", (folder / "DICOMDIR").string()});
    CAPTURE(dumped.all());
    CHECK(dumped.exit_code == 0);
    CHECK(dumped.output.find("ISO_IR 192") != std::string::npos);
    CHECK(made->find("M\xC3\xBCller^J\xC3\xB6rg") != std::string::npos);
}

TEST_CASE("what a record cannot be without has a value that says so (PS3.3 F.5)") {
    testing::ArchiveOnDisk disk;
    auto builder = testing::small_image();
    for (Tag const tag : {Tag{0x0008, 0x0020}, Tag{0x0020, 0x0010}, Tag{0x0010, 0x0020}}) builder.without(tag);
    (void)testing::stored_file(disk.archive(), builder.part10());
    auto const made = make_dicomdir(disk.archive(), local_operator(), study, entries_of(disk.archive(), study));
    REQUIRE(made);
    CHECK(made->find("19000101") != std::string::npos);
    CHECK(made->find("UNKNOWN") != std::string::npos);
}

TEST_CASE("a DICOMDIR of nothing is not found") {
    testing::ArchiveOnDisk disk;
    store(disk, {}, 1);
    auto const made = make_dicomdir(disk.archive(), local_operator(), study, {});
    REQUIRE_FALSE(made);
    CHECK(made.error().code == ErrorCode::not_found);
}

}  // namespace cassette
