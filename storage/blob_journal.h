#pragma once

#include "storage/journal_segment.h"

#include <array>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace cassette {

struct JournalLimits {  // of a segment
    std::uint64_t bytes = std::uint64_t{8} << 20;
    std::size_t records = 2048;  // files that a sync settles; 0 for no journal
};

// Keeps the bytes of small blobs on stable storage until their files are. Who appends shares a sync with whoever else waits for
// one, and writes the file without any; when a segment is full, one sync of the whole file system settles its files, and it is
// written again from its beginning. Decision 15. Thread-safe, but for `open`.
class BlobJournal {
public:
    // Writes a blob's file again, without a sync: also one that seems to be there, for that says nothing of the disk.
    using Restore = std::function<Result<void>(Digest const& digest, std::span<std::byte const> bytes)>;
    // Both exist, and may be on different file systems.
    struct Folders {
        std::string journal;
        std::string blobs;  // whose file system is synced as a whole
    };

    // `files` outlives it.
    BlobJournal(Folders folders, FileSystem& files, Restore restore, JournalLimits limits = {});
    BlobJournal(BlobJournal const&) = delete;
    BlobJournal& operator=(BlobJournal const&) = delete;
    ~BlobJournal() = default;

    // Once, before anything else: restores every blob that is recorded, settles them and removes the records. What cannot be
    // restored or settled now stays recorded for the next start, and nothing can be appended. An error when the records
    // cannot be read.
    Result<void> open();
    // Whether there is nothing of an earlier process in it.
    bool can_append() const { return can_append_; }

    // While it lives, the blob's file is being made.
    class Entry {
    public:
        Entry(BlobJournal& journal, std::size_t segment) : journal_{&journal}, segment_{segment} {}
        Entry(Entry&& other) noexcept : journal_{std::exchange(other.journal_, nullptr)}, segment_{other.segment_} {}
        Entry& operator=(Entry&&) = delete;
        ~Entry() {
            if (journal_ != nullptr) journal_->leave(segment_);
        }

    private:
        BlobJournal* journal_;
        std::size_t segment_;
    };
    // The bytes are on stable storage. Errors are those of FileSystem.
    Result<Entry> append(Digest const& digest, std::span<std::byte const> bytes);
    // Settles what is recorded when it has become much. Whoever held an entry calls this without it.
    Result<void> keep_short();
    // Settles what is recorded and removes the records.
    Result<void> clear();
    // Whether there is a record that the next start would restore.
    bool contains(Digest const& digest) const;

private:
    struct Batch {
        JournalRecords records;
        std::vector<Digest> digests;
        std::size_t segment = 0;  // when it is written
        std::optional<Result<void>> result = {};
        std::condition_variable changed = {};  // there is a result, or somebody has to write it
    };
    struct Turn {
        std::shared_ptr<Batch> next;  // in which others gather meanwhile
        Result<void> done;            // what is told when it is interrupted
    };
    struct Segment {
        JournalSegment file;
        std::vector<Digest> digests = {};  // what is in it, whether its sync succeeded or not
        std::vector<Digest> before =
            {};                   // that it had before it was reused, and has until something is written over them
        std::uint64_t bytes = 0;  // of records
        std::size_t records = 0;  // on stable storage
        std::size_t entries = 0;
        bool is_settled = true;  // nothing in it is needed any more
        bool is_lost = false;    // the system may call the files clean that it could not write
    };
    using Lock = std::unique_lock<std::mutex>;

    Result<void> read(Segment& segment);
    bool may_append() const;
    void write(Lock& lock, Batch& batch, Turn turn);
    void end_writing(Lock& lock, Batch& batch, Result<void> done);
    void leave(std::size_t segment);
    bool is_full(Segment const& segment, unsigned times) const;
    Result<void> take_turns(Lock& lock);
    Result<void> settle(Lock& lock, Segment& segment);
    Result<void> sync_files(Segment const& segment, bool write_again);
    Result<void> remove_all(Lock& lock);

    Folders const folders_;
    FileSystem& files_;
    Restore const restore_;
    JournalLimits const limits_;
    FileDescriptor blobs_;
    bool can_append_ = true;
    mutable std::mutex mutex_;         // guards what follows; the segments' files while nobody writes
    std::condition_variable changed_;  // for all who wait for anything but their batch
    std::array<Segment, 2> segments_;
    std::size_t active_ = 0;
    std::shared_ptr<Batch> gathering_ = std::make_shared<Batch>();
    std::uint64_t sequence_ = 0;  // of the last record
    bool writing_ = false;
    bool settling_ = false;
    bool clearing_ = false;
    bool has_removed_ = false;  // files whose names may come back
};

}  // namespace cassette
