#include "dicomweb/zip_archive.h"

#include "tests/dicomweb/test_instance.h"
#include "tests/dicomweb/test_service.h"
#include "tests/support/command.h"
#include "tests/support/temporary_directory.h"

#include <doctest/doctest.h>

#include <string>

namespace cassette::dicomweb {

namespace {

std::string const study = "/dicom-web/studies/1.2.3";

void store_three(TestService& service) {
    service.store(part10({}));
    service.store(part10({.instance = "1.2.3.4.6", .instance_number = 2}));
    service.store(part10({.series = "1.2.3.5", .instance = "1.2.3.5.1", .series_number = 2}));
}

// The answer unpacked by a program that is not ours; the test fails when it complains.
void unpack(Answer const& answer, testing::TemporaryDirectory const& folder) {
    testing::write_file(folder / "answer.zip", answer.body);
    auto const done =
        testing::run_command({"unzip", "-q", (folder / "answer.zip").string(), "-d", folder.path().string()});
    CAPTURE(done.all());
    REQUIRE(done.exit_code == 0);
}

}  // namespace

TEST_CASE("a study is a ZIP archive of its objects as they are stored (PS3.18 8.6.1.3)") {
    TestService service;
    store_three(service);
    auto const answer = service.get_as(study, "application/zip");
    CHECK(answer.status == 200);
    CHECK(answer.fields.get("Content-Type") == "application/zip");
    CHECK(answer.fields.get("Content-Disposition") == "attachment; filename=\"1.2.3.zip\"");
    testing::TemporaryDirectory folder;
    unpack(answer, folder);
    auto const path = std::string{"DICOM/PT000000/ST000000/"};
    CHECK(testing::read_file(folder / (path + "SE000000/IM000000.dcm")) == part10({}));
    CHECK(testing::read_file(folder / (path + "SE000000/IM000001.dcm")) ==
          part10({.instance = "1.2.3.4.6", .instance_number = 2}));
    CHECK(testing::read_file(folder / (path + "SE000001/IM000000.dcm")) ==
          part10({.series = "1.2.3.5", .instance = "1.2.3.5.1", .series_number = 2}));
}

TEST_CASE("the accept parameter is how a link asks for an archive (PS3.18 8.3.3.1)") {
    TestService service;
    store_three(service);
    auto const answer = service.get_as(study + "/series/1.2.3.5?accept=application/zip", "text/html,*/*;q=0.8");
    CHECK(answer.fields.get("Content-Type") == "application/zip");
    CHECK(answer.fields.get("Content-Disposition") == "attachment; filename=\"1.2.3.5.zip\"");
    // One instance is no set.
    CHECK(service.get_as(study + "/series/1.2.3.5/instances/1.2.3.5.1", "application/zip").status == 406);
}

TEST_CASE("with dicomdir=true the archive is a File-set (PS3.10 8, PS3.12 V)") {
    TestService service;
    store_three(service);
    auto const answer = service.get_as(study + "?dicomdir=true", "application/zip");
    REQUIRE(answer.status == 200);
    testing::TemporaryDirectory folder;
    unpack(answer, folder);
    CHECK(testing::read_file(folder / "DICOM/PT000000/ST000000/SE000000/IM000000") == part10({}));
    auto const dumped = testing::run_command({"dcmdump", "+P", "0004,1500", (folder / "DICOMDIR").string()});
    CAPTURE(dumped.all());
    CHECK(dumped.exit_code == 0);
    CHECK(dumped.output.find("DICOM\\PT000000\\ST000000\\SE000001\\IM000000") != std::string::npos);
    CHECK(service.get_as(study + "?dicomdir=yes", "application/zip").status == 400);
}

TEST_CASE("an archive in another transfer syntax has its objects made as it is sent (PS3.18 8.7.3.5.2)") {
    TestService service;
    store_three(service);
    auto const answer = service.get_as(study, "application/zip; transfer-syntax=1.2.840.10008.1.2.5");
    REQUIRE(answer.status == 200);
    testing::TemporaryDirectory folder;
    unpack(answer, folder);
    auto const file = folder / "DICOM/PT000000/ST000000/SE000000/IM000000.dcm";
    auto const dumped = testing::run_command({"dcmdump", "+P", "0002,0010", file.string()});
    CHECK(dumped.output.find("RLELossless") != std::string::npos);
}

}  // namespace cassette::dicomweb
