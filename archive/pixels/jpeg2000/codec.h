#pragma once

#include <dcmtk/dcmdata/dcpixel.h>

namespace cassette::jpeg2000 {

// How to encode: HTJ2K is to DCMTK 3.6.7 no transfer syntax of its own, so it is a way of coding JPEG 2000.
class Representation final : public DcmRepresentationParameter {
public:
    enum class Coder { part_1, high_throughput };
    explicit Representation(Coder coder) : coder_{coder} {}
    Coder coder() const { return coder_; }

    DcmRepresentationParameter* clone() const override;
    char const* className() const override { return "Jpeg2000Representation"; }
    OFBool operator==(DcmRepresentationParameter const& other) const override;

private:
    Coder coder_;
};

// Registers decoders for JPEG 2000 Image Compression, lossless only or not, Part 1 and Part 2 (EXS_JPEG2000LosslessOnly,
// EXS_JPEG2000 and the two Multicomponent ones), and an encoder for the first, with DCMTK. The decoders take High-Throughput
// streams under the same names: the stream says which it is. Decoded samples lie by pixel; what was YBR_RCT or YBR_ICT is
// RGB. To be called once.
void register_codecs();

}  // namespace cassette::jpeg2000
