#include "archive/pixels/encoded_frame.h"

#include "archive/pixels/jpeg_stream.h"
#include "schema/transfer_syntax.h"

namespace cassette {

namespace {

// A decoder goes over the whole picture for each scan, and a scan may be ten bytes long. Encoders write a dozen at most; some
// more are found by chance in what precedes them.
bool has_too_many_scans(std::string_view stream) {
    constexpr std::size_t scans_max = 100;
    constexpr std::string_view start_of_scan{"\xFF\xDA", 2};
    std::size_t scans = 0;
    for (auto at = stream.find(start_of_scan); at != std::string_view::npos; at = stream.find(start_of_scan, at + 2))
        if (++scans > scans_max) return true;
    return false;
}

}  // namespace

std::string joined(std::vector<std::string>& fragments) {
    if (fragments.empty()) return {};
    auto stream = std::move(fragments.front());
    for (std::size_t i = 1; i < fragments.size(); ++i) stream += fragments[i];
    if (stream.size() % 2 != 0) stream.push_back('\0');
    return stream;
}

bool stream_fits(std::string_view transfer_syntax, std::string_view stream, PixelDescription const& description) {
    if (stream.empty()) return false;
    // RLE says nothing of its size, and the decoders of JPEG 2000 compare by themselves.
    auto const* const syntax = find_transfer_syntax(transfer_syntax);
    bool const is_jpeg = syntax != nullptr && (syntax->media_type == "image/jpeg" || syntax->media_type == "image/jls");
    if (!is_jpeg) return true;
    auto const header = read_jpeg_frame_header(stream);
    bool const wants_jpeg_ls = syntax->media_type == "image/jls";
    return header && header->is_jpeg_ls == wants_jpeg_ls && header->width == description.columns &&
        header->height == description.rows && header->components == description.samples &&
        header->precision <= description.bits_allocated && !has_too_many_scans(stream);
}

}  // namespace cassette
