#include "storage/blob_directories.h"

#include <cerrno>
#include <dirent.h>
#include <memory>
#include <vector>

namespace cassette {

namespace {

constexpr std::string_view hex_digits = "0123456789abcdef";

void append_hex(std::string& text, unsigned byte) {
    text += hex_digits[byte >> 4 & 15U];
    text += hex_digits[byte & 15U];
}

// Which of the 65536 inner folders, in order of their names.
unsigned index_of(Digest const& digest) { return digest.bytes()[0] * 256U + digest.bytes()[1]; }

std::optional<unsigned> byte_of_name(std::string_view name) {
    if (name.size() != 2) return std::nullopt;
    auto const high = hex_digits.find(name[0]);
    auto const low = hex_digits.find(name[1]);
    if (high == std::string_view::npos || low == std::string_view::npos) return std::nullopt;
    return static_cast<unsigned>(high * 16 + low);
}

struct CloseDirectory {
    void operator()(DIR* directory) const noexcept { (void)::closedir(directory); }
};

// The inner folders that exist in an outer one.
Result<std::vector<unsigned>> list_inner(std::string const& path) {
    std::unique_ptr<DIR, CloseDirectory> const directory{::opendir(path.c_str())};
    if (!directory) return fail(error_of_errno(errno, "opendir"));
    std::vector<unsigned> found;
    while (auto const* entry = ::readdir(directory.get())) {
        if (auto const byte = byte_of_name(entry->d_name)) found.push_back(*byte);
    }
    return found;
}

}  // namespace

std::optional<Digest> digest_of_file_name(std::string_view name) {
    if (name.size() != 64 || name.find_first_not_of(hex_digits) != std::string_view::npos) return std::nullopt;
    auto digest = Digest::parse(name);
    if (!digest) return std::nullopt;
    return *digest;
}

Result<void> BlobDirectories::prepare() {
    if (auto made = files_.make_directory(objects_); !made) return fail(made.error());
    for (unsigned outer = 0; outer < 256; ++outer) {
        if (auto made = files_.make_directory(outer_path(outer)); !made) return fail(made.error());
    }
    return files_.sync_directory(objects_);
}

std::string BlobDirectories::outer_path(unsigned outer) const {
    std::string path;
    path.reserve(objects_.size() + 3 + 3 + 1 + 64);
    path.append(objects_) += '/';
    append_hex(path, outer);
    return path;
}

std::string BlobDirectories::inner_path(Digest const& digest) const {
    auto path = outer_path(digest.bytes()[0]);
    path += '/';
    append_hex(path, digest.bytes()[1]);
    return path;
}

std::string BlobDirectories::path_of(Digest const& digest) const {
    auto path = inner_path(digest);
    path += '/';
    for (auto const byte : digest.bytes()) append_hex(path, byte);
    return path;
}

Result<void> BlobDirectories::make(Digest const& digest) {
    auto const path = inner_path(digest);
    auto inner = files_.make_directory(path);
    if (!inner && inner.error().code == ErrorCode::not_found) {
        auto const outer = files_.make_directory(outer_path(digest.bytes()[0]));
        if (!outer) return fail(outer.error());
        if (auto synced = files_.sync_directory(objects_); !synced) return synced;
        inner = files_.make_directory(path);
    }
    if (!inner) return fail(inner.error());
    // What somebody removed and we made again is not on stable storage.
    if (*inner == Made::created) set_durable(index_of(digest), false);
    return {};
}

Result<void> BlobDirectories::sync(Digest const& digest) {
    if (auto synced = files_.sync_directory(inner_path(digest)); !synced) return synced;
    return are_known(digest) ? Result<void>{} : sync_outer(digest);
}

// Whatever is there before the sync is on stable storage after it. The first time after a start that is said of all that
// are there, so that each outer folder costs this once.
Result<void> BlobDirectories::sync_outer(Digest const& digest) {
    unsigned const outer = digest.bytes()[0];
    auto const path = outer_path(outer);
    auto const inner = learnt_[outer].load() ? Result<std::vector<unsigned>>{{digest.bytes()[1]}} : list_inner(path);
    if (!inner) return fail(inner.error());
    if (auto synced = files_.sync_directory(path); !synced) return synced;
    for (auto const name : *inner) set_durable(outer * 256 + name, true);
    learnt_[outer].store(true);
    return {};
}

bool BlobDirectories::are_known(Digest const& digest) const {
    auto const index = index_of(digest);
    return (durable_[index / 64].load(std::memory_order_acquire) >> (index % 64) & 1U) != 0;
}

void BlobDirectories::set_durable(unsigned index, bool durable) {
    auto const bit = std::uint64_t{1} << (index % 64);
    if (durable)
        durable_[index / 64].fetch_or(bit, std::memory_order_release);
    else
        durable_[index / 64].fetch_and(~bit, std::memory_order_release);
}

}  // namespace cassette
