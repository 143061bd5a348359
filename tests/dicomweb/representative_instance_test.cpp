#include "dicomweb/representative_instance.h"

#include "tests/dicomweb/test_instance.h"
#include "tests/dicomweb/test_service.h"
#include "tests/support/temporary_directory.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <string>

namespace cassette::dicomweb {

namespace {

Result<InstanceLocation> representative(TestService& service, char const* in_series = nullptr) {
    RetrieveScope scope{*StudyInstanceUID::parse("1.2.3"), std::nullopt, std::nullopt};
    if (in_series != nullptr) scope.series = *SeriesInstanceUID::parse(in_series);
    return representative_instance(service.service().archive, local_operator(), scope);
}

void store_slices(TestService& service, std::string const& series, int count, char const* image_type) {
    for (int number = 1; number <= count; ++number)
        service.store(part10({.series = series,
                              .instance = series + "." + std::to_string(number),
                              .image_type = image_type,
                              .series_number = 2,
                              .instance_number = number}));
}

}  // namespace

TEST_CASE("the middle instance stands for a series, and a series of pictures for a study") {
    TestService service;
    service.store(
        part10({.series = "1.2.3.1", .instance = "1.2.3.1.1", .modality = "SR", .series_number = 1, .pixels = false}));
    service.store(part10({.series = "1.2.3.2",
                          .instance = "1.2.3.2.1",
                          .image_type = "ORIGINAL\\PRIMARY\\LOCALIZER",
                          .series_number = 2}));
    for (int number = 1; number <= 3; ++number)
        service.store(part10({.series = "1.2.3.3",
                              .instance = "1.2.3.3." + std::to_string(number),
                              .series_number = 3,
                              .instance_number = number}));
    auto const of_study = representative(service);
    REQUIRE(of_study);
    CHECK(of_study->instance.str() == "1.2.3.3.2");
    auto const of_localizer = representative(service, "1.2.3.2");
    REQUIRE(of_localizer);
    CHECK(of_localizer->instance.str() == "1.2.3.2.1");
    auto const of_report = representative(service, "1.2.3.1");
    REQUIRE(of_report);
    CHECK(of_report->instance.str() == "1.2.3.1.1");
    CHECK(representative(service, "9.9").error().code == ErrorCode::not_found);
}

TEST_CASE("a study of localizers alone still has a picture") {
    TestService service;
    service.store(part10({.image_type = "ORIGINAL\\PRIMARY\\LOCALIZER"}));
    CHECK(representative(service));
}

TEST_CASE("the middle of the slices, whatever else is in their series") {
    TestService service;
    store_slices(service, "1.2.3.5", 7, "ORIGINAL\\PRIMARY\\AXIAL");
    for (int number = 8; number <= 10; ++number)
        service.store(part10({.series = "1.2.3.5",
                              .instance = "1.2.3.5." + std::to_string(number),
                              .image_type = "ORIGINAL\\PRIMARY\\LOCALIZER",
                              .instance_number = -number}));
    auto const found = representative(service, "1.2.3.5");
    REQUIRE(found);
    // By instance number the localizers come first, and the middle of all ten is the third slice; it is a slice.
    CHECK(found->instance.str() == "1.2.3.5.3");
    TestService mostly_localizers;
    store_slices(mostly_localizers, "1.2.3.6", 5, "ORIGINAL\\PRIMARY\\LOCALIZER");
    mostly_localizers.store(part10({.series = "1.2.3.6", .instance = "1.2.3.6.9", .instance_number = 9}));
    CHECK(representative(mostly_localizers, "1.2.3.6")->instance.str() == "1.2.3.6.9");
}

TEST_CASE("scouts that nobody marked are fewer than the slices") {
    TestService service;
    store_slices(service, "1.2.3.1", 3, "ORIGINAL\\PRIMARY\\M");
    store_slices(service, "1.2.3.2", 9, "ORIGINAL\\PRIMARY\\M");
    CHECK(representative(service)->instance.str() == "1.2.3.2.5");
    // One object of many frames is more than a few of one.
    service.store(part10({.series = "1.2.3.3", .instance = "1.2.3.3.1", .series_number = 3, .frames = 40}));
    CHECK(representative(service)->instance.str() == "1.2.3.3.1");
}

TEST_CASE("reports, presentation states, maps and captures come after pictures, however many there are") {
    TestService service;
    for (char const* modality : {"SR", "PR", "KO", "SEG", "SC"})
        for (int number = 1; number <= 4; ++number) {
            std::string const series =
                std::string{"1.2.3.9."} + std::to_string(modality[0]) + std::to_string(modality[1]);
            bool const pixels = std::string_view{modality}.starts_with('S') && modality[1] != 'R';
            service.store(part10({.series = series,
                                  .instance = series + "." + std::to_string(number),
                                  .modality = modality,
                                  .instance_number = number,
                                  .pixels = pixels}));
        }
    auto const before = representative(service);
    REQUIRE(before);
    CHECK(before->series.str().find(".836") != std::string::npos);  // 'S': SEG or SC
    service.store(part10({.series = "1.2.3.4", .modality = "CR", .series_number = 99}));
    CHECK(representative(service)->series.str() == "1.2.3.4");
}

TEST_CASE("of a real series of 54 slices the middle one is chosen, not its localizer") {
    auto const folder = std::filesystem::path{CASSETTE_SOURCE_DIR} / "../shared/data/series/ct-54";
    if (!std::filesystem::is_directory(folder)) {
        MESSAGE("SKIPPED: ../shared/data is not there");
        return;
    }
    TestService service;
    for (int slice = 10; slice <= 540; slice += 10)
        service.store(testing::read_file(folder / ("I" + std::to_string(slice) + ".dcm")));
    constexpr char const* study_uid = "1.3.46.670589.33.1.15053592413351079234.27718218421047494460";
    auto const study = *StudyInstanceUID::parse(study_uid);
    service.store(part10({.study = study_uid, .image_type = "ORIGINAL\\PRIMARY\\LOCALIZER"}));
    auto const found = representative_instance(service.service().archive, local_operator(), {study, {}, {}});
    REQUIRE(found);
    CHECK(found->instance.str() == "1.3.46.670589.33.1.10313527971282804044.30228474433201638231");
}

}  // namespace cassette::dicomweb
