#pragma once

#include "archive/pixels/frame.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace cassette::testing {

// A frame for a fuzz target: how it is described, and the stream that is said to be it.
//
//   rows, columns, kind, syntax, stream...   a byte each; kind: 1 sixteen bits, 2 three samples, 4 signed, 8 single bits
struct CodedFrame {
    PixelDescription description;
    std::string_view transfer_syntax;
    std::string stream;
};
[[nodiscard]] CodedFrame read_coded_frame(std::string_view bytes, std::span<std::string_view const> transfer_syntaxes);

// Law: it is refused as not_acceptable, or is a whole frame; and what is coded without loss again comes back bit by bit. At less
// than its size, it is nothing or a whole frame of that size.
void check_coded_frame(CodedFrame const& coded, std::string_view lossless);

}  // namespace cassette::testing
