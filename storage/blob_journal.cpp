#include "storage/blob_journal.h"

#include <algorithm>
#include <fcntl.h>

namespace cassette {

namespace {

// Who stores while a full segment is settled may go on until the other one holds so many times as much.
constexpr unsigned times_at_most = 2;

// What others wait for is done whatever happens: an exception (bad_alloc) that passed them by would keep them waiting.
template <class End>
class Ending {
public:
    explicit Ending(End end) : end_{std::move(end)} {}
    Ending(Ending const&) = delete;
    Ending& operator=(Ending const&) = delete;
    ~Ending() { end_(); }

private:
    End end_;
};

Result<void> interrupted() { return fail(ErrorCode::out_of_resources, "writing the journal was interrupted"); }

void make_room(std::vector<Digest>& digests, std::size_t more) {
    auto const needed = digests.size() + more;
    if (needed > digests.capacity()) digests.reserve(std::max(needed, 2 * digests.capacity()));
}

}  // namespace

BlobJournal::BlobJournal(Folders folders, FileSystem& files, Restore restore, JournalLimits limits)
    : folders_{std::move(folders)},
      files_{files},
      restore_{std::move(restore)},
      limits_{limits},
      segments_{Segment{JournalSegment{folders_.journal + "/0", files_}},
                Segment{JournalSegment{folders_.journal + "/1", files_}}} {}

// ---- at the start -----------------------------------------------------------------------------------------------------

// A process before may have seen syncs fail: what it wrote and recorded may be in the system's memory alone, and called clean.
Result<void> BlobJournal::open() {
    auto blobs = open_file(folders_.blobs, O_RDONLY | O_DIRECTORY);
    if (!blobs) return fail(blobs.error());
    blobs_ = *std::move(blobs);
    for (auto& segment : segments_) {
        if (auto done = read(segment); !done) return done;
    }
    can_append_ = clear().has_value();
    return {};
}

Result<void> BlobJournal::read(Segment& segment) {
    auto done = segment.file.read([&](JournalSegment::Record const& record) -> Result<void> {
        sequence_ = std::max(sequence_, record.sequence);
        segment.digests.push_back(record.digest);
        return {};
    });
    if (!done) return done;
    segment.records = segment.digests.size();
    segment.is_settled = segment.digests.empty();
    segment.is_lost = !segment.is_settled;
    return {};
}

// ---- records ----------------------------------------------------------------------------------------------------------

bool BlobJournal::is_full(Segment const& segment, unsigned times) const {
    return segment.bytes >= times * limits_.bytes || segment.records >= times * limits_.records;
}

bool BlobJournal::may_append() const {
    return !clearing_ && !(settling_ && is_full(segments_[active_], times_at_most));
}

Result<BlobJournal::Entry> BlobJournal::append(Digest const& digest, std::span<std::byte const> bytes) {
    Lock lock{mutex_};
    changed_.wait(lock, [this] { return may_append(); });
    // Everything that may throw comes before anybody counts on this one.
    auto turn = Turn{std::make_shared<Batch>(), interrupted()};
    auto const batch = gathering_;
    make_room(batch->digests, 1);
    append_record(batch->records, ++sequence_, digest, bytes);
    batch->digests.push_back(digest);
    batch->changed.wait(lock, [&] { return batch->result || !writing_; });
    if (!batch->result) write(lock, *batch, std::move(turn));
    if (!*batch->result) return fail(batch->result->error());
    return Entry{*this, batch->segment};
}

// Whoever finds nobody writing writes what has gathered, for all who wait. Leaves the lock unlocked: who is woken wants it.
void BlobJournal::write(Lock& lock, Batch& batch, Turn turn) {
    gathering_ = std::move(turn.next);
    writing_ = true;
    batch.segment = active_;
    Ending const tell{[&] { end_writing(lock, batch, std::move(turn.done)); }};
    auto& segment = segments_[active_];
    make_room(segment.digests, batch.digests.size());
    lock.unlock();
    turn.done = segment.file.append(batch.records);
}

void BlobJournal::end_writing(Lock& lock, Batch& batch, Result<void> done) {
    auto& segment = segments_[batch.segment];
    bool const has_begun = !lock.owns_lock();
    if (has_begun) lock.lock();
    writing_ = false;
    // After an error they may be in the file all the same.
    if (has_begun) segment.digests.insert(segment.digests.end(), batch.digests.begin(), batch.digests.end());
    if (done) {
        segment.before.clear();
        segment.bytes += batch.records.size();
        segment.records += batch.digests.size();
        segment.entries += batch.digests.size();
        segment.is_settled = false;
    }
    batch.result = std::move(done);
    auto const next = gathering_;
    lock.unlock();
    batch.changed.notify_all();
    next->changed.notify_one();  // who writes it; the others of it sleep on
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
    auto const is_in = [&](std::vector<Digest> const& digests) {
        return std::ranges::find(digests, digest) != digests.end();
    };
    return std::ranges::any_of(segments_,
                               [&](Segment const& segment) { return is_in(segment.digests) || is_in(segment.before); });
}

// ---- settling ---------------------------------------------------------------------------------------------------------

Result<void> BlobJournal::keep_short() {
    Lock lock{mutex_};
    if (settling_ || !is_full(segments_[active_], 1)) return {};
    settling_ = true;
    Ending const settled{[this] {
        settling_ = false;
        changed_.notify_all();
    }};
    return take_turns(lock);
}

Result<void> BlobJournal::take_turns(Lock& lock) {
    auto& full = segments_[active_];
    auto& next = segments_[1 - active_];
    if (!next.is_settled) {
        if (auto settled = settle(lock, next); !settled) return settled;
    }
    changed_.wait(lock, [this] { return !writing_; });
    next.file.reuse();
    next.before = std::exchange(next.digests, {});
    next.bytes = next.records = 0;
    active_ = 1 - active_;
    changed_.notify_all();
    return settle(lock, full);
}

Result<void> BlobJournal::settle(Lock& lock, Segment& segment) {
    changed_.wait(lock, [&] { return segment.entries == 0; });
    bool const is_lost = segment.is_lost;
    auto done = interrupted();
    {
        Ending const note{[&] {
            lock.lock();
            segment.is_settled = done.has_value();
            // After a failed sync the system may call the lost pages clean: a second attempt proves nothing until they are
            // written again.
            for (auto& each : segments_) each.is_lost = !each.is_settled && (each.is_lost || !done);
        }};
        lock.unlock();
        done = sync_files(segment, is_lost);
    }
    return done;
}

Result<void> BlobJournal::sync_files(Segment const& segment, bool write_again) {
    auto const restore = [this](JournalSegment::Record const& record) { return restore_(record.digest, record.bytes); };
    auto const written = write_again ? segment.file.visit(restore) : Result<void>{};
    return written ? files_.sync_all(blobs_.get()) : written;
}

Result<void> BlobJournal::clear() {
    Lock lock{mutex_};
    changed_.wait(lock, [this] { return !settling_; });
    settling_ = clearing_ = true;
    Ending const cleared{[this] {
        settling_ = clearing_ = false;
        changed_.notify_all();
    }};
    changed_.wait(lock, [this] { return !writing_ && gathering_->digests.empty(); });
    return remove_all(lock);
}

Result<void> BlobJournal::remove_all(Lock& lock) {
    for (auto& segment : segments_) {
        if (segment.is_settled) continue;
        if (auto settled = settle(lock, segment); !settled) return settled;
    }
    for (auto& segment : segments_) {
        has_removed_ = has_removed_ || segment.file.exists();
        if (auto removed = segment.file.remove(); !removed) return removed;
        segment.digests.clear();
        segment.before.clear();
        segment.bytes = segment.records = 0;
    }
    if (!has_removed_) return {};
    auto synced = files_.sync_directory(folders_.journal);
    has_removed_ = !synced;
    return synced;
}

}  // namespace cassette
