#include "storage/rendition_files.h"

#include "storage/blob_directories.h"
#include "storage/file_blob.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <filesystem>
#include <sys/stat.h>
#include <unistd.h>

namespace cassette {

namespace {

Result<std::vector<std::filesystem::path>> entries_of(std::string const& folder) {
    std::vector<std::filesystem::path> entries;
    std::error_code error;
    for (std::filesystem::directory_iterator at{folder, error}, end; !error && at != end; at.increment(error)) {
        entries.push_back(at->path());
    }
    if (error) return fail(error_of_errno(error.value(), "list renditions"));
    return entries;
}

// The files of one of the inner folders; foreign names are passed over.
Result<void> list_inner(std::filesystem::path const& folder, std::vector<RenditionFile>& found) {
    auto const entries = entries_of(folder.native());
    if (!entries) return fail(entries.error());
    for (auto const& entry : *entries) {
        auto const name = digest_of_file_name(entry.filename().native());
        struct stat status {};
        if (!name || ::stat(entry.c_str(), &status) < 0 || !S_ISREG(status.st_mode)) continue;
        found.push_back({*name, static_cast<std::uint64_t>(status.st_size),
                         std::int64_t{status.st_mtim.tv_sec} * 1'000'000'000 + status.st_mtim.tv_nsec});
    }
    return {};
}

}  // namespace

std::string RenditionFiles::path_of(Digest const& name) const {
    auto const hex = name.hex();
    return folder_ + "/" + hex.substr(0, 2) + "/" + hex;
}

Result<std::vector<RenditionFile>> RenditionFiles::start() {
    std::error_code error;
    std::filesystem::create_directories(folder_, error);
    if (error) return fail(ErrorCode::out_of_resources, "renditions: " + error.message());
    auto const mark = folder_ + "/clean";
    bool const was_clean = ::unlink(mark.c_str()) == 0;
    // The mark must be gone before anything changes, or a power cut now would leave it standing over unsynced files.
    if (was_clean) {
        if (auto synced = sync_directory(folder_); !synced) return fail(synced.error());
    }
    if (auto made = make_directory(folder_ + "/incoming"); !made) return fail(made.error());
    auto const left = entries_of(folder_ + "/incoming");
    if (!left) return fail(left.error());
    for (auto const& path : *left) (void)::unlink(path.c_str());
    auto found = list();
    if (!found || was_clean) return found;
    for (auto const& file : *found) remove(file.name);
    return std::vector<RenditionFile>{};
}

Result<std::vector<RenditionFile>> RenditionFiles::list() const {
    auto const folders = entries_of(folder_);
    if (!folders) return fail(folders.error());
    std::vector<RenditionFile> found;
    for (auto const& folder : *folders) {
        if (folder.filename().native().size() != 2) continue;
        if (auto listed = list_inner(folder, found); !listed) return fail(listed.error());
    }
    std::ranges::sort(found, {}, &RenditionFile::made_at);
    return found;
}

Result<void> RenditionFiles::stop() {
    auto folder = open_file(folder_, O_RDONLY | O_DIRECTORY);
    if (!folder) return fail(folder.error());
    if (::syncfs(folder->get()) < 0) return fail(error_of_errno(errno, "syncfs"));
    auto mark = open_file(folder_ + "/clean", O_WRONLY | O_CREAT);
    if (!mark) return fail(mark.error());
    return sync_directory(folder_);
}

Result<std::shared_ptr<Blob const>> RenditionFiles::open(Digest const& name) const {
    return open_file_blob(path_of(name));
}

Result<std::shared_ptr<Blob const>> RenditionFiles::write(Digest const& name, std::string_view bytes) {
    auto const incoming = folder_ + "/incoming/" + std::to_string(next_.fetch_add(1, std::memory_order_relaxed));
    auto file = open_file(incoming, O_RDWR | O_CREAT | O_TRUNC);
    if (!file) return fail(file.error());
    auto written = write_all(file->get(), std::as_bytes(std::span{bytes}));
    if (!written) {
        (void)::unlink(incoming.c_str());
        return fail(written.error());
    }
    auto const path = path_of(name);
    int renamed = ::rename(incoming.c_str(), path.c_str());
    if (renamed < 0 && errno == ENOENT) {
        (void)make_directory(path.substr(0, path.rfind('/')));
        renamed = ::rename(incoming.c_str(), path.c_str());
    }
    if (renamed < 0) {
        auto error = error_of_errno(errno, "rename");
        (void)::unlink(incoming.c_str());
        return fail(std::move(error));
    }
    // Shared by everyone who waited for it.
    return std::shared_ptr<Blob const>{std::make_shared<FileBlob>(std::move(*file), bytes.size())};
}

void RenditionFiles::remove(Digest const& name) const { (void)::unlink(path_of(name).c_str()); }

}  // namespace cassette
