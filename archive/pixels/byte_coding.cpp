#include "archive/pixels/byte_coding.h"

#include "archive/part10/inflater.h"

#include <zlib.h>

#include <algorithm>

namespace cassette {

// RLE, PS3.5 G.5: a header of sixteen 32-bit numbers, the count of segments and where each begins, then the segments. One of
// single bits has one segment of the frame's bytes in runs:
//
//   n bytes...   n of 0 to 127: the next n + 1 bytes as they are
//   n byte       n of 129 to 255: the byte 257 - n times; 128 is nothing

namespace {

constexpr std::string_view uncompressed = "1.2.840.10008.1.2.1.98";
constexpr std::string_view deflated_frame = "1.2.840.10008.1.2.8.1";
constexpr std::string_view rle = "1.2.840.10008.1.2.5";
constexpr std::size_t rle_header = 64;

Failure damaged() { return fail(ErrorCode::not_acceptable, "the compressed frame cannot be decoded"); }

std::string inflated(std::string_view stream, std::size_t bytes_max) {
    std::string bytes;
    Inflater inflater{std::uint64_t{bytes_max} + (1U << 20)};
    auto const keep = [&](std::span<std::byte const> piece) -> Result<void> {
        auto const wanted = std::min(piece.size(), bytes_max - bytes.size());
        bytes.append(reinterpret_cast<char const*>(piece.data()), wanted);
        return {};
    };
    // What is damaged is too short, which is found out below.
    (void)inflater.feed(std::as_bytes(std::span{stream}), keep);
    return bytes;
}

std::string unpacked_runs(std::string_view runs, std::size_t bytes_max) {
    std::string bytes;
    while (!runs.empty() && bytes.size() < bytes_max) {
        auto const count = static_cast<unsigned char>(runs.front());
        runs.remove_prefix(1);
        if (count < 128) {
            bytes += runs.substr(0, count + std::size_t{1});
            runs.remove_prefix(std::min<std::size_t>(count + std::size_t{1}, runs.size()));
        } else if (count > 128 && !runs.empty()) {
            bytes.append(257U - count, runs.front());
            runs.remove_prefix(1);
        }
    }
    bytes.resize(std::min(bytes.size(), bytes_max));
    return bytes;
}

std::string unpacked_rle(std::string_view stream, std::size_t bytes_max) {
    if (stream.size() < rle_header) return {};
    auto const number_at = [&](std::size_t at) {
        std::size_t number = 0;
        for (std::size_t i = 4; i > 0; --i) number = number << 8 | static_cast<unsigned char>(stream[at + i - 1]);
        return number;
    };
    auto const start = number_at(4);
    if (number_at(0) != 1 || start < rle_header || start > stream.size()) return {};
    return unpacked_runs(stream.substr(start), bytes_max);
}

std::string deflated_stream(std::string_view bytes) {
    z_stream z{};
    if (deflateInit2(&z, Z_DEFAULT_COMPRESSION, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY) != Z_OK) return {};
    std::string stream(deflateBound(&z, static_cast<uLong>(bytes.size())), '\0');
    z.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    z.avail_in = static_cast<uInt>(bytes.size());
    z.next_out = reinterpret_cast<Bytef*>(stream.data());
    z.avail_out = static_cast<uInt>(stream.size());
    bool const whole = deflate(&z, Z_FINISH) == Z_STREAM_END;
    stream.resize(whole ? stream.size() - z.avail_out : 0);
    deflateEnd(&z);
    return stream;
}

std::size_t run_at(std::string_view bytes) {
    constexpr std::size_t longest = 128;
    auto const end = bytes.substr(0, longest).find_first_not_of(bytes.front());
    return end == std::string_view::npos ? std::min(bytes.size(), longest) : end;
}

std::string packed_rle(std::string_view bytes) {
    std::string stream(rle_header, '\0');
    stream[0] = 1;
    stream[4] = rle_header;
    while (!bytes.empty()) {
        auto const run = run_at(bytes);
        if (run > 1) {
            stream += static_cast<char>(257 - run);
            stream += bytes.front();
            bytes.remove_prefix(run);
            continue;
        }
        std::size_t literal = 1;
        while (literal < std::min<std::size_t>(128, bytes.size()) && run_at(bytes.substr(literal)) < 3) ++literal;
        stream += static_cast<char>(literal - 1);
        stream += bytes.substr(0, literal);
        bytes.remove_prefix(literal);
    }
    return stream;
}

}  // namespace

bool is_byte_coding(std::string_view transfer_syntax, PixelDescription const& description) {
    if (transfer_syntax == rle) return description.bits_allocated == 1;
    return transfer_syntax == uncompressed || transfer_syntax == deflated_frame;
}

Result<Frame> decode_bytes(std::string_view transfer_syntax, PixelDescription const& description,
                           std::string_view stream) {
    auto const size = static_cast<std::size_t>(native_frame_bytes(description));
    auto bytes = transfer_syntax == uncompressed ? std::string{stream.substr(0, size)}
        : transfer_syntax == deflated_frame      ? inflated(stream, size)
                                                 : unpacked_rle(stream, size);
    if (bytes.size() < size) return damaged();
    return Frame{description, std::move(bytes)};
}

Result<std::string> encode_bytes(std::string_view transfer_syntax, Frame const& frame) {
    auto const size = static_cast<std::size_t>(native_frame_bytes(frame.description));
    if (frame.bytes.size() < size) return fail(ErrorCode::not_acceptable, "the frame is shorter than its description");
    auto const bytes = std::string_view{frame.bytes}.substr(0, size);
    auto stream = transfer_syntax == uncompressed ? std::string{bytes}
        : transfer_syntax == deflated_frame       ? deflated_stream(bytes)
                                                  : packed_rle(bytes);
    if (stream.size() % 2 != 0) stream.push_back('\0');
    return stream;
}

}  // namespace cassette
