#pragma once

#include "storage/blob_store.h"

#include <cstring>
#include <string>

namespace cassette {

// A blob in memory.
class MemoryBlob final : public Blob {
public:
    explicit MemoryBlob(std::string bytes) : bytes_{std::move(bytes)} {}
    std::uint64_t size() const override { return bytes_.size(); }
    Result<void> read_at(std::uint64_t offset, std::span<std::byte> out) const override {
        if (offset > bytes_.size() || out.size() > bytes_.size() - offset) {
            return fail(ErrorCode::internal, "range beyond the blob");
        }
        if (!out.empty()) std::memcpy(out.data(), bytes_.data() + offset, out.size());
        return {};
    }
    bool is_at_hand() const override { return true; }

private:
    std::string bytes_;
};

}  // namespace cassette
