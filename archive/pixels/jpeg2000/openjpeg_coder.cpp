#include "archive/pixels/jpeg2000/openjpeg_coder.h"

#include "archive/pixels/jpeg2000/assertion_trap.h"

#include <openjpeg.h>

#include <algorithm>
#include <csetjmp>
#include <cstring>
#include <memory>
#include <vector>

namespace cassette::jpeg2000 {

namespace {

struct FreeCodec {
    void operator()(opj_codec_t* codec) const noexcept { opj_destroy_codec(codec); }
};
struct FreeStream {
    void operator()(opj_stream_t* stream) const noexcept { opj_stream_destroy(stream); }
};
struct FreeImage {
    void operator()(opj_image_t* image) const noexcept { opj_image_destroy(image); }
};
using Codec = std::unique_ptr<opj_codec_t, FreeCodec>;
using Stream = std::unique_ptr<opj_stream_t, FreeStream>;
using Image = std::unique_ptr<opj_image_t, FreeImage>;

struct Source {
    std::string_view bytes;
    std::size_t at = 0;
};

constexpr auto end_of_stream = static_cast<OPJ_SIZE_T>(-1);

OPJ_SIZE_T read_source(void* buffer, OPJ_SIZE_T size, void* user) {
    auto& source = *static_cast<Source*>(user);
    auto const count = std::min(size, source.bytes.size() - source.at);
    if (count == 0) return end_of_stream;
    std::memcpy(buffer, source.bytes.data() + source.at, count);
    source.at += count;
    return count;
}

OPJ_OFF_T skip_source(OPJ_OFF_T count, void* user) {
    auto& source = *static_cast<Source*>(user);
    auto const left = static_cast<OPJ_OFF_T>(source.bytes.size() - source.at);
    if (count < 0 || left == 0) return -1;
    auto const skipped = std::min(count, left);
    source.at += static_cast<std::size_t>(skipped);
    return skipped;
}

OPJ_BOOL seek_source(OPJ_OFF_T at, void* user) {
    auto& source = *static_cast<Source*>(user);
    if (at < 0 || static_cast<std::size_t>(at) > source.bytes.size()) return OPJ_FALSE;
    source.at = static_cast<std::size_t>(at);
    return OPJ_TRUE;
}

// OpenJPEG goes back to write a length into what it has written.
struct Target {
    std::string bytes;
    std::size_t at = 0;
};

OPJ_SIZE_T write_target(void* buffer, OPJ_SIZE_T size, void* user) {
    auto& target = *static_cast<Target*>(user);
    if (target.at + size > target.bytes.size()) target.bytes.resize(target.at + size);
    std::memcpy(target.bytes.data() + target.at, buffer, size);
    target.at += size;
    return size;
}

OPJ_OFF_T skip_target(OPJ_OFF_T count, void* user) {
    auto& target = *static_cast<Target*>(user);
    if (count < 0) return -1;
    target.at += static_cast<std::size_t>(count);
    if (target.at > target.bytes.size()) target.bytes.resize(target.at);
    return count;
}

OPJ_BOOL seek_target(OPJ_OFF_T at, void* user) {
    auto& target = *static_cast<Target*>(user);
    if (at < 0) return OPJ_FALSE;
    target.at = static_cast<std::size_t>(at);
    if (target.at > target.bytes.size()) target.bytes.resize(target.at);
    return OPJ_TRUE;
}

Stream input_of(Source& source) {
    Stream stream{opj_stream_default_create(OPJ_TRUE)};
    if (!stream) return stream;
    opj_stream_set_user_data(stream.get(), &source, nullptr);
    opj_stream_set_user_data_length(stream.get(), source.bytes.size());
    opj_stream_set_read_function(stream.get(), read_source);
    opj_stream_set_skip_function(stream.get(), skip_source);
    opj_stream_set_seek_function(stream.get(), seek_source);
    return stream;
}

Stream output_to(Target& target) {
    Stream stream{opj_stream_default_create(OPJ_FALSE)};
    if (!stream) return stream;
    opj_stream_set_user_data(stream.get(), &target, nullptr);
    opj_stream_set_write_function(stream.get(), write_target);
    opj_stream_set_skip_function(stream.get(), skip_target);
    opj_stream_set_seek_function(stream.get(), seek_target);
    return stream;
}

// Owns the setjmp: its locals are trivial, and what OpenJPEG has allocated belongs to the codec and the image.
bool decode_trapped(std::jmp_buf& here, opj_codec_t* codec, opj_stream_t* stream, opj_image_t*& image) {
    if (setjmp(here) != 0) return false;
    if (opj_read_header(stream, codec, &image) != OPJ_TRUE || opj_decode(codec, stream, image) != OPJ_TRUE)
        return false;
    // A missing end marker does not make the picture worse.
    (void)opj_end_decompress(codec, stream);
    return true;
}

Image read_image(opj_codec_t* codec, opj_stream_t* stream) {
    opj_image_t* image = nullptr;
    std::jmp_buf here;
    AssertionTrap const trap{here};
    bool const decoded = decode_trapped(here, codec, stream, image);
    Image owned{image};
    return decoded ? std::move(owned) : nullptr;
}

bool copy_image(opj_image_t const& image, Cells const& cells) {
    if (image.numcomps < cells.samples) return false;
    for (std::uint32_t sample = 0; sample < cells.samples; ++sample) {
        auto const& component = image.comps[sample];
        if (component.data == nullptr || component.w != cells.columns || component.h != cells.rows) return false;
        for (std::uint32_t row = 0; row < cells.rows; ++row)
            write_row(cells, row, sample, component.data + std::size_t{row} * cells.columns);
    }
    return true;
}

Image image_of(Cells const& cells, Coding const& coding) {
    std::vector<opj_image_cmptparm_t> components(cells.samples);
    for (auto& component : components) {
        component = {};
        component.dx = component.dy = 1;
        component.w = cells.columns;
        component.h = cells.rows;
        component.prec = coding.precision;
        component.sgnd = coding.sign == Sign::is_signed ? 1 : 0;
    }
    auto const space = cells.samples == 3 ? OPJ_CLRSPC_SRGB : OPJ_CLRSPC_GRAY;
    Image image{opj_image_create(cells.samples, components.data(), space)};
    if (!image) return image;
    image->x1 = cells.columns;
    image->y1 = cells.rows;
    for (std::uint32_t sample = 0; sample < cells.samples; ++sample)
        for (std::uint32_t row = 0; row < cells.rows; ++row)
            read_row(cells, row, sample, coding.sign, image->comps[sample].data + std::size_t{row} * cells.columns);
    return image;
}

opj_cparameters_t parameters_for(Cells const& cells, Coding const& coding) {
    opj_cparameters_t parameters;
    opj_set_default_encoder_parameters(&parameters);
    parameters.tcp_numlayers = 1;
    parameters.tcp_rates[0] = 0;  // all of it
    parameters.cp_disto_alloc = 1;
    parameters.irreversible = 0;
    parameters.tcp_mct = coding.colour_transform ? 1 : 0;
    // A resolution halves the picture, which cannot become less than a pixel.
    int resolutions = 1;
    for (auto side = std::min(cells.columns, cells.rows); side > 1 && resolutions < 6; side /= 2) ++resolutions;
    parameters.numresolution = resolutions;
    return parameters;
}

}  // namespace

bool decode_with_openjpeg(std::string_view stream, Cells const& cells, std::uint32_t halvings) {
    Codec const codec{opj_create_decompress(OPJ_CODEC_J2K)};
    Source source{stream};
    auto const input = input_of(source);
    opj_dparameters_t parameters;
    opj_set_default_decoder_parameters(&parameters);
    parameters.cp_reduce = halvings;
    if (!codec || !input || opj_setup_decoder(codec.get(), &parameters) != OPJ_TRUE) return false;
    auto const image = read_image(codec.get(), input.get());
    return image && copy_image(*image, cells);
}

std::optional<std::string> encode_with_openjpeg(Cells const& cells, Coding const& coding) {
    Codec const codec{opj_create_compress(OPJ_CODEC_J2K)};
    Target target;
    auto const output = output_to(target);
    auto const image = image_of(cells, coding);
    auto parameters = parameters_for(cells, coding);
    if (!codec || !output || !image || opj_setup_encoder(codec.get(), &parameters, image.get()) != OPJ_TRUE)
        return std::nullopt;
    bool const written = opj_start_compress(codec.get(), image.get(), output.get()) == OPJ_TRUE &&
        opj_encode(codec.get(), output.get()) == OPJ_TRUE && opj_end_compress(codec.get(), output.get()) == OPJ_TRUE;
    if (!written) return std::nullopt;
    return std::move(target.bytes);
}

}  // namespace cassette::jpeg2000
