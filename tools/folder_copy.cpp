#include "tools/folder_copy.h"

#include "storage/folder_blob_store.h"
#include "storage/posix_file.h"
#include "storage/sqlite_index.h"
#include "tools/progress_line.h"

#include <fcntl.h>
#include <fmt/format.h>

#include <string>
#include <system_error>
#include <vector>

namespace cassette {

namespace {

constexpr char const* key_file = "pseudonym.key";

Failure cannot(std::string_view what, std::filesystem::path const& path, std::error_code error) {
    return fail(error_of_errno(error.value(), std::string{what} + ' ' + path.string()));
}

// An index and what SQLite keeps beside it.
Result<void> remove_index(std::filesystem::path const& index) {
    for (auto const* suffix : {"", "-wal", "-shm"}) {
        std::error_code error;
        auto const file = index.string() + suffix;
        std::filesystem::remove(file, error);
        if (error) return cannot("remove", file, error);
    }
    return {};
}

Result<void> rename_durably(std::filesystem::path const& from, std::filesystem::path const& to) {
    std::error_code error;
    std::filesystem::rename(from, to, error);
    if (error) return cannot("rename", from, error);
    return sync_directory(to.parent_path().native());
}

// The key is copied once: objects that were anonymised with it already keep their UIDs.
Result<void> copy_key(FolderCopy const& folders) {
    auto const target = folders.to.path() / key_file;
    std::error_code error;
    if (std::filesystem::exists(target, error)) return {};
    auto const source = open_file((folders.from / key_file).native(), O_RDONLY);
    if (!source) return source.error().code == ErrorCode::not_found ? Result<void>{} : fail(source.error());
    std::string text(std::filesystem::file_size(folders.from / key_file, error), '\0');
    if (error) return cannot("read", folders.from / key_file, error);
    if (auto got = read_exactly(source->get(), 0, std::as_writable_bytes(std::span{text})); !got) return got;
    auto const unfinished = folders.to.path() / "pseudonym.key.copy";
    auto const copy = open_file(unfinished.native(), O_WRONLY | O_CREAT | O_TRUNC);
    if (!copy) return fail(copy.error());
    if (auto written = write_all(copy->get(), std::as_bytes(std::span{text})); !written) return written;
    if (auto synced = sync_data(copy->get()); !synced) return synced;
    return rename_durably(unfinished, target);
}

struct Pass {
    BackupProgress progress;
    std::uint64_t missing = 0;
    std::vector<std::string> complaints = {};
};

// Copies the index as it is now, to `copy`, and the blobs that it names.
Result<Pass> copy_once(FolderCopy const& folders, BlobStore& to, std::filesystem::path const& copy) {
    if (auto removed = remove_index(copy); !removed) return fail(removed.error());
    if (auto copied = copy_sqlite_index(folders.from / "index.sqlite", copy); !copied) return fail(copied.error());
    auto const index = open_sqlite_index(copy, {.readers = 1, .batch_max = 1, .schema_update = SchemaUpdate::refused});
    if (!index) return fail(index.error());
    auto const counts = (*index)->counts();
    if (!counts) return fail(counts.error());
    Pass pass;
    ProgressLine line{folders.what, counts->versions};
    auto const from = [&](Digest const& digest) { return open_blob_of_folder(folders.from, digest); };
    BackupObserver const observer{[&](VersionInfo const& version, Fault fault) {
                                      if (fault == Fault::missing) ++pass.missing;
                                      pass.complaints.push_back(fmt::format("{} {} {}", version.instance.str(),
                                                                            version.blob.hex(), describe(fault)));
                                  },
                                  [&](BackupProgress const& now) { line.update(now.versions, now.bytes); }};
    auto const progress = copy_blobs({**index, from, to}, local_operator(), observer);
    if (!progress) return fail(progress.error());
    pass.progress = *progress;
    return pass;
}

}  // namespace

Result<BackupProgress> copy_data_folder(FolderCopy const& folders) {
    // Without a journal: a copy is whole when its index gets its name, and can be read without a store.
    auto const to = open_folder_blob_store(folders.to.path(), posix_file_system(), {.records = 0});
    if (!to) return fail(to.error());
    auto const copy = folders.to.path() / "index.sqlite.copy";
    BackupProgress all;
    constexpr int passes_max = 3;  // a purge may have freed blobs since the index was copied: a newer one knows
    for (int passes = 1;; ++passes) {
        auto const pass = copy_once(folders, **to, copy);
        if (!pass) return fail(pass.error());
        all.versions = pass->progress.versions;
        all.faults = pass->progress.faults;
        all.copied += pass->progress.copied;
        all.bytes += pass->progress.bytes;
        if (pass->missing > 0 && passes < passes_max) continue;
        for (auto const& complaint : pass->complaints) fmt::print("{}\n", complaint);
        break;
    }
    if (auto copied = copy_key(folders); !copied) return fail(copied.error());
    if (auto removed = remove_index(folders.to.index_file()); !removed) return fail(removed.error());
    if (auto renamed = rename_durably(copy, folders.to.index_file()); !renamed) return fail(renamed.error());
    return all;
}

}  // namespace cassette
