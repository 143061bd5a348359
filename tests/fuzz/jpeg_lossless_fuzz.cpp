// Law: any bytes said to be a frame in JPEG Lossless are refused or are a frame, which comes back from a
// lossless coding bit by bit.

#include "tests/fuzz/coded_frame.h"

#include <array>

using namespace cassette;

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    static constexpr std::array<std::string_view, 2> syntaxes{"1.2.840.10008.1.2.4.57", "1.2.840.10008.1.2.4.70"};
    std::string_view const bytes{reinterpret_cast<char const*>(data), size};
    testing::check_coded_frame(testing::read_coded_frame(bytes, syntaxes), "1.2.840.10008.1.2.4.70");
    return 0;
}
