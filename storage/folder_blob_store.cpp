#include "storage/folder_blob_store.h"

#include "storage/blob_places.h"
#include "storage/file_blob.h"
#include "storage/file_spool.h"
#include "storage/file_time.h"
#include "storage/sha256.h"

#include <cassert>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <utility>
#include <vector>

namespace cassette {

namespace {

// Small writes are gathered up to this; larger ones go straight to the file.
constexpr std::size_t buffer_bytes = 64 * 1024;
// A long stream is sent to the disk every so often, so that the sync at its end does not wait for all of it.
constexpr std::uint64_t writeback_bytes = std::uint64_t{8} << 20;

// stat(2); nullopt when there is no regular file of that name.
Result<std::optional<struct stat>> status_of(std::string const& path) {
    struct stat status {};
    if (::stat(path.c_str(), &status) < 0) {
        if (errno == ENOENT) return std::optional<struct stat>{};
        return fail(error_of_errno(errno, "stat"));
    }
    if (!S_ISREG(status.st_mode)) return std::optional<struct stat>{};
    return std::optional{status};
}

// What is small stays in memory until it is published, and is published by the journal where there is one.
class FolderBlobWriter final : public BlobWriter {
public:
    FolderBlobWriter(BlobPlaces& places, BlobJournal* journal) : places_{places}, journal_{journal} {}
    FolderBlobWriter(FolderBlobWriter const&) = delete;
    FolderBlobWriter& operator=(FolderBlobWriter const&) = delete;
    // What cannot be removed now is removed at the next start.
    ~FolderBlobWriter() override {
        if (!path_.empty()) (void)places_.files().remove(path_);
    }

    Result<void> write(std::span<std::byte const> bytes) override;
    Result<Digest> finish() override;
    Result<void> publish(std::int64_t stored_at) override;
    std::uint64_t size() const override { return size_; }

private:
    Result<void> open();
    Result<void> flush();
    Result<void> put(std::span<std::byte const> bytes);
    Result<void> check_length();
    Result<void> publish_file(std::int64_t stored_at);
    Result<void> publish_small(std::int64_t stored_at);
    Result<void> record_and_put(std::int64_t stored_at);

