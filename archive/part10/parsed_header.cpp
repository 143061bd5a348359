#include "archive/part10/parsed_header.h"

#include <dcmtk/dcmdata/dcistrmb.h>

namespace cassette {

Result<std::unique_ptr<DcmDataset>> parse_header(ScannedDataset const& scanned) {
    auto dataset = std::make_unique<DcmDataset>();
    DcmInputBufferStream stream;
    stream.setBuffer(scanned.header.data(), static_cast<offile_off_t>(scanned.header.size()));
    stream.setEos();
    auto const syntax = scanned.order == ByteOrder::big ? EXS_BigEndianExplicit : EXS_LittleEndianExplicit;
    dataset->transferInit();
    OFCondition const condition = dataset->read(stream, syntax, EGL_noChange, DCM_MaxReadLength);
    dataset->transferEnd();
    bool const read = condition.good() || condition == EC_EndOfStream;
    if (!read) return fail(ErrorCode::malformed, std::string{"DCMTK: "} + condition.text());
    return dataset;
}

}  // namespace cassette
