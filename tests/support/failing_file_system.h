#pragma once

#include "storage/file_system.h"

#include <atomic>
#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <utility>

namespace cassette::testing {

// The operating system's files on a disk on which one kind of call fails, when told to, with an errno.
class FailingFileSystem final : public FileSystem {
public:
    enum class Call { none, create, write, sync, rename, make_directory, sync_directory, sync_all };

    void fail_at(Call call, int number) {
        number_ = number;
        failing_ = call;
    }
    void recover() { failing_ = Call::none; }
    int calls() const { return calls_; }  // that change the disk
    int syncs() const { return syncs_; }  // of files
    int syncs_of_all() const { return syncs_of_all_; }
    // Called before each sync of a file, from the thread that makes it. Set while nobody stores.
    void before_syncs(std::function<void()> call) { before_sync_ = std::move(call); }
    void trust_syncs_of_all(bool trusted) { can_sync_all_ = trusted; }

    Result<FileDescriptor> create(std::string const& path) override {
        if (auto ok = meet(Call::create, "open"); !ok) return fail(ok.error());
        return posix_file_system().create(path);
    }
    Result<void> write(int descriptor, std::span<std::byte const> bytes) override {
        if (auto ok = meet(Call::write, "write"); !ok) return ok;
        return posix_file_system().write(descriptor, bytes);
    }
    Result<void> write_at(int descriptor, std::uint64_t offset, std::span<std::byte const> bytes) override {
        if (auto ok = meet(Call::write, "write"); !ok) return ok;
        return posix_file_system().write_at(descriptor, offset, bytes);
    }
    Result<void> sync(int descriptor) override {
        ++syncs_;
        if (before_sync_) before_sync_();
        if (auto ok = meet(Call::sync, "fdatasync"); !ok) return ok;
        return posix_file_system().sync(descriptor);
    }
    Result<void> rename(std::string const& from, std::string const& to) override {
        if (auto ok = meet(Call::rename, "rename"); !ok) return ok;
        return posix_file_system().rename(from, to);
    }
    Result<void> remove(std::string const& path) override {
        ++calls_;
        return posix_file_system().remove(path);
    }
    Result<Made> make_directory(std::string const& path) override {
        if (auto ok = meet(Call::make_directory, "mkdir"); !ok) return fail(ok.error());
        return posix_file_system().make_directory(path);
    }
    Result<void> sync_directory(std::string const& path) override {
        if (auto ok = meet(Call::sync_directory, "fsync"); !ok) return ok;
        return posix_file_system().sync_directory(path);
    }
    bool can_sync_all(std::string const&) override { return can_sync_all_; }
    Result<void> sync_all(int folder) override {
        ++syncs_of_all_;
        if (auto ok = meet(Call::sync_all, "syncfs"); !ok) return ok;
        return posix_file_system().sync_all(folder);
    }

private:
    Result<void> meet(Call call, std::string_view operation) {
        ++calls_;
        if (failing_ != call) return {};
        return fail(error_of_errno(number_, operation));
    }

    std::atomic<Call> failing_ = Call::none;
    std::atomic<int> number_ = 0;
    std::atomic<int> calls_ = 0;
    std::atomic<int> syncs_ = 0;
    std::atomic<int> syncs_of_all_ = 0;
    std::function<void()> before_sync_;
    std::atomic<bool> can_sync_all_ = true;
};

}  // namespace cassette::testing
