#include "storage/folder_rendition_cache.h"

#include "storage/memory_blob.h"
#include "storage/rendition_files.h"
#include "storage/rendition_ledger.h"
#include "storage/sha256.h"

#include <condition_variable>
#include <map>
#include <mutex>
#include <optional>

namespace cassette {

namespace {

using Shared = Result<std::shared_ptr<Blob const>>;

// One making that several may wait for.
struct Flight {
    std::optional<Shared> result;
    std::condition_variable landed;
};

class FolderRenditionCache final : public RenditionCache {
public:
    FolderRenditionCache(std::string folder, RenditionCacheSettings settings)
        : settings_{std::move(settings)},
          files_{std::move(folder)},
          failures_{std::chrono::seconds{settings_.failure_lifetime_seconds}, settings_.now} {}
    FolderRenditionCache(FolderRenditionCache const&) = delete;
    FolderRenditionCache& operator=(FolderRenditionCache const&) = delete;
    // Without the mark of a clean stop the next start is slower, and that is all.
    ~FolderRenditionCache() override {
        if (started_) (void)files_.stop();
    }

    Result<void> start();
    Shared get_or_make(std::string_view key, Make const& make) override;
    std::uint64_t bytes() const override {
        std::scoped_lock const lock{mutex_};
        return ledger_.bytes();
    }
    Result<void> clear() override;
    FailureMemory& failures() override { return failures_; }

private:
    class Landing;

    Shared make_and_share(Digest const& name, Make const& make);
    Shared keep(Digest const& name, std::string bytes, std::uint64_t generation);

    RenditionCacheSettings settings_;
    RenditionFiles files_;
    FailureMemory failures_;
    bool started_ = false;
    mutable std::mutex mutex_;  // of everything below
    RenditionLedger ledger_;
    std::uint64_t generation_ = 0;  // counts calls of clear
    // Shared by the one who makes and those who wait.
    std::map<Digest, std::shared_ptr<Flight>> flights_;
};

// Ends a flight however its scope is left, so that nobody waits for ever.
class FolderRenditionCache::Landing {
public:
    Landing(FolderRenditionCache& cache, Digest const& name) : cache_{cache}, name_{name} {}
    Landing(Landing const&) = delete;
    Landing& operator=(Landing const&) = delete;
    ~Landing() {
        std::scoped_lock const lock{cache_.mutex_};
        auto const at = cache_.flights_.find(name_);
        at->second->result = std::move(result);
        at->second->landed.notify_all();
        cache_.flights_.erase(at);
    }

    Shared result = fail(ErrorCode::internal, "the rendition was given up");

private:
    FolderRenditionCache& cache_;
    Digest name_;
};

Result<void> FolderRenditionCache::start() {
    auto found = files_.start();
    if (!found) return fail(found.error());
    for (auto const& file : *found) ledger_.add(file.name, file.size);
    for (auto const& name : ledger_.trim(settings_.bytes_max)) files_.remove(name);
    started_ = true;
    return {};
}

Shared FolderRenditionCache::get_or_make(std::string_view key, Make const& make) {
    auto const name = sha256(std::as_bytes(std::span{key}));
    {
        std::unique_lock lock{mutex_};
        if (ledger_.touch(name)) {
            if (auto open = ledger_.opened(name)) return open;
            lock.unlock();
            auto blob = files_.open(name);
            lock.lock();
            if (blob) ledger_.keep_open(name, *blob);
            if (blob) return blob;
            // Evicted since, or removed by hand: it is made again.
        }
        if (auto const error = failures_.find(name)) return fail(*error);
        if (auto const found = flights_.find(name); found != flights_.end()) {
            auto const flight = found->second;
            flight->landed.wait(lock, [&] { return flight->result.has_value(); });
            return *flight->result;
        }
        flights_.emplace(name, std::make_shared<Flight>());
    }
    return make_and_share(name, make);
}

Shared FolderRenditionCache::make_and_share(Digest const& name, Make const& make) {
    Landing landing{*this, name};
    std::uint64_t generation = 0;
    {
        std::scoped_lock const lock{mutex_};
        generation = generation_;
    }
    auto made = make();
    if (made) return landing.result = keep(name, std::move(*made), generation);
    failures_.remember(name, made.error());
    return landing.result = fail(made.error());
}

Shared FolderRenditionCache::keep(Digest const& name, std::string bytes, std::uint64_t generation) {
    auto const size = bytes.size();
    auto kept =
        size > settings_.bytes_max ? Shared{fail(ErrorCode::too_large, "rendition")} : files_.write(name, bytes);
    if (!kept) return std::shared_ptr<Blob const>{std::make_shared<MemoryBlob>(std::move(bytes))};
    std::vector<Digest> out;
    {
        std::scoped_lock const lock{mutex_};
        if (generation == generation_) {
            ledger_.add(name, size);
            out = ledger_.trim(settings_.bytes_max);
        } else {
            out.push_back(name);  // cleared while it was made
        }
    }
    for (auto const& old : out) files_.remove(old);
    return kept;
}

Result<void> FolderRenditionCache::clear() {
    std::vector<Digest> out;
    failures_.clear();
    {
        std::scoped_lock const lock{mutex_};
        ++generation_;
        out = ledger_.trim(0);
    }
    for (auto const& name : out) files_.remove(name);
    return {};
}

}  // namespace

Result<std::unique_ptr<RenditionCache>> open_folder_rendition_cache(std::filesystem::path const& folder,
                                                                    RenditionCacheSettings const& settings) {
    auto cache = std::make_unique<FolderRenditionCache>(folder.native(), settings);
    if (auto started = cache->start(); !started) return fail(started.error());
    return std::unique_ptr<RenditionCache>{std::move(cache)};
}

}  // namespace cassette
