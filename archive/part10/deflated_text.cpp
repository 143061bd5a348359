#include "archive/part10/deflated_text.h"

#include <zlib.h>

#include <memory>

namespace cassette {

namespace {

constexpr int level = 3;  // metadata shrink to a sixth here; higher levels cost more than they save
constexpr std::size_t flush_room = 16;

// What deflating needs to begin with. zlib clears and looks through what it was given, however short the text: for those that
// fit into the smaller window that was half of the time.
struct Workspace {
    std::size_t text_max;
    int window_bits;
    int memory_level;
};
constexpr Workspace small{std::size_t{1} << 13, 13, 5};
constexpr Workspace large{static_cast<std::size_t>(-1), MAX_WBITS, 8};

struct EndDeflate {
    void operator()(z_stream* z) const noexcept { deflateEnd(z); }
};

// Setting one up costs more than most texts: each thread keeps them.
template <Workspace const& Given>
z_stream* thread_deflater() {
    thread_local z_stream z{};
    thread_local std::unique_ptr<z_stream, EndDeflate> const ready{
        deflateInit2(&z, level, Z_DEFLATED, -Given.window_bits, Given.memory_level, Z_DEFAULT_STRATEGY) == Z_OK
            ? &z
            : nullptr};
    if (ready) deflateReset(ready.get());
    return ready.get();
}

}  // namespace

DeflatedText deflate_text(std::string_view text) {
    DeflatedText deflated;
    deflated.length = text.size();
    deflated.crc32 = static_cast<std::uint32_t>(crc32_z(0, reinterpret_cast<Bytef const*>(text.data()), text.size()));
    auto* const z = text.size() <= small.text_max ? thread_deflater<small>() : thread_deflater<large>();
    assert(z != nullptr);
    deflated.deflated.resize(deflateBound(z, static_cast<uLong>(text.size())) + flush_room);
    z->next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
    z->avail_in = static_cast<uInt>(text.size());
    z->next_out = reinterpret_cast<Bytef*>(deflated.deflated.data());
    z->avail_out = static_cast<uInt>(deflated.deflated.size());
    deflate(z, Z_SYNC_FLUSH);
    deflated.deflated.resize(deflated.deflated.size() - z->avail_out);
    deflated.deflated.shrink_to_fit();
    return deflated;
}

Result<std::string> inflate_text(DeflatedText const& text) {
    // RFC 1951: a byte of the stream makes at most 1032 bytes of text.
    constexpr std::uint64_t ratio_max = 1032;
    if (text.length / ratio_max > text.deflated.size()) return fail(ErrorCode::internal, "damaged metadata");
    z_stream z{};
    if (inflateInit2(&z, -MAX_WBITS) != Z_OK) return fail(ErrorCode::out_of_resources, "no memory to inflate");
    std::string plain(text.length, '\0');
    z.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.deflated.data()));
    z.avail_in = static_cast<uInt>(text.deflated.size());
    z.next_out = reinterpret_cast<Bytef*>(plain.data());
    z.avail_out = static_cast<uInt>(plain.size());
    inflate(&z, Z_SYNC_FLUSH);
    bool const whole = z.avail_out == 0;
    inflateEnd(&z);
    auto const checksum = crc32_z(0, reinterpret_cast<Bytef const*>(plain.data()), plain.size());
    if (!whole || checksum != text.crc32) return fail(ErrorCode::internal, "damaged metadata");
    return plain;
}

}  // namespace cassette
