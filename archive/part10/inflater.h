#pragma once

#include "schema/result.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>

namespace cassette {

// Inflates a raw deflate stream (RFC 1951), as Deflated Explicit VR Little Endian uses (PS3.5 A.5), piece by piece in
// constant memory.
class Inflater {
public:
    using Sink = std::function<Result<void>(std::span<std::byte const>)>;

    // Refuses to inflate more than `bytes_max`.
    explicit Inflater(std::uint64_t bytes_max);
    Inflater(Inflater&&) noexcept;
    Inflater& operator=(Inflater&&) noexcept;
    ~Inflater();

    // Passes on what the bytes inflate to. Bytes behind the end of the stream are ignored. ErrorCode::malformed when it is
    // no deflate stream, too_large beyond the bound; the sink's error is returned.
    Result<void> feed(std::span<std::byte const> bytes, Sink const& sink);
    bool ended() const;  // the stream's final block has passed

private:
    struct Stream;
    std::unique_ptr<Stream> stream_;
    std::uint64_t bytes_left_;
    bool ended_ = false;
};

}  // namespace cassette
