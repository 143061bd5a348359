#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace cassette::dicomweb {

// A small synthetic CT image. Every pixel byte of frame n (from 1) is n.
struct TestInstance {
    std::string study = "1.2.3";
    std::string series = "1.2.3.4";
    std::string instance = "1.2.3.4.5";
    std::string patient_name = "Doe^Jane";
    std::string image_type = "ORIGINAL\\PRIMARY\\AXIAL";
    std::string study_date = "20261121";
    std::string modality = "CT";
    int series_number = 1;
    int instance_number = 1;
    int frames = 1;
    bool pixels = true;
    // Encapsulated in JPEG Lossless, one fragment a frame, when there are any; the bytes need not be JPEG.
    std::vector<std::string> compressed_frames = {};
    std::string private_text = {};    // (0009,1102) LO, in a block of its own that CASSETTE SEARCH has reserved
    std::string procedure_code = {};  // of an item of Procedure Code Sequence
    std::uint32_t private_bytes = 0;  // of an OB value, long enough to be bulk data
};

inline constexpr std::uint16_t test_rows = 16;
inline constexpr std::uint16_t test_columns = 8;

// The Part 10 file, Explicit VR Little Endian unless compressed, written by DCMTK.
[[nodiscard]] std::string part10(TestInstance const& instance);

}  // namespace cassette::dicomweb
