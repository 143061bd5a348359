#pragma once

#include <cstddef>
#include <string>

namespace cassette::bench {

// What the libraries do by themselves, with nothing of ours around them: the limit. All give false when they refuse.

// libjpeg-turbo and OpenJPEG decode a frame's bit stream.
[[nodiscard]] bool decode_by_libjpeg(std::string const& stream);
[[nodiscard]] bool decode_by_openjpeg(std::string const& stream);
// DCMTK reads a Part 10 file and decodes its pixel data (RLE, JPEG lossless by its libijg, JPEG-LS by its CharLS).
[[nodiscard]] bool decode_by_dcmtk(std::string const& part10);
// DCMTK's DicomImage makes eight bits of it, with the window of the object, and libpng writes them (level 3, filter Sub).
[[nodiscard]] bool png_by_dcmtk(std::string const& part10);
// The same scaled to a width, without PNG.
[[nodiscard]] bool thumbnail_by_dcmtk(std::string const& part10, unsigned long width);

}  // namespace cassette::bench
