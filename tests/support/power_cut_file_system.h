#pragma once

#include "storage/file_system.h"

#include <filesystem>
#include <map>
#include <mutex>
#include <string>
#include <vector>

namespace cassette::testing {

// What of the things that were not synced a power cut happens to leave. The kernel may write back anything early, so both
// are possible, and a store must withstand both.
enum class Leftovers {
    nothing,     // neither names nor data
    names_only,  // renames and new names reached the disk, data did not
};

// Files on a real folder, with a record of what of them is on stable storage. Works below `root`, whose own name is durable.
// From one thread at a time, except for the calls of files that somebody else writes.
class PowerCutFileSystem final : public FileSystem {
public:
    explicit PowerCutFileSystem(std::filesystem::path root) : root_{std::move(root)} {}

    // What is below the root now counts as being on stable storage.
    void settle();
    // The power goes before the call of that number, counted from 0 over all changing calls: it and those after it fail.
    void cut_before(int call) { cut_before_ = call; }
    // The sync of that number, counted from 0 over files, directories and syncs of everything, succeeds without doing anything.
    void ignore_sync(int sync) { ignored_sync_ = sync; }
    void ignore_syncs_of_all() { ignores_syncs_of_all_ = true; }
    int calls() const { return calls_; }
    int syncs() const { return syncs_; }
    std::vector<std::string> const& log() const { return log_; }

    // Writes what a restart would find to `target`, which must not exist.
    void restart_into(std::filesystem::path const& target, Leftovers leftovers) const;

    // Calls of files that somebody else writes (power_cut_sqlite.h): whether the power is still on; and a sync that was made.
    bool begin(std::string const& call);
    void note_sync(std::string const& path);
    void note_directory_sync(std::string const& path);

    Result<FileDescriptor> create(std::string const& path) override;
    Result<void> write(int descriptor, std::span<std::byte const> bytes) override;
    Result<void> write_at(int descriptor, std::uint64_t offset, std::span<std::byte const> bytes) override;
    Result<void> sync(int descriptor) override;
    Result<void> rename(std::string const& from, std::string const& to) override;
    Result<void> remove(std::string const& path) override;
    Result<Made> make_directory(std::string const& path) override;
    Result<void> sync_directory(std::string const& path) override;
    bool can_sync_all(std::string const&) override { return true; }
    Result<void> sync_all(int folder) override;

private:
    using Inode = unsigned long;
    using Entries = std::map<std::string, Inode>;  // 0 for a folder

    bool is_ignored() { return syncs_++ == ignored_sync_; }
    static Entries entries_of(std::filesystem::path const& folder);
    void settle_folder(std::filesystem::path const& folder);
    void restore(std::filesystem::path const& folder, std::filesystem::path const& target, Leftovers leftovers) const;

    std::filesystem::path root_;
    std::recursive_mutex mutex_;
    int cut_before_ = -1;
    int ignored_sync_ = -1;
    bool ignores_syncs_of_all_ = false;
    int calls_ = 0;
    int syncs_ = 0;
    std::vector<std::string> log_;                  // the changing calls that were made, in order
    std::map<std::string, Entries> durable_names_;  // by the folder's path
    std::map<Inode, std::string> durable_data_;
};

}  // namespace cassette::testing
