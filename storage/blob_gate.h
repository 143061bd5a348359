#pragma once

#include <condition_variable>
#include <cstddef>
#include <mutex>
#include <utility>

namespace cassette {

// Keeps the publishing of blobs and the freeing of them apart: who publishes stays in the gate until a row names the
// blob, and who frees is in it alone, so that a blob found unused is not taken up while it goes. Freeing waits for those
// inside and lets nobody in meanwhile. Thread-safe; not recursive.
class BlobGate {
public:
    class Pass {
    public:
        explicit Pass(BlobGate& gate) : gate_{&gate} {}
        Pass(Pass&& other) noexcept : gate_{std::exchange(other.gate_, nullptr)} {}
        Pass& operator=(Pass&&) = delete;
        ~Pass() {
            if (gate_ != nullptr) gate_->leave();
        }

    private:
        BlobGate* gate_;
    };

    [[nodiscard]] Pass enter_to_publish() {
        std::unique_lock lock{mutex_};
        changed_.wait(lock, [this] { return !freeing_; });
        ++inside_;
        return Pass{*this};
    }
    [[nodiscard]] Pass enter_to_free() {
        std::unique_lock lock{mutex_};
        changed_.wait(lock, [this] { return !freeing_; });
        freeing_ = true;
        changed_.wait(lock, [this] { return inside_ == 0; });
        return Pass{*this};
    }

private:
    // Who frees is in the gate alone, so whoever leaves while `freeing_` and nobody published is the one who freed.
    void leave() {
        {
            std::scoped_lock const lock{mutex_};
            if (inside_ > 0)
                --inside_;
            else
                freeing_ = false;
        }
        changed_.notify_all();
    }

    std::mutex mutex_;
    std::condition_variable changed_;
    std::size_t inside_ = 0;  // publishing
    bool freeing_ = false;    // somebody frees, or waits to
};

}  // namespace cassette
