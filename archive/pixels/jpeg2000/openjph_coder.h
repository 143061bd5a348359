#pragma once

#include "archive/pixels/jpeg2000/openjpeg_coder.h"

namespace cassette::jpeg2000 {

// Encodes High-Throughput JPEG 2000 (ISO/IEC 15444-15). There is no decoder beside it: OpenJPH 0.9 answers damaged streams
// with assertions that end the process, and OpenJPEG decodes high-throughput blocks as well.
// In RPCL order, with so many decompositions that the least resolution fits into 64 by 64, and with a TLM marker segment:
// HTJ2K Lossless RPCL (PS3.5 10.18), and so HTJ2K Lossless as well.
[[nodiscard]] std::optional<std::string> encode_with_openjph(Cells const& cells, Coding const& coding);

}  // namespace cassette::jpeg2000
