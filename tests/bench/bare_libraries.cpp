#include "tests/bench/bare_libraries.h"

#include <dcmtk/dcmdata/dcdeftag.h>
#include <dcmtk/dcmdata/dcfilefo.h>
#include <dcmtk/dcmdata/dcistrmb.h>
#include <dcmtk/dcmimgle/dcmimage.h>
#include <jpeglib.h>
#include <openjpeg.h>
#include <png.h>

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <memory>
#include <vector>

namespace cassette::bench {

namespace {

struct Source {
    std::string const& bytes;
    std::size_t position = 0;
};

OPJ_SIZE_T read_source(void* out, OPJ_SIZE_T size, void* user) {
    auto& source = *static_cast<Source*>(user);
    auto const count = std::min<std::size_t>(size, source.bytes.size() - source.position);
    if (count == 0) return static_cast<OPJ_SIZE_T>(-1);
    std::memcpy(out, source.bytes.data() + source.position, count);
    source.position += count;
    return count;
}

OPJ_OFF_T skip_source(OPJ_OFF_T count, void* user) {
    auto& source = *static_cast<Source*>(user);
    source.position = std::min(source.bytes.size(), source.position + static_cast<std::size_t>(count));
    return count;
}

struct StreamDeleter {
    void operator()(opj_stream_t* stream) const noexcept { opj_stream_destroy(stream); }
};
struct CodecDeleter {
    void operator()(opj_codec_t* codec) const noexcept { opj_destroy_codec(codec); }
};
struct ImageDeleter {
    void operator()(opj_image_t* image) const noexcept { opj_image_destroy(image); }
};

std::unique_ptr<DcmFileFormat> parsed(std::string const& part10) {
    auto file = std::make_unique<DcmFileFormat>();
    DcmInputBufferStream stream;
    stream.setBuffer(part10.data(), static_cast<offile_off_t>(part10.size()));
    stream.setEos();
    file->transferInit();
    if (file->read(stream).bad()) return nullptr;
    file->transferEnd();
    return file;
}

bool has_window(DcmFileFormat& file) { return file.getDataset()->tagExistsWithValue(DCM_WindowCenter); }

std::unique_ptr<DicomImage> image_of(DcmFileFormat& file) {
    auto image = std::make_unique<DicomImage>(file.getDataset(), EXS_Unknown);
    if (image->getStatus() != EIS_Normal) return nullptr;
    if (has_window(file))
        (void)image->setWindow(0UL);
    else
        (void)image->setMinMaxWindow();
    return image;
}

struct WriterDeleter {
    void operator()(png_struct* png) const noexcept { png_destroy_write_struct(&png, nullptr); }
};
struct InfoDeleter {
    png_struct* png;
    void operator()(png_info* info) const noexcept { png_destroy_info_struct(png, &info); }
};

void append(png_structp png, png_bytep bytes, png_size_t size) {
    static_cast<std::string*>(png_get_io_ptr(png))->append(reinterpret_cast<char const*>(bytes), size);
}

// libpng's error handler ends the program: nothing here can go wrong but the program itself.
std::string png_of(std::vector<std::uint8_t>& grey, png_uint_32 width, png_uint_32 height) {
    std::unique_ptr<png_struct, WriterDeleter> const png{
        png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, nullptr, nullptr)};
    std::unique_ptr<png_info, InfoDeleter> const info{png_create_info_struct(png.get()), InfoDeleter{png.get()}};
    std::string file;
    png_set_write_fn(png.get(), &file, append, nullptr);
    png_set_compression_level(png.get(), 3);
    png_set_filter(png.get(), 0, PNG_FILTER_SUB);
    png_set_IHDR(png.get(), info.get(), width, height, 8, PNG_COLOR_TYPE_GRAY, PNG_INTERLACE_NONE,
                 PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    png_write_info(png.get(), info.get());
    for (png_uint_32 row = 0; row < height; ++row) png_write_row(png.get(), grey.data() + std::size_t{row} * width);
    png_write_end(png.get(), info.get());
    return file;
}

}  // namespace

bool decode_by_libjpeg(std::string const& stream) {
    jpeg_decompress_struct info{};
    jpeg_error_mgr errors{};
    info.err = jpeg_std_error(&errors);  // ends the program: nothing here can go wrong but the program itself
    jpeg_create_decompress(&info);
    jpeg_mem_src(&info, reinterpret_cast<unsigned char const*>(stream.data()),
                 static_cast<unsigned long>(stream.size()));
    (void)jpeg_read_header(&info, TRUE);
    (void)jpeg_start_decompress(&info);
    auto const row_bytes = std::size_t{info.output_width} * static_cast<std::size_t>(info.output_components);
    std::vector<JSAMPLE> pixels(row_bytes * info.output_height);
    while (info.output_scanline < info.output_height) {
        JSAMPROW row = pixels.data() + row_bytes * info.output_scanline;
        (void)jpeg_read_scanlines(&info, &row, 1);
    }
    (void)jpeg_finish_decompress(&info);
    jpeg_destroy_decompress(&info);
    return true;
}

bool decode_by_openjpeg(std::string const& bytes) {
    Source source{bytes};
    std::unique_ptr<opj_stream_t, StreamDeleter> const stream{opj_stream_default_create(OPJ_TRUE)};
    opj_stream_set_read_function(stream.get(), read_source);
    opj_stream_set_skip_function(stream.get(), skip_source);
    opj_stream_set_user_data(stream.get(), &source, nullptr);
    opj_stream_set_user_data_length(stream.get(), bytes.size());
    std::unique_ptr<opj_codec_t, CodecDeleter> const codec{opj_create_decompress(OPJ_CODEC_J2K)};
    opj_dparameters_t parameters{};
    opj_set_default_decoder_parameters(&parameters);
    if (opj_setup_decoder(codec.get(), &parameters) == OPJ_FALSE) return false;
    opj_image_t* header = nullptr;
    bool const read = opj_read_header(stream.get(), codec.get(), &header) != OPJ_FALSE;
    std::unique_ptr<opj_image_t, ImageDeleter> const image{header};
    return read && opj_decode(codec.get(), stream.get(), image.get()) != OPJ_FALSE;
}

bool decode_by_dcmtk(std::string const& part10) {
    auto const file = parsed(part10);
    return file && file->getDataset()->chooseRepresentation(EXS_LittleEndianExplicit, nullptr).good();
}

bool png_by_dcmtk(std::string const& part10) {
    auto const file = parsed(part10);
    if (!file) return false;
    auto const image = image_of(*file);
    if (!image) return false;
    std::vector<std::uint8_t> grey(image->getOutputDataSize(8));
    if (image->getOutputData(grey.data(), static_cast<unsigned long>(grey.size()), 8) == 0) return false;
    return !png_of(grey, static_cast<png_uint_32>(image->getWidth()), static_cast<png_uint_32>(image->getHeight()))
                .empty();
}

bool thumbnail_by_dcmtk(std::string const& part10, unsigned long width) {
    auto const file = parsed(part10);
    if (!file) return false;
    auto const image = image_of(*file);
    if (!image) return false;
    std::unique_ptr<DicomImage> const scaled{image->createScaledImage(width, 0UL, 1)};
    if (!scaled) return false;
    std::vector<std::uint8_t> grey(scaled->getOutputDataSize(8));
    return scaled->getOutputData(grey.data(), static_cast<unsigned long>(grey.size()), 8) != 0;
}

}  // namespace cassette::bench
