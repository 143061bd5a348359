#include "storage/rendition_files.h"

#include "storage/blob_directories.h"
#include "storage/file_blob.h"
#include "storage/file_time.h"

#include <algorithm>
#include <array>
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

// The beginning of a short file; empty when there is none.
std::string read_text(std::string const& path) {
    auto const file = open_file(path, O_RDONLY);
    std::array<char, 64> text{};
    if (!file) return {};
    auto const count = ::read(file->get(), text.data(), text.size());
    return count > 0 ? std::string(text.data(), static_cast<std::size_t>(count)) : std::string{};
}

// Different after every start of the operating system. What was written before a power cut, and not synced, belongs to
// another one.
std::string boot_id() { return read_text("/proc/sys/kernel/random/boot_id"); }

// The files of one of the inner folders; foreign names are passed over.
Result<void> list_inner(std::filesystem::path const& folder, std::vector<RenditionFile>& found) {
    auto const entries = entries_of(folder.native());
    if (!entries) return fail(entries.error());
    for (auto const& entry : *entries) {
        auto const name = digest_of_file_name(entry.filename().native());
        struct stat status {};
        if (!name || ::stat(entry.c_str(), &status) < 0 || !S_ISREG(status.st_mode)) continue;
        found.push_back({*name, static_cast<std::uint64_t>(status.st_size), modified_at(status)});
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
    auto const mark = read_text(folder_ + "/clean");
    bool const was_clean = !mark.empty() && mark == boot_id();
    (void)::unlink((folder_ + "/clean").c_str());
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
    auto mark = open_file(folder_ + "/clean", O_WRONLY | O_CREAT | O_TRUNC);
    if (!mark) return fail(mark.error());
    auto const id = boot_id();
    return write_all(mark->get(), std::as_bytes(std::span{id}));
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
