#include "storage/blob_journal.h"

#include <algorithm>
#include <fcntl.h>

namespace cassette {

namespace {

// Who stores while a full segment is settled may go on until the other one holds so many times as much.
constexpr unsigned times_at_most = 4;

bool is_there(std::string const& path) { return open_file(path, O_RDONLY).has_value(); }

}  // namespace

BlobJournal::BlobJournal(std::string folder, FileSystem& files, Restore restore, JournalLimits limits)
    : folder_{std::move(folder)},
      mark_{folder_ + "/lost"},
      files_{files},
      restore_{std::move(restore)},
      limits_{limits},
      segments_{Segment{JournalSegment{folder_ + "/0", files_}}, Segment{JournalSegment{folder_ + "/1", files_}}} {}

// ---- at the start -----------------------------------------------------------------------------------------------------

Result<void> BlobJournal::open() {
    auto directory = open_file(folder_, O_RDONLY | O_DIRECTORY);
    if (!directory) return fail(directory.error());
    directory_ = *std::move(directory);
    bool const rewrite = is_there(mark_);
    for (std::size_t segment = 0; segment < segments_.size(); ++segment) {
        auto const before = sequence_;
        if (auto restored = restore(segments_[segment], rewrite); !restored) return restored;
        if (sequence_ > before) active_ = segment;
    }
    if (rewrite) trust_if_settled();
    return {};
}

Result<void> BlobJournal::restore(Segment& segment, bool rewrite) {
    auto const visited = segment.file.read([&](JournalSegment::Record const& record) -> Result<void> {
        sequence_ = std::max(sequence_, record.sequence);
        segment.digests.push_back(record.digest);
        return restore_(record.digest, record.bytes, rewrite);
    });
    if (!visited) return visited;
    segment.is_settled = segment.digests.empty();
    segment.is_lost = rewrite && !segment.is_settled;
    // What is in it, if anything, was never whole: a record of it must not follow a new one.
    return segment.is_settled ? segment.file.remove() : Result<void>{};
}

// ---- records ----------------------------------------------------------------------------------------------------------

bool BlobJournal::is_full(Segment const& segment, unsigned times) const {
    return segment.file.bytes() >= times * limits_.bytes || segment.digests.size() >= times * limits_.records;
}

bool BlobJournal::may_append() const {
    return !clearing_ && !(settling_ && is_full(segments_[active_], times_at_most));
}

Result<BlobJournal::Entry> BlobJournal::append(Digest const& digest, std::span<std::byte const> bytes) {
    Lock lock{mutex_};
    changed_.wait(lock, [this] { return may_append(); });
    auto const batch = gathering_;
    append_record(batch->records, ++sequence_, digest, bytes);
    batch->digests.push_back(digest);
    while (!batch->result) {
        if (writing_)
            changed_.wait(lock);
        else
            write(lock, batch);
    }
    if (!*batch->result) return fail(batch->result->error());
    return Entry{*this, batch->segment};
}

// Whoever finds nobody writing writes what has gathered, for all who wait.
void BlobJournal::write(Lock& lock, std::shared_ptr<Batch> const& batch) {
    gathering_ = std::make_shared<Batch>();
    writing_ = true;
    batch->segment = active_;
    auto& segment = segments_[active_];
    lock.unlock();
    auto const done = segment.file.append(batch->records);
    lock.lock();
    writing_ = false;
    if (done) {
        segment.digests.insert(segment.digests.end(), batch->digests.begin(), batch->digests.end());
        segment.entries += batch->digests.size();
        segment.is_settled = false;
    }
    batch->result = done;
    changed_.notify_all();
}

void BlobJournal::leave(std::size_t segment) {
    bool last = false;
    {
        std::scoped_lock const lock{mutex_};
        last = --segments_[segment].entries == 0 && settling_;
    }
    if (last) changed_.notify_all();
}

bool BlobJournal::contains(Digest const& digest) const {
    std::scoped_lock const lock{mutex_};
    return std::ranges::any_of(segments_, [&](Segment const& segment) {
        return std::ranges::find(segment.digests, digest) != segment.digests.end();
    });
}

// ---- settling ---------------------------------------------------------------------------------------------------------

Result<void> BlobJournal::keep_short() {
    Lock lock{mutex_};
    if (settling_ || !is_full(segments_[active_], 1)) return {};
    settling_ = true;
    auto const done = take_turns(lock);
    settling_ = false;
    changed_.notify_all();
    return done;
}

Result<void> BlobJournal::take_turns(Lock& lock) {
    auto& full = segments_[active_];
    auto& next = segments_[1 - active_];
    if (!next.is_settled) {
        if (auto settled = settle(lock, next); !settled) return settled;
    }
    changed_.wait(lock, [this] { return !writing_; });
    next.file.reuse();
    next.digests.clear();
    active_ = 1 - active_;
    return settle(lock, full);
}

Result<void> BlobJournal::settle(Lock& lock, Segment& segment) {
    changed_.wait(lock, [&] { return segment.entries == 0; });
    bool const is_lost = segment.is_lost;
    lock.unlock();
    Result<void> done;
    if (is_lost)
        done = segment.file.read(
            [this](JournalSegment::Record const& record) { return restore_(record.digest, record.bytes, true); });
    if (done) done = files_.sync_all(directory_.get());
    lock.lock();
    if (!done) return distrust(), done;
    segment.is_settled = true;
    segment.is_lost = false;
    if (is_lost) trust_if_settled();
    return {};
}

// After a failed sync the system may call the lost pages clean: a second attempt proves nothing until they are written again.
void BlobJournal::distrust() {
    for (auto& segment : segments_) segment.is_lost = !segment.is_settled;
    (void)files_.create(mark_);
}

void BlobJournal::trust_if_settled() {
    if (std::ranges::none_of(segments_, &Segment::is_lost)) (void)files_.remove(mark_);
}

Result<void> BlobJournal::clear() {
    Lock lock{mutex_};
    changed_.wait(lock, [this] { return !settling_; });
    settling_ = clearing_ = true;
    changed_.wait(lock, [this] { return !writing_ && gathering_->digests.empty(); });
    auto const done = remove_all(lock);
    settling_ = clearing_ = false;
    changed_.notify_all();
    return done;
}

Result<void> BlobJournal::remove_all(Lock& lock) {
    if (std::ranges::none_of(segments_, [](Segment const& segment) { return segment.file.exists(); })) return {};
    for (auto& segment : segments_) {
        if (segment.is_settled) continue;
        if (auto settled = settle(lock, segment); !settled) return settled;
    }
    for (auto& segment : segments_) {
        if (auto removed = segment.file.remove(); !removed) return removed;
        segment.digests.clear();
    }
    return files_.sync_directory(folder_);
}

}  // namespace cassette
