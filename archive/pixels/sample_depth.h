#pragma once

namespace cassette {

// Bits of a grey sample in a picture. Colours have 8, and so has JPEG.
enum class SampleDepth { eight, sixteen };

}  // namespace cassette
