#include "archive/part10/inflater.h"

#include <zlib.h>

#include <array>

namespace cassette {

struct Inflater::Stream {
    z_stream z{};
    std::array<std::byte, 64 * 1024> out;
    bool ready = inflateInit2(&z, -MAX_WBITS) == Z_OK;
    ~Stream() {
        if (ready) inflateEnd(&z);
    }
};

Inflater::Inflater(std::uint64_t bytes_max) : stream_{std::make_unique<Stream>()}, bytes_left_{bytes_max} {}
Inflater::Inflater(Inflater&&) noexcept = default;
Inflater& Inflater::operator=(Inflater&&) noexcept = default;
Inflater::~Inflater() = default;

bool Inflater::ended() const { return ended_; }

Result<void> Inflater::feed(std::span<std::byte const> bytes, Sink const& sink) {
    auto& [z, out, ready] = *stream_;
    if (!ready) return fail(ErrorCode::out_of_resources, "no memory to inflate");
    z.next_in = reinterpret_cast<Bytef*>(const_cast<std::byte*>(bytes.data()));
    z.avail_in = static_cast<uInt>(bytes.size());
    while (!ended_) {
        z.next_out = reinterpret_cast<Bytef*>(out.data());
        z.avail_out = static_cast<uInt>(out.size());
        int const status = inflate(&z, Z_NO_FLUSH);
        bool const starved = status == Z_BUF_ERROR;
        if (status != Z_OK && status != Z_STREAM_END && !starved)
            return fail(ErrorCode::malformed, "not a deflate stream");
        std::size_t const made = out.size() - z.avail_out;
        if (made > bytes_left_) return fail(ErrorCode::too_large, "a deflated data set");
        bytes_left_ -= made;
        if (made > 0)
            if (auto passed = sink(std::span{out}.first(made)); !passed) return passed;
        ended_ = status == Z_STREAM_END;
        if (starved || (z.avail_in == 0 && z.avail_out != 0)) return {};
    }
    return {};
}

}  // namespace cassette
