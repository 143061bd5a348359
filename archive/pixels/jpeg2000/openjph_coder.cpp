#include "archive/pixels/jpeg2000/openjph_coder.h"

#include "archive/pixels/jpeg2000/main_header.h"

#include <openjph/ojph_arch.h>
#include <openjph/ojph_base.h>
#include <openjph/ojph_codestream.h>
#include <openjph/ojph_file.h>
#include <openjph/ojph_mem.h>
#include <openjph/ojph_message.h>
#include <openjph/ojph_params.h>

#include <algorithm>
#include <cstdio>
#include <exception>
#include <memory>

namespace cassette::jpeg2000 {

namespace {

struct CloseFile {
    void operator()(std::FILE* file) const noexcept { std::fclose(file); }
};

// It tells the console what it thinks of a stream, unless told to tell it to somebody else. No file at all would do for the
// remarks, but not for errors.
bool silence() {
    static std::unique_ptr<std::FILE, CloseFile> const nowhere{std::fopen("/dev/null", "w")};
    if (!nowhere) return false;
    ojph::set_info_stream(nowhere.get());
    ojph::set_warning_stream(nowhere.get());
    ojph::set_error_stream(nowhere.get());
    return true;
}

bool is_silent() {
    static bool const silent = silence();
    return silent;
}

class StringFile final : public ojph::outfile_base {
public:
    size_t write(void const* bytes, size_t size) override {
        text.append(static_cast<char const*>(bytes), size);
        return size;
    }
    ojph::si64 tell() override { return static_cast<ojph::si64>(text.size()); }

    std::string text;
};

void describe(ojph::codestream& codestream, Cells const& cells, Coding const& coding) {
    auto size = codestream.access_siz();
    size.set_image_extent(ojph::point{cells.columns, cells.rows});
    size.set_num_components(cells.samples);
    for (std::uint32_t sample = 0; sample < cells.samples; ++sample)
        size.set_component(sample, ojph::point{1, 1}, coding.precision, coding.sign == Sign::is_signed);
    size.set_image_offset(ojph::point{0, 0});
    size.set_tile_size(ojph::size{cells.columns, cells.rows});
    size.set_tile_offset(ojph::point{0, 0});
    auto style = codestream.access_cod();
    ojph::ui32 decompositions = 0;
    for (auto side = std::max(cells.columns, cells.rows); side > 64 || (side > 1 && decompositions < 5);
         side = (side + 1) / 2)
        ++decompositions;
    style.set_num_decomposition(decompositions);
    style.set_block_dims(64, 64);
    style.set_progression_order("RPCL");
    style.set_color_transform(coding.colour_transform);
    style.set_reversible(true);
}

void push_rows(ojph::codestream& codestream, Cells const& cells, Sign sign) {
    ojph::ui32 component = 0;
    auto* line = codestream.exchange(nullptr, component);
    for (std::uint32_t row = 0; row < cells.rows; ++row) {
        for (std::uint32_t i = 0; i < cells.samples; ++i) {
            read_row(cells, row, component, sign, line->i32);
            line = codestream.exchange(line, component);
        }
    }
}

}  // namespace

std::optional<std::string> encode_with_openjph(Cells const& cells, Coding const& coding) {
    if (!is_silent()) return std::nullopt;
    // OpenJPH reports by exception.
    try {
        StringFile file;
        ojph::codestream codestream;
        describe(codestream, cells, coding);
        codestream.set_planar(false);
        codestream.write_headers(&file);
        push_rows(codestream, cells, coding.sign);
        codestream.flush();
        codestream.close();
        return with_tile_part_length(std::move(file.text));
    } catch (std::exception const&) { return std::nullopt; }
}

}  // namespace cassette::jpeg2000
