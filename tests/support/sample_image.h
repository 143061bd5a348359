#pragma once

#include <dcmtk/dcmdata/dcdatset.h>
#include <dcmtk/dcmdata/dcxfer.h>

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace cassette::testing {

// A small image, all frames one after the other, as an application that has just acquired it.
struct SampleImage {
    std::uint16_t rows = 1;
    std::uint16_t columns = 1;
    std::uint16_t samples = 1;
    std::uint16_t bits_allocated = 8;
    std::uint16_t bits_stored = 8;
    std::uint16_t pixel_representation = 0;
    std::uint16_t planar_configuration = 0;
    std::uint32_t frames = 1;
    char const* photometric = "MONOCHROME2";
    std::vector<std::uint8_t> bytes = {};        // of cells of 8 bits, and of 1 bit
    std::vector<std::uint16_t> words = {};       // of cells of 16 bits; written instead of `bytes` when there are any
    std::function<void(DcmDataset&)> more = {};  // adds attributes, or breaks some
};

// The image as a data set, and as a Part 10 file in a transfer syntax: native, deflated, RLE, JPEG baseline (quality 100)
// and lossless, JPEG-LS lossless.
[[nodiscard]] std::unique_ptr<DcmDataset> dataset_of(SampleImage const& image);
[[nodiscard]] std::string part10_of(SampleImage const& image, E_TransferSyntax syntax = EXS_LittleEndianExplicit);

}  // namespace cassette::testing
