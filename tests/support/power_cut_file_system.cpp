#include "tests/support/power_cut_file_system.h"

#include "tests/support/temporary_directory.h"

#include <sys/stat.h>
#include <unistd.h>

namespace cassette::testing {

namespace {

Failure power_is_off() { return fail(ErrorCode::internal, "the power is off"); }

unsigned long inode_of(std::string const& path) {
    struct stat status {};
    return ::lstat(path.c_str(), &status) == 0 ? status.st_ino : 0;
}

std::string contents_of(int descriptor) {
    struct stat status {};
    (void)::fstat(descriptor, &status);
    std::string bytes(static_cast<std::size_t>(status.st_size), '\0');
    (void)read_exactly(descriptor, 0, std::as_writable_bytes(std::span{bytes}));
    return bytes;
}

}  // namespace

bool PowerCutFileSystem::begin(std::string const& call) {
    std::scoped_lock const lock{mutex_};
    if (cut_before_ >= 0 && calls_ >= cut_before_) return false;
    ++calls_;
    log_.push_back(call);
    return true;
}

PowerCutFileSystem::Entries PowerCutFileSystem::entries_of(std::filesystem::path const& folder) {
    Entries entries;
    for (auto const& entry : std::filesystem::directory_iterator{folder}) {
        auto const inode = entry.is_directory() ? 0 : inode_of(entry.path().native());
        entries.emplace(entry.path().filename().native(), inode);
    }
    return entries;
}

void PowerCutFileSystem::settle() { settle_folder(root_); }

void PowerCutFileSystem::settle_folder(std::filesystem::path const& folder) {
    auto const entries = entries_of(folder);
    for (auto const& [name, inode] : entries) {
        if (inode == 0)
            settle_folder(folder / name);
        else
            durable_data_[inode] = read_file(folder / name);
    }
    durable_names_[folder.native()] = entries;
}

void PowerCutFileSystem::restart_into(std::filesystem::path const& target, Leftovers leftovers) const {
    restore(root_, target, leftovers);
}

void PowerCutFileSystem::restore(std::filesystem::path const& folder, std::filesystem::path const& target,
                                 Leftovers leftovers) const {
    std::filesystem::create_directory(target);
    Entries entries;
    if (leftovers == Leftovers::names_only)
        entries = entries_of(folder);
    else if (auto const found = durable_names_.find(folder.native()); found != durable_names_.end())
        entries = found->second;
    for (auto const& [name, inode] : entries) {
        if (inode == 0) {
            restore(folder / name, target / name, leftovers);
            continue;
        }
        auto const data = durable_data_.find(inode);
        write_file(target / name, data == durable_data_.end() ? "" : data->second);
    }
}

void PowerCutFileSystem::note_sync(std::string const& path) {
    std::scoped_lock const lock{mutex_};
    if (!is_ignored()) durable_data_[inode_of(path)] = read_file(path);
}

void PowerCutFileSystem::note_directory_sync(std::string const& path) {
    std::scoped_lock const lock{mutex_};
    if (!is_ignored()) durable_names_[path] = entries_of(path);
}

Result<FileDescriptor> PowerCutFileSystem::create(std::string const& path) {
    if (!begin("create")) return power_is_off();
    auto file = posix_file_system().create(path);
    std::scoped_lock const lock{mutex_};
    if (file) durable_data_.erase(inode_of(path));  // the number of a file that went away may be used again
    return file;
}

Result<void> PowerCutFileSystem::write(int descriptor, std::span<std::byte const> bytes) {
    if (!begin("write")) return power_is_off();
    return posix_file_system().write(descriptor, bytes);
}

Result<void> PowerCutFileSystem::write_at(int descriptor, std::uint64_t offset, std::span<std::byte const> bytes) {
    if (!begin("write_at")) return power_is_off();
    return posix_file_system().write_at(descriptor, offset, bytes);
}

Result<void> PowerCutFileSystem::sync(int descriptor) {
    std::scoped_lock const lock{mutex_};
    if (!begin("sync")) return power_is_off();
    if (is_ignored()) return {};
    struct stat status {};
    (void)::fstat(descriptor, &status);
    durable_data_[status.st_ino] = contents_of(descriptor);
    return {};
}

Result<void> PowerCutFileSystem::rename(std::string const& from, std::string const& to) {
    if (!begin("rename")) return power_is_off();
    return posix_file_system().rename(from, to);
}

Result<void> PowerCutFileSystem::remove(std::string const& path) {
    if (!begin("remove")) return power_is_off();
    return posix_file_system().remove(path);
}

Result<Made> PowerCutFileSystem::make_directory(std::string const& path) {
    if (!begin("make_directory")) return power_is_off();
    return posix_file_system().make_directory(path);
}

Result<void> PowerCutFileSystem::sync_directory(std::string const& path) {
    if (!begin("sync_directory")) return power_is_off();
    note_directory_sync(path);
    return {};
}

Result<void> PowerCutFileSystem::sync_all(int) {
    std::scoped_lock const lock{mutex_};
    if (!begin("sync_all")) return power_is_off();
    if (!is_ignored() && !ignores_syncs_of_all_) settle();
    return {};
}

}  // namespace cassette::testing