    BlobPlaces& places_;
    BlobJournal* journal_;
    std::string path_;  // in incoming/; empty before there is a file and once it was renamed
    FileDescriptor file_;
    Sha256 hash_;
    std::vector<std::byte> buffer_;
    std::uint64_t size_ = 0;
    std::uint64_t written_ = 0;  // bytes of size_ that are in the file
    std::uint64_t sent_ = 0;     // bytes of written_ whose way to the disk has begun
    bool is_small_ = false;      // all of it is in buffer_
    std::optional<Digest> digest_;
    std::optional<Error> failure_;  // after one, what the file holds is not known
};

Result<void> FolderBlobWriter::write(std::span<std::byte const> bytes) {
    assert(!digest_);
    if (failure_) return fail(*failure_);
    if (bytes.empty()) return {};
    hash_.update(bytes);
    size_ += bytes.size();
    if (buffer_.size() + bytes.size() > buffer_bytes) {
        if (auto flushed = flush(); !flushed) return flushed;
    }
    if (bytes.size() > buffer_bytes) return put(bytes);
    buffer_.insert(buffer_.end(), bytes.begin(), bytes.end());
    return {};
}

Result<void> FolderBlobWriter::open() {
    auto path = places_.new_name();
    auto file = places_.create(path);
    if (!file) return fail(file.error());
    path_ = std::move(path);
    file_ = *std::move(file);
    return {};
}

Result<void> FolderBlobWriter::flush() {
    if (buffer_.empty()) return {};
    auto done = put(buffer_);
    buffer_.clear();
    return done;
}

Result<void> FolderBlobWriter::put(std::span<std::byte const> bytes) {
    auto done = file_.is_open() ? Result<void>{} : open();
    if (done) done = places_.files().write(file_.get(), bytes);
    if (!done) {
        failure_ = done.error();
        return done;
    }
    written_ += bytes.size();
    if (written_ - sent_ < writeback_bytes) return {};
    // A hint: its failure shows at the sync.
    (void)::sync_file_range(file_.get(), static_cast<off_t>(sent_), static_cast<off_t>(written_ - sent_),
                            SYNC_FILE_RANGE_WRITE);
    sent_ = written_;
    return {};
}

Result<Digest> FolderBlobWriter::finish() {
    assert(!digest_);
    if (failure_) return fail(*failure_);
    is_small_ = journal_ != nullptr && !file_.is_open();
    if (!is_small_) {
        if (auto checked = check_length(); !checked) return fail(checked.error());
    }
    digest_ = hash_.finish();
    return *digest_;
}

Result<void> FolderBlobWriter::check_length() {
    // Without a byte there is a file all the same.
    bool const is_written = file_.is_open() && buffer_.empty();
    if (auto written = is_written ? Result<void>{} : put(std::exchange(buffer_, {})); !written) return written;
    struct stat status {};
    if (::fstat(file_.get(), &status) < 0) return fail(error_of_errno(errno, "fstat"));
    if (static_cast<std::uint64_t>(status.st_size) == size_) return {};
    failure_ = Error{ErrorCode::out_of_resources, "the file is not as long as what was written to it"};
    return fail(*failure_);
}

// The same bytes are always put in place again, never compared: that heals a damaged blob and costs no reading.
Result<void> FolderBlobWriter::publish(std::int64_t stored_at) {
    assert(digest_);
    if (failure_) return fail(*failure_);
    return is_small_ ? publish_small(stored_at) : publish_file(stored_at);
}

Result<void> FolderBlobWriter::publish_file(std::int64_t stored_at) {
    if (!path_.empty()) {
        set_modified_at(file_.get(), stored_at);
        // After a failed sync the kernel may call the lost pages clean: a second attempt proves nothing.
        if (auto synced = places_.files().sync(file_.get()); !synced) {
            failure_ = synced.error();
            return synced;
        }
        if (auto moved = places_.move(path_, *digest_); !moved) return moved;
        path_.clear();
        file_.close();
    }
    return places_.directories().sync(*digest_);
}

Result<void> FolderBlobWriter::record_and_put(std::int64_t stored_at) {
    auto const entry = journal_->append(*digest_, buffer_);
    if (!entry) return fail(entry.error());
    return places_.put(*digest_, buffer_, stored_at, BlobPlaces::Sync::no);
}

Result<void> FolderBlobWriter::publish_small(std::int64_t stored_at) {
    auto const put = record_and_put(stored_at);
    auto const kept = journal_->keep_short();
    return put ? kept : put;
}

class FolderBlobStore final : public BlobStore {
public:
    FolderBlobStore(std::string const& folder, FileSystem& files, JournalLimits limits)
        : folder_{folder}, files_{files}, places_{folder, files}, limits_{limits} {}
    FolderBlobStore(FolderBlobStore const&) = delete;
    FolderBlobStore& operator=(FolderBlobStore const&) = delete;
    // What cannot be settled now is restored at the next start.
    ~FolderBlobStore() override {
        if (journal_) (void)journal_->clear();
    }

    Result<void> prepare();
    Result<std::unique_ptr<BlobWriter>> create() override {
        return std::unique_ptr<BlobWriter>{std::make_unique<FolderBlobWriter>(places_, new_in_journal())};
    }
    Result<std::shared_ptr<Spool>> create_spool() override { return open_file_spool(folder_ + "/incoming"); }
    Result<std::shared_ptr<Blob const>> open(Digest const& digest) const override {
        return open_file_blob(path_of(digest));
    }
    Result<bool> contains(Digest const& digest) const override {
        auto const status = status_of(path_of(digest));
        if (!status) return fail(status.error());
        return status->has_value();
    }
    Result<void> remove(Digest const& digest) override;
    Result<void> for_each(Visitor const& visit) const override;

private:
    std::string path_of(Digest const& digest) const { return places_.directories().path_of(digest); }
    BlobJournal* new_in_journal() { return uses_journal_ ? &*journal_ : nullptr; }
    Result<void> empty_incoming();
    Result<void> open_journal();

