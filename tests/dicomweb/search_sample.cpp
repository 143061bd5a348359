#include "tests/dicomweb/search_sample.h"

#include "tests/support/dataset_builder.h"

#include <string>

namespace cassette::dicomweb {

namespace {

using testing::DatasetBuilder;
using testing::Length;

std::string procedure_code() {
    auto const code = DatasetBuilder{}
                          .text({0x0008, 0x0100}, "SH", "CTCHEST")
                          .text({0x0008, 0x0102}, "SH", "99SAMPLE")
                          .text({0x0008, 0x0104}, "LO", "CT of the chest")
                          .dataset();
    return testing::sequence({0x0008, 0x1032}, testing::item(code, Length::defined), Length::defined);
}

std::string request_attributes() {
    auto const first = DatasetBuilder{}
                           .text({0x0008, 0x0050}, "SH", "A1")
                           .text({0x0040, 0x0007}, "LO", "Chest without contrast")
                           .text({0x0040, 0x0009}, "SH", "STEP1")
                           .text({0x0040, 0x1001}, "SH", "PROC1")
                           .dataset();
    auto const second =
        DatasetBuilder{}.text({0x0040, 0x0009}, "SH", "STEP2").text({0x0040, 0x1001}, "SH", "PROC2").dataset();
    return testing::sequence({0x0040, 0x0275},
                             testing::item(first, Length::defined) + testing::item(second, Length::undefined),
                             Length::undefined);
}

struct Place {
    std::string series;
    int number;
};

DatasetBuilder of_first_study(Place const& place) {
    auto built = testing::small_image({"1.2.3", place.series, place.series + "." + std::to_string(place.number)});
    built.text({0x0008, 0x0005}, "CS", "ISO_IR 192")
        .text({0x0008, 0x0020}, "DA", "20261121")
        .text({0x0008, 0x0030}, "TM", "101500")
        .text({0x0008, 0x0050}, "SH", "A1")
        .text({0x0008, 0x0090}, "PN", "House^Gregory")
        .text({0x0008, 0x1030}, "LO", "CHEST, \"low dose\"")
        .element({0x0008, 0x1032}, procedure_code())
        .text({0x0010, 0x0030}, "DA", "19700101")
        .text({0x0010, 0x0040}, "CS", "F")
        .text({0x0010, 0x2201}, "LO", "human")
        .text({0x0018, 0x0050}, "DS", "2.5")
        .text({0x0018, 0x1000}, "LO", "=SERIAL")
        .text({0x0020, 0x0010}, "SH", "S1")
        .text({0x0020, 0x0013}, "IS", std::to_string(place.number))
        .text({0x0009, 0x0010}, "LO", "OTHER")
        .text({0x0009, 0x0011}, "LO", "ACME")
        .text({0x0009, 0x1001}, "LO", "theirs")
        .text({0x0009, 0x1101}, "LO", "ours " + place.series)
        .element({0x0040, 0x0275}, request_attributes());
    return built;
}

}  // namespace

void store_search_sample(TestService& service) {
    for (int number = 1; number <= 3; ++number)
        service.store(of_first_study({"1.2.3.4", number})
                          .text({0x0008, 0x0060}, "CS", "CT")
                          .text({0x0020, 0x0011}, "IS", "1")
                          .part10());
    service.store(of_first_study({"1.2.3.5", 1})
                      .text({0x0008, 0x0060}, "CS", "MR")
                      .text({0x0008, 0x103E}, "LO", "T1")
                      .text({0x0020, 0x0011}, "IS", "2")
                      .part10());
    service.store(testing::small_image({"1.9", "1.9.1", "1.9.1.1", "Müller^Jürgen=山田^太郎", "P2"})
                      .text({0x0008, 0x0005}, "CS", "ISO_IR 192")
                      .text({0x0008, 0x0020}, "DA", "20200229")
                      .text({0x0008, 0x0030}, "TM", "235959.5")
                      .text({0x0008, 0x0050}, "SH", "")
                      .text({0x0008, 0x0060}, "CS", "CT")
                      .text({0x0008, 0x0201}, "SH", "+0100")
                      .part10());
}

}  // namespace cassette::dicomweb
