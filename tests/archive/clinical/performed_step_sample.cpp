#include "tests/archive/clinical/performed_step_sample.h"

namespace cassette::testing {

namespace {

std::string empty_sequence(Tag tag, Encoding encoding) { return sequence(tag, "", Length::defined, encoding); }

std::string sequence_of(Tag tag, DatasetBuilder const& only, Encoding encoding) {
    return sequence(tag, item(only.dataset(), Length::defined, encoding), Length::defined, encoding);
}

DatasetBuilder scheduled(SampleStep const& step) {
    DatasetBuilder built{step.encoding};
    built.text({0x0008, 0x0050}, "SH", "A1").text({0x0020, 0x000D}, "UI", step.study);
    built.text({0x0032, 0x1060}, "LO", "CT of the head").text({0x0040, 0x0007}, "LO", "Head");
    built.text({0x0040, 0x0009}, "SH", step.step).text({0x0040, 0x1001}, "SH", "RP1");
    built.element({0x0008, 0x1110}, empty_sequence({0x0008, 0x1110}, step.encoding));
    return built.element({0x0040, 0x0008}, empty_sequence({0x0040, 0x0008}, step.encoding));
}

}  // namespace

DatasetBuilder created_step(SampleStep const& step) {
    DatasetBuilder built{step.encoding};
    built.text({0x0008, 0x0060}, "CS", "CT").text({0x0010, 0x0010}, "PN", "Doe^Jane");
    built.text({0x0010, 0x0020}, "LO", "P1").text({0x0010, 0x0030}, "DA", "").text({0x0010, 0x0040}, "CS", "");
    built.text({0x0020, 0x0010}, "SH", "").text({0x0040, 0x0241}, "AE", "CT1").text({0x0040, 0x0242}, "SH", "");
    built.text({0x0040, 0x0243}, "SH", "").text({0x0040, 0x0244}, "DA", "20240131");
    built.text({0x0040, 0x0245}, "TM", "101500").text({0x0040, 0x0250}, "DA", "").text({0x0040, 0x0251}, "TM", "");
    built.text({0x0040, 0x0252}, "CS", "IN PROGRESS").text({0x0040, 0x0253}, "SH", "PPS1");
    built.text({0x0040, 0x0254}, "LO", "").text({0x0040, 0x0255}, "LO", "");
    for (auto const tag : {Tag{0x0008, 0x1032}, Tag{0x0008, 0x1120}, Tag{0x0040, 0x0260}, Tag{0x0040, 0x0340}})
        built.element(tag, empty_sequence(tag, step.encoding));
    return built.element({0x0040, 0x0270}, sequence_of({0x0040, 0x0270}, scheduled(step), step.encoding));
}

DatasetBuilder ended_step(std::string const& status, Encoding encoding) {
    DatasetBuilder image{encoding};
    image.text({0x0008, 0x1150}, "UI", ct_image_storage).text({0x0008, 0x1155}, "UI", "1.2.3.1.1");
    DatasetBuilder series{encoding};
    series.text({0x0008, 0x0054}, "AE", "").text({0x0008, 0x103E}, "LO", "Axial").text({0x0008, 0x1050}, "PN", "");
    series.text({0x0008, 0x1070}, "PN", "")
        .text({0x0018, 0x1030}, "LO", "Head")
        .text({0x0020, 0x000E}, "UI", "1.2.3.1");
    series.element({0x0008, 0x1140}, sequence_of({0x0008, 0x1140}, image, encoding));
    series.element({0x0040, 0x0220}, empty_sequence({0x0040, 0x0220}, encoding));
    DatasetBuilder built{encoding};
    built.text({0x0040, 0x0250}, "DA", "20240131").text({0x0040, 0x0251}, "TM", "103000");
    built.text({0x0040, 0x0252}, "CS", status);
    return built.element({0x0040, 0x0340}, sequence_of({0x0040, 0x0340}, series, encoding));
}

}  // namespace cassette::testing
