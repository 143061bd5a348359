#include "schema/transfer_syntax.h"

#include <array>

namespace cassette {

namespace {

using enum DatasetEncoding;

// The names and UIDs of PS3.6 Table A-1; media types of PS3.18 Table 8.7.3-2 to 8.7.3-6.
constexpr std::array<TransferSyntax, 54> table{{
    {"1.2.840.10008.1.2", "Implicit VR Little Endian", implicit_little, false, false, "application/octet-stream"},
    {"1.2.840.10008.1.2.1", "Explicit VR Little Endian", explicit_little, false, false, "application/octet-stream"},
    {"1.2.840.10008.1.2.1.98", "Encapsulated Uncompressed", explicit_little, true, false, "application/octet-stream"},
    {"1.2.840.10008.1.2.1.99", "Deflated Explicit VR Little Endian", deflated, false, false,
     "application/octet-stream"},
    {"1.2.840.10008.1.2.2", "Explicit VR Big Endian", explicit_big, false, false, "application/octet-stream"},
    {"1.2.840.10008.1.2.4.50", "JPEG Baseline (Process 1)", explicit_little, true, true, "image/jpeg"},
    {"1.2.840.10008.1.2.4.51", "JPEG Extended (Process 2 and 4)", explicit_little, true, true, "image/jpeg"},
    {"1.2.840.10008.1.2.4.52", "JPEG Extended (Process 3 and 5)", explicit_little, true, true, "image/jpeg"},
    {"1.2.840.10008.1.2.4.53", "JPEG Spectral Selection (6 and 8)", explicit_little, true, true, "image/jpeg"},
    {"1.2.840.10008.1.2.4.54", "JPEG Spectral Selection (7 and 9)", explicit_little, true, true, "image/jpeg"},
    {"1.2.840.10008.1.2.4.55", "JPEG Full Progression (10 and 12)", explicit_little, true, true, "image/jpeg"},
    {"1.2.840.10008.1.2.4.56", "JPEG Full Progression (11 and 13)", explicit_little, true, true, "image/jpeg"},
    {"1.2.840.10008.1.2.4.57", "JPEG Lossless (Process 14)", explicit_little, true, false, "image/jpeg"},
    {"1.2.840.10008.1.2.4.58", "JPEG Lossless (Process 15)", explicit_little, true, false, "image/jpeg"},
    {"1.2.840.10008.1.2.4.59", "JPEG Extended Hierarchical (16 and 18)", explicit_little, true, true, "image/jpeg"},
    {"1.2.840.10008.1.2.4.60", "JPEG Extended Hierarchical (17 and 19)", explicit_little, true, true, "image/jpeg"},
    {"1.2.840.10008.1.2.4.61", "JPEG Spectral Hierarchical (20 and 22)", explicit_little, true, true, "image/jpeg"},
    {"1.2.840.10008.1.2.4.62", "JPEG Spectral Hierarchical (21 and 23)", explicit_little, true, true, "image/jpeg"},
    {"1.2.840.10008.1.2.4.63", "JPEG Progression Hierarchical (24 and 26)", explicit_little, true, true, "image/jpeg"},
    {"1.2.840.10008.1.2.4.64", "JPEG Progression Hierarchical (25 and 27)", explicit_little, true, true, "image/jpeg"},
    {"1.2.840.10008.1.2.4.65", "JPEG Lossless Hierarchical (28)", explicit_little, true, false, "image/jpeg"},
    {"1.2.840.10008.1.2.4.66", "JPEG Lossless Hierarchical (29)", explicit_little, true, false, "image/jpeg"},
    {"1.2.840.10008.1.2.4.70", "JPEG Lossless SV1", explicit_little, true, false, "image/jpeg"},
    {"1.2.840.10008.1.2.4.80", "JPEG-LS Lossless", explicit_little, true, false, "image/jls"},
    {"1.2.840.10008.1.2.4.81", "JPEG-LS Near-Lossless", explicit_little, true, true, "image/jls"},
    {"1.2.840.10008.1.2.4.90", "JPEG 2000 Lossless", explicit_little, true, false, "image/jp2"},
    {"1.2.840.10008.1.2.4.91", "JPEG 2000", explicit_little, true, true, "image/jp2"},
    {"1.2.840.10008.1.2.4.92", "JPEG 2000 Part 2 Lossless", explicit_little, true, false, "image/jpx"},
    {"1.2.840.10008.1.2.4.93", "JPEG 2000 Part 2", explicit_little, true, true, "image/jpx"},
    {"1.2.840.10008.1.2.4.94", "JPIP Referenced", explicit_little, false, false, "application/octet-stream"},
    {"1.2.840.10008.1.2.4.95", "JPIP Referenced Deflate", deflated, false, false, "application/octet-stream"},
    {"1.2.840.10008.1.2.4.100", "MPEG2 Main Profile / Main Level", explicit_little, true, true, "video/mpeg2"},
    {"1.2.840.10008.1.2.4.100.1", "Fragmentable MPEG2 Main / Main", explicit_little, true, true, "video/mpeg2"},
    {"1.2.840.10008.1.2.4.101", "MPEG2 Main Profile / High Level", explicit_little, true, true, "video/mpeg2"},
    {"1.2.840.10008.1.2.4.101.1", "Fragmentable MPEG2 Main / High", explicit_little, true, true, "video/mpeg2"},
    {"1.2.840.10008.1.2.4.102", "MPEG-4 AVC/H.264 High 4.1", explicit_little, true, true, "video/mp4"},
    {"1.2.840.10008.1.2.4.102.1", "Fragmentable MPEG-4 High 4.1", explicit_little, true, true, "video/mp4"},
    {"1.2.840.10008.1.2.4.103", "MPEG-4 AVC/H.264 BD-compatible 4.1", explicit_little, true, true, "video/mp4"},
    {"1.2.840.10008.1.2.4.103.1", "Fragmentable MPEG-4 BD 4.1", explicit_little, true, true, "video/mp4"},
    {"1.2.840.10008.1.2.4.104", "MPEG-4 AVC/H.264 High 4.2 2D", explicit_little, true, true, "video/mp4"},
    {"1.2.840.10008.1.2.4.104.1", "Fragmentable MPEG-4 High 4.2 2D", explicit_little, true, true, "video/mp4"},
    {"1.2.840.10008.1.2.4.105", "MPEG-4 AVC/H.264 High 4.2 3D", explicit_little, true, true, "video/mp4"},
    {"1.2.840.10008.1.2.4.105.1", "Fragmentable MPEG-4 High 4.2 3D", explicit_little, true, true, "video/mp4"},
    {"1.2.840.10008.1.2.4.106", "MPEG-4 AVC/H.264 Stereo 4.2", explicit_little, true, true, "video/mp4"},
    {"1.2.840.10008.1.2.4.106.1", "Fragmentable MPEG-4 Stereo 4.2", explicit_little, true, true, "video/mp4"},
    {"1.2.840.10008.1.2.4.107", "HEVC/H.265 Main 5.1", explicit_little, true, true, "video/H265"},
    {"1.2.840.10008.1.2.4.108", "HEVC/H.265 Main 10 5.1", explicit_little, true, true, "video/H265"},
    {"1.2.840.10008.1.2.4.201", "HTJ2K Lossless", explicit_little, true, false, "image/jphc"},
    {"1.2.840.10008.1.2.4.202", "HTJ2K Lossless RPCL", explicit_little, true, false, "image/jphc"},
    {"1.2.840.10008.1.2.4.203", "HTJ2K", explicit_little, true, true, "image/jphc"},
    {"1.2.840.10008.1.2.8.1", "Deflated Image Frame Compression", explicit_little, true, false, "image/x-deflate"},
    {"1.2.840.10008.1.2.5", "RLE Lossless", explicit_little, true, false, "image/dicom-rle"},
    {"1.2.840.10008.1.2.4.110", "JPEG XL Lossless", explicit_little, true, false, "image/jxl"},
    {"1.2.840.10008.1.2.4.112", "JPEG XL", explicit_little, true, true, "image/jxl"},
}};

}  // namespace

std::span<TransferSyntax const> transfer_syntaxes() { return table; }

TransferSyntax const* find_transfer_syntax(std::string_view uid) {
    for (auto const& syntax : table)
        if (syntax.uid == uid) return &syntax;
    return nullptr;
}

}  // namespace cassette
