#include "archive/part10/parsed_header.h"

#include <dcmtk/dcmdata/dcelem.h>
#include <dcmtk/dcmdata/dcistrmb.h>

#include <charconv>

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

std::string raw_text(DcmElement& element) {
    char* text = nullptr;
    Uint32 length = 0;
    if (element.getString(text, length).bad() || text == nullptr) return {};
    return std::string{text, length};
}

std::uint64_t number_of(DcmDataset& dataset, Tag tag, std::uint64_t fallback) {
    OFString text;
    if (dataset.findAndGetOFString(DcmTagKey{tag.group, tag.element}, text).bad()) return fallback;
    auto const first = text.find_first_not_of(" +");
    if (first == OFString_npos) return fallback;
    std::uint64_t value = fallback;
    auto const* const end = text.data() + text.size();
    return std::from_chars(text.data() + first, end, value).ec == std::errc{} ? value : fallback;
}

}  // namespace cassette
