#pragma once

#include "schema/digest.h"

#include <cstddef>
#include <memory>
#include <span>

struct evp_md_ctx_st;

namespace cassette {

// An incremental SHA-256 (FIPS 180-4). One owner, one thread at a time.
class Sha256 {
public:
    Sha256();
    void update(std::span<std::byte const> bytes);
    // The digest of everything since construction or the last `finish`; starts anew.
    [[nodiscard]] Digest finish();

private:
    struct Free {
        void operator()(evp_md_ctx_st* state) const noexcept;
    };
    std::unique_ptr<evp_md_ctx_st, Free> state_;
};

[[nodiscard]] Digest sha256(std::span<std::byte const> bytes);

}  // namespace cassette
