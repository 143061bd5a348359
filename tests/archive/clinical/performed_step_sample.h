#pragma once

#include "tests/support/dataset_builder.h"

#include <string>

namespace cassette::testing {

struct SampleStep {
    std::string study = "1.2.3";
    std::string step = "S1";
    Encoding encoding = Encoding::explicit_little_endian;
};

// What a modality sends when it begins (N-CREATE), PS3.4 Table F.7.2-1: every attribute that it must.
[[nodiscard]] DatasetBuilder created_step(SampleStep const& step = {});
// What it sends when it ends (N-SET), with one series of one image.
[[nodiscard]] DatasetBuilder ended_step(std::string const& status,
                                        Encoding encoding = Encoding::explicit_little_endian);

}  // namespace cassette::testing
