#include "tests/bench/sample_objects.h"

#include "archive/pixels/transcode.h"
#include "tests/support/single_instance_archive.h"
#include "tools/generate/synthetic_study.h"

#include <dcmtk/dcmdata/dcdeftag.h>
#include <dcmtk/dcmdata/dcfilefo.h>
#include <dcmtk/dcmdata/dcistrmb.h>
#include <dcmtk/dcmdata/dcostrmb.h>

#include <cstdint>
#include <vector>

namespace cassette::bench {

namespace {

bool make_eight_bits(DcmDataset& dataset) {
    std::vector<Uint8> cells;
    for (unsigned i = 0; i < 512 * 512; ++i)
        cells.push_back(static_cast<Uint8>((i % 512 + i / 512) / 5 + (i * 2654435761U >> 30)));
    return dataset.putAndInsertUint16(DCM_BitsAllocated, 8).good() &&
        dataset.putAndInsertUint16(DCM_BitsStored, 8).good() && dataset.putAndInsertUint16(DCM_HighBit, 7).good() &&
        dataset.putAndInsertUint16(DCM_PixelRepresentation, 0).good() &&
        dataset.putAndInsertUint8Array(DCM_PixelData, cells.data(), static_cast<unsigned long>(cells.size())).good();
}

}  // namespace

std::string ct_slice() { return generate::part10_of({.rows = 512, .columns = 512}, {}); }

std::string x_ray() { return generate::part10_of({.rows = 3072, .columns = 4096, .modality = "DX"}, {}); }

std::string eight_bits() {
    auto const sixteen = ct_slice();
    DcmInputBufferStream in;
    in.setBuffer(sixteen.data(), static_cast<offile_off_t>(sixteen.size()));
    in.setEos();
    DcmFileFormat file;
    file.transferInit();
    if (file.read(in).bad() || !make_eight_bits(*file.getDataset())) return {};
    file.transferEnd();
    std::string written(sixteen.size(), '\0');
    DcmOutputBufferStream out{written.data(), static_cast<offile_off_t>(written.size())};
    file.transferInit();
    if (file.write(out, EXS_LittleEndianExplicit, EET_ExplicitLength, nullptr).bad()) return {};
    void* buffer = nullptr;
    offile_off_t size = 0;
    out.flushBuffer(buffer, size);
    written.resize(static_cast<std::size_t>(size));
    return written;
}

std::string in_transfer_syntax(std::string const& part10, char const* transfer_syntax) {
    auto const held = testing::SingleInstanceArchive::holding(part10);
    auto const to = TransferSyntaxUID::parse(transfer_syntax);
    if (!held || !to) return {};
    auto const layout = decode_layout((*held)->layout());
    if (!layout) return {};
    auto const stream = transcoded_part10((*held)->archive(), local_operator(), {(*held)->location(), *layout}, *to);
    if (!stream) return {};
    std::string all;
    for (auto piece = (*stream)->next(); piece; piece = (*stream)->next()) {
        if (!*piece) return all;
        all += **piece;
    }
    return {};
}

}  // namespace cassette::bench
