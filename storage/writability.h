#pragma once

#include "schema/result.h"
#include "storage/file_system.h"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

namespace cassette {

// Why nothing new is taken, the mildest first.
enum class Refusal {
    low_space,         // less is free than the reserve, which is left to the index
    no_space,          // the medium, or a quota, is full
    io_error,          // the medium fails
    read_only_medium,  // it is mounted read-only, or the system has made it so after an error
};
inline constexpr Refusal refusals[] = {Refusal::low_space, Refusal::no_space, Refusal::io_error,
                                       Refusal::read_only_medium};
[[nodiscard]] std::string_view refusal_name(Refusal refusal);  // "low_space"

// What is asked leave for, the most dispensable first.
enum class Writing {
    new_object,    // to begin one, and to go on receiving it
    whole_object,  // to make durable what has come: it has its room already
    index,         // deletions among others, by which room comes back: only a medium that fails hinders them
};

struct Room {
    std::uint64_t free_bytes;
    bool is_read_only;
};
// statvfs(2). A file system that does not tell its size has room.
[[nodiscard]] Result<Room> room_on(std::filesystem::path const& folder);

struct WritabilitySettings {
    std::uint64_t reserve_bytes = 0;  // new objects are refused when less is free
    std::function<Result<Room>(std::filesystem::path const&)> room = room_on;
    std::chrono::steady_clock::time_point (*now)() = std::chrono::steady_clock::now;
};

// Whether the medium below a folder takes what is written. Once a write has failed nobody tries again but `probe`, so that
// the medium is left alone, every answer is the same and quick, and the node is writable again by itself. Thread-safe.
class Writability {
public:
    // `files` outlives it.
    Writability(std::filesystem::path folder, WritabilitySettings settings, FileSystem& files = posix_file_system());

    // ErrorCode::out_of_resources when it is refused. Beginning an object looks how much room is left.
    Result<void> may(Writing what);
    // What a write came to. ErrorCode::out_of_resources alone speaks of the medium.
    void note(Error const& error);

    // The index says whether it can be written by writing; an empty function takes that back.
    void probe_index_by(std::function<Result<void>()> write);
    // Looks after the medium: from time to time, one thread at a time. While everything is refused, writes, syncs and
    // removes a small file, has the index written, and ends the refusal when both succeed. One that soon comes again is
    // kept up for longer each time, a minute at most.
    void probe();

    struct Standing {
        std::optional<Refusal> refusal;               // nullopt: everything is taken
        std::chrono::system_clock::time_point since;  // of the refusal
        std::string detail;                           // of the error that it began with
        std::uint64_t free_bytes;                     // when it was last looked
    };
    Standing standing() const;

private:
    using Clock = std::chrono::steady_clock;

    Result<Room> look();
    void refuse(Refusal refusal, std::string detail);
    Result<void> write_and_remove();
    bool is_due(Room const& room) const;
    void end_refusal(std::uint64_t failures_before);

    std::filesystem::path const folder_;
    WritabilitySettings const settings_;
    FileSystem& files_;
    std::mutex probing_;  // held while index_write_ runs
    std::function<Result<void>()> index_write_;
    mutable std::mutex mutex_;  // guards what follows
    Standing standing_{std::nullopt, {}, {}, 0};
    std::uint64_t failures_ = 0;
    Clock::time_point refused_at_;
    Clock::time_point ended_at_;
    std::chrono::seconds patience_{1};
};

}  // namespace cassette
