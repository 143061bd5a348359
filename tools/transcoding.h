#pragma once

#include "archive/archive.h"

#include <atomic>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string_view>

namespace cassette {

// A value of the key storage.transcode: none, or what is stored uncompressed becomes. ErrorCode::malformed for another word.
[[nodiscard]] Result<std::optional<TransferSyntaxUID>> parse_transcoding(std::string_view text);

// Rewrites in the background what is stored uncompressed (archive/lifecycle/transcoding.h): half of the time at most, so that
// the node serves meanwhile. Logs when a round begins and ends, and each refusal. `step` is called by one thread, the others
// by any.
class TranscodingJob {
public:
    // `archive` outlives it.
    TranscodingJob(Archive& archive, TransferSyntaxUID to);
    TranscodingJob(TranscodingJob const&) = delete;
    TranscodingJob& operator=(TranscodingJob const&) = delete;

    // Does one piece; how long to rest before the next.
    std::chrono::milliseconds step();
    // The piece at hand ends at the next frame, and those to come at once.
    void stop() { stopped_ = true; }

    // Since the start.
    struct Figures {
        std::uint64_t transcoded = 0;
        std::uint64_t refused = 0;
        std::uint64_t bytes_before = 0;
        std::uint64_t bytes_after = 0;
    };
    Figures figures() const { return {transcoded_, refused_, bytes_before_, bytes_after_}; }

private:
    std::chrono::milliseconds finish();
    std::chrono::milliseconds give_up(Error const& error);

    Archive& archive_;
    TransferSyntaxUID to_;
    std::atomic<bool> stopped_ = false;
    std::atomic<std::uint64_t> transcoded_ = 0, refused_ = 0, bytes_before_ = 0, bytes_after_ = 0;
    std::int64_t after_ = 0;  // where the next piece begins
    std::uint64_t told_ = 0;  // transcoded and refused, in the log
};

}  // namespace cassette