    std::string const folder_;
    FileSystem& files_;
    BlobPlaces places_;
    JournalLimits const limits_;
    std::optional<BlobJournal> journal_;
    bool uses_journal_ = false;
};

Result<void> FolderBlobStore::prepare() {
    if (auto made = files_.make_directory(folder_ + "/incoming"); !made) return fail(made.error());
    if (auto emptied = empty_incoming(); !emptied) return emptied;
    if (auto prepared = places_.directories().prepare(); !prepared) return prepared;
    if (auto opened = open_journal(); !opened) return opened;
    return files_.sync_directory(folder_);
}

// What is recorded is restored wherever the folder lies now, and whatever the limits are.
Result<void> FolderBlobStore::open_journal() {
    auto const objects = folder_ + "/objects";
    bool const can_sync = files_.can_sync_all(objects);
    if (auto made = files_.make_directory(folder_ + "/journal"); !made) return fail(made.error());
    auto const restore = [this, can_sync](Digest const& digest, std::span<std::byte const> bytes) {
        return places_.put_again(digest, bytes, can_sync ? BlobPlaces::Sync::no : BlobPlaces::Sync::yes);
    };
    journal_.emplace(BlobJournal::Folders{folder_ + "/journal", objects}, files_, restore, limits_);
    if (auto opened = journal_->open(); !opened) {
        journal_.reset();  // nobody knows what is in it
        return opened;
    }
    uses_journal_ = can_sync && limits_.records > 0 && journal_->can_append();
    return {};
}

Result<void> FolderBlobStore::empty_incoming() {
    std::error_code error;
    std::vector<std::string> left;
    for (std::filesystem::directory_iterator at{folder_ + "/incoming", error}, end; !error && at != end;
         at.increment(error)) {
        if (!at->is_directory(error)) left.push_back(at->path().string());
    }
    if (error) return fail(error_of_errno(error.value(), "list incoming"));
    for (auto const& path : left) {
        if (auto removed = files_.remove(path); !removed) return removed;
    }
    return {};
}

// What is freed must not come back from the journal, nor stay in it.
Result<void> FolderBlobStore::remove(Digest const& digest) {
    if (journal_->contains(digest)) {
        if (auto cleared = journal_->clear(); !cleared) return cleared;
    }
    auto removed = files_.remove(path_of(digest));
    if (!removed && removed.error().code == ErrorCode::not_found) return {};
    return removed;
}

// Reports the file when it is a blob in its place; a foreign name, or one that went away meanwhile, is passed over.
Result<void> visit_file(std::filesystem::path const& file, std::string const& place, BlobStore::Visitor const& visit) {
    auto const digest = digest_of_file_name(file.filename().native());
    if (!digest || place != file.native()) return {};
    auto const status = status_of(file.native());
    if (!status) return fail(status.error());
    if (!*status) return {};
    return visit({*digest, static_cast<std::uint64_t>((*status)->st_size), modified_at(**status)});
}

Result<void> FolderBlobStore::for_each(Visitor const& visit) const {
    std::error_code error;
    std::filesystem::recursive_directory_iterator at{folder_ + "/objects", error};
    for (std::filesystem::recursive_directory_iterator const end; !error && at != end; at.increment(error)) {
        auto const digest = digest_of_file_name(at->path().filename().native());
        if (!digest) {
            // Nothing deeper than objects/ab/cd/ is ours.
            if (at.depth() >= 2) at.disable_recursion_pending();
            continue;
        }
        if (auto visited = visit_file(at->path(), path_of(*digest), visit); !visited) return visited;
    }
    if (error) return fail(error_of_errno(error.value(), "list objects"));
    return {};
}

// Makes the folder itself; its name, too, must survive.
Result<void> make_data_folder(std::filesystem::path const& folder, FileSystem& files) {
    std::error_code error;
    if (std::filesystem::is_directory(folder, error)) return {};
    auto const parent = folder.parent_path();
    if (auto made = make_data_folder(parent, files); !made) return made;
    if (auto made = files.make_directory(folder.native()); !made) return fail(made.error());
    return files.sync_directory(parent.native());
}

}  // namespace

Result<std::unique_ptr<BlobStore>> open_folder_blob_store(std::filesystem::path const& folder, FileSystem& files,
                                                          JournalLimits journal) {
    std::error_code error;
    auto const absolute = (std::filesystem::absolute(folder, error) / "").parent_path();
    if (error) return fail(error_of_errno(error.value(), "absolute path"));
    if (auto made = make_data_folder(absolute, files); !made) {
        return fail(ErrorCode::out_of_resources, made.error().detail);
    }
    auto store = std::make_unique<FolderBlobStore>(absolute.native(), files, journal);
    if (auto prepared = store->prepare(); !prepared) {
        return fail(ErrorCode::out_of_resources, prepared.error().detail);
    }
    return std::unique_ptr<BlobStore>{std::move(store)};
}

Result<std::shared_ptr<Blob const>> open_blob_of_folder(std::filesystem::path const& folder, Digest const& digest) {
    return open_file_blob(BlobDirectories{(folder / "objects").native(), posix_file_system()}.path_of(digest));
}

}  // namespace cassette
