// Law: any bytes said to be a frame in HTJ2K are refused or are a frame, which comes back from a
// lossless coding bit by bit.

#include "tests/fuzz/coded_frame.h"

#include <array>

using namespace cassette;

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    static constexpr std::array<std::string_view, 3> syntaxes{"1.2.840.10008.1.2.4.201", "1.2.840.10008.1.2.4.202",
                                                              "1.2.840.10008.1.2.4.203"};
    std::string_view const bytes{reinterpret_cast<char const*>(data), size};
    testing::check_coded_frame(testing::read_coded_frame(bytes, syntaxes), "1.2.840.10008.1.2.4.202");
    return 0;
}
