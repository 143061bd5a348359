#pragma once

#include "storage/memory_blob.h"
#include "storage/rendition_cache.h"

#include <utility>

namespace cassette {

// Keeps nothing: for whoever makes each rendition once and must not push those of others out.
class UncachedRenditions final : public RenditionCache {
public:
    Result<std::shared_ptr<Blob const>> get_or_make(std::string_view, Make const& make) override {
        auto made = make();
        if (!made) return fail(made.error());
        return std::shared_ptr<Blob const>{std::make_shared<MemoryBlob>(std::move(*made))};
    }
    std::uint64_t bytes() const override { return 0; }
    Result<void> clear() override { return {}; }
    FailureMemory& failures() override { return failures_; }

private:
    FailureMemory failures_{std::chrono::seconds{0}, [] { return std::chrono::steady_clock::now(); }};
};

}  // namespace cassette
