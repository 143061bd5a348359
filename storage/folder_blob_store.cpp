#include "storage/folder_blob_store.h"

#include "storage/blob_directories.h"
#include "storage/file_blob.h"
#include "storage/file_spool.h"
#include "storage/sha256.h"

#include <atomic>
#include <cassert>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
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

class FolderBlobWriter final : public BlobWriter {
public:
    FolderBlobWriter(FileSystem& files, BlobDirectories& directories, std::string path, FileDescriptor file)
        : files_{files}, directories_{directories}, path_{std::move(path)}, file_{std::move(file)} {}
    FolderBlobWriter(FolderBlobWriter const&) = delete;
    FolderBlobWriter& operator=(FolderBlobWriter const&) = delete;
    // What cannot be removed now is removed at the next start.
    ~FolderBlobWriter() override {
        if (!path_.empty()) (void)files_.remove(path_);
    }

    Result<void> write(std::span<std::byte const> bytes) override;
    Result<Digest> finish() override;
    Result<void> publish() override;
    std::uint64_t size() const override { return size_; }

private:
    Result<void> flush();
    Result<void> put(std::span<std::byte const> bytes);
    Result<void> move_to(std::string const& target);

    FileSystem& files_;
    BlobDirectories& directories_;
    std::string path_;  // in incoming/; empty once it was renamed
    FileDescriptor file_;
    Sha256 hash_;
    std::vector<std::byte> buffer_;
    std::uint64_t size_ = 0;
    std::uint64_t written_ = 0;  // bytes of size_ that are in the file
    std::uint64_t sent_ = 0;     // bytes of written_ whose way to the disk has begun
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
    if (bytes.size() >= buffer_bytes) return put(bytes);
    buffer_.insert(buffer_.end(), bytes.begin(), bytes.end());
    return {};
}

Result<void> FolderBlobWriter::flush() {
    if (buffer_.empty()) return {};
    auto done = put(buffer_);
    buffer_.clear();
    return done;
}

Result<void> FolderBlobWriter::put(std::span<std::byte const> bytes) {
    if (auto done = files_.write(file_.get(), bytes); !done) {
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
    if (auto flushed = flush(); !flushed) return fail(flushed.error());
    struct stat status {};
    if (::fstat(file_.get(), &status) < 0) return fail(error_of_errno(errno, "fstat"));
    if (static_cast<std::uint64_t>(status.st_size) != size_) {
        failure_ = Error{ErrorCode::out_of_resources, "the file is not as long as what was written to it"};
        return fail(*failure_);
    }
    digest_ = hash_.finish();
    return *digest_;
}

// The same bytes are always put in place again, never compared: that heals a damaged blob and costs no reading.
Result<void> FolderBlobWriter::publish() {
    assert(digest_);
    if (failure_) return fail(*failure_);
    if (!path_.empty()) {
        auto const target = directories_.path_of(*digest_);
        // After a failed sync the kernel may call the lost pages clean: a second attempt proves nothing.
        if (auto synced = files_.sync(file_.get()); !synced) {
            failure_ = synced.error();
            return synced;
        }
        if (auto moved = move_to(target); !moved) return moved;
        path_.clear();
        file_.close();
    }
    return directories_.sync(*digest_);
}

Result<void> FolderBlobWriter::move_to(std::string const& target) {
    if (directories_.are_known(*digest_)) {
        auto moved = files_.rename(path_, target);
        if (moved || moved.error().code != ErrorCode::not_found) return moved;
    }
    if (auto made = directories_.make(*digest_); !made) return made;
    auto moved = files_.rename(path_, target);
    if (moved || moved.error().code != ErrorCode::not_found) return moved;
    return fail(ErrorCode::internal, "the incoming file is gone");
}

class FolderBlobStore final : public BlobStore {
public:
    FolderBlobStore(std::string folder, FileSystem& files)
        : folder_{std::move(folder)}, files_{files}, directories_{folder_ + "/objects", files} {}

    Result<void> prepare();
    Result<std::unique_ptr<BlobWriter>> create() override;
    Result<std::shared_ptr<Spool>> create_spool() override { return open_file_spool(folder_ + "/incoming"); }
    Result<std::shared_ptr<Blob const>> open(Digest const& digest) const override {
        return open_file_blob(directories_.path_of(digest));
    }
    Result<bool> contains(Digest const& digest) const override {
        auto const status = status_of(directories_.path_of(digest));
        if (!status) return fail(status.error());
        return status->has_value();
    }
    Result<void> remove(Digest const& digest) override {
        auto removed = files_.remove(directories_.path_of(digest));
        if (!removed && removed.error().code == ErrorCode::not_found) return {};
        return removed;
    }
    Result<void> for_each(Visitor const& visit) const override;

private:
    Result<void> empty_incoming();

    std::string folder_;
    FileSystem& files_;
    BlobDirectories directories_;
    std::atomic<std::uint64_t> next_{0};  // names in incoming/
};

Result<void> FolderBlobStore::prepare() {
    if (auto made = files_.make_directory(folder_ + "/incoming"); !made) return fail(made.error());
    if (auto emptied = empty_incoming(); !emptied) return emptied;
    if (auto prepared = directories_.prepare(); !prepared) return prepared;
    return files_.sync_directory(folder_);
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

Result<std::unique_ptr<BlobWriter>> FolderBlobStore::create() {
    auto path = folder_ + "/incoming/" + std::to_string(next_.fetch_add(1, std::memory_order_relaxed));
    auto file = files_.create(path);
    // Whatever is wrong, the folder itself gone among it, nothing can be written; unless it is of the moment.
    if (!file && file.error().code == ErrorCode::unavailable) return fail(file.error());
    if (!file) return fail(ErrorCode::out_of_resources, file.error().detail);
    return std::unique_ptr<BlobWriter>{
        std::make_unique<FolderBlobWriter>(files_, directories_, std::move(path), std::move(*file))};
}

// Reports the file when it is a blob in its place; a foreign name, or one that went away meanwhile, is passed over.
Result<void> visit_file(std::filesystem::path const& file, std::string const& place, BlobStore::Visitor const& visit) {
    auto const digest = digest_of_file_name(file.filename().native());
    if (!digest || place != file.native()) return {};
    auto const status = status_of(file.native());
    if (!status) return fail(status.error());
    if (!*status) return {};
    auto const& time = (*status)->st_mtim;
    return visit({*digest, static_cast<std::uint64_t>((*status)->st_size),
                  std::int64_t{time.tv_sec} * 1'000'000'000 + time.tv_nsec});
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
        if (auto visited = visit_file(at->path(), directories_.path_of(*digest), visit); !visited) return visited;
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

Result<std::unique_ptr<BlobStore>> open_folder_blob_store(std::filesystem::path const& folder, FileSystem& files) {
    std::error_code error;
    auto const absolute = (std::filesystem::absolute(folder, error) / "").parent_path();
    if (error) return fail(error_of_errno(error.value(), "absolute path"));
    if (auto made = make_data_folder(absolute, files); !made) {
        return fail(ErrorCode::out_of_resources, made.error().detail);
    }
    auto store = std::make_unique<FolderBlobStore>(absolute.native(), files);
    if (auto prepared = store->prepare(); !prepared) {
        return fail(ErrorCode::out_of_resources, prepared.error().detail);
    }
    return std::unique_ptr<BlobStore>{std::move(store)};
}

Result<std::shared_ptr<Blob const>> open_blob_of_folder(std::filesystem::path const& folder, Digest const& digest) {
    return open_file_blob(BlobDirectories{(folder / "objects").native(), posix_file_system()}.path_of(digest));
}

}  // namespace cassette
