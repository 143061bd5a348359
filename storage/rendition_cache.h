#pragma once

#include "schema/result.h"
#include "storage/blob_store.h"
#include "storage/failure_memory.h"

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace cassette {

// Derived pictures and transcoded frames on local disk, bounded in bytes, least recently used first out. Losing all of it
// loses nothing. Thread-safe.
class RenditionCache {
public:
    virtual ~RenditionCache() = default;
    using Make = std::function<Result<std::string>()>;
    // The rendition under `key`, made at most once however many ask at the same time: the others wait for the one that
    // makes it and share its result, failure included. A failure is remembered for a short while, so that a hostile
    // object costs one attempt, not one per request; unavailable, out_of_resources and cancelled are not. Errors are those
    // of `make`: a rendition that cannot be kept is given all the same.
    virtual Result<std::shared_ptr<Blob const>> get_or_make(std::string_view key, Make const& make) = 0;
    virtual std::uint64_t bytes() const = 0;
    // Forgets everything, files included.
    virtual Result<void> clear() = 0;
    // Of what renditions are made of: frames that cannot be decoded, for example. Forgotten by clear(), too.
    virtual FailureMemory& failures() = 0;
};

struct RenditionCacheSettings {
    std::uint64_t bytes_max = std::uint64_t{4} << 30;
    int failure_lifetime_seconds = 60;
    std::function<std::chrono::steady_clock::time_point()> now = [] { return std::chrono::steady_clock::now(); };
};

}  // namespace cassette
