#include "storage/writability.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <limits>
#include <sys/statvfs.h>
#include <utility>
#include <vector>

namespace cassette {

namespace {

constexpr std::size_t probe_bytes = std::size_t{1} << 20;  // what is written to find out
constexpr std::chrono::seconds patience_min{1};
constexpr std::chrono::seconds patience_max{60};
constexpr std::chrono::minutes soon{5};  // a refusal so short after the last is the same trouble

// The mildest refusal that hinders it.
Refusal hindered_by(Writing what) {
    switch (what) {
        case Writing::new_object: return Refusal::low_space;
        case Writing::whole_object: return Refusal::no_space;
        case Writing::index: return Refusal::io_error;
    }
    return Refusal::low_space;
}

std::string words_for(Refusal refusal) {
    switch (refusal) {
        case Refusal::low_space: return "read-only: the disk is nearly full";
        case Refusal::no_space: return "read-only: the disk is full";
        case Refusal::io_error: return "read-only: the disk fails";
        case Refusal::read_only_medium: return "read-only: the disk cannot be written";
    }
    return {};
}

// What an error of a write says of the medium. SQLite has an error of its own for room that its log's index lacks.
Refusal refusal_of(Error const& error, Result<Room> const& room) {
    if (room && room->is_read_only) return Refusal::read_only_medium;
    bool const full = is_lack_of_space(error) || (room && room->free_bytes < probe_bytes);
    return full ? Refusal::no_space : Refusal::io_error;
}

}  // namespace

std::string_view refusal_name(Refusal refusal) {
    switch (refusal) {
        case Refusal::low_space: return "low_space";
        case Refusal::no_space: return "no_space";
        case Refusal::io_error: return "io_error";
        case Refusal::read_only_medium: return "read_only_medium";
    }
    return {};
}

Result<Room> room_on(std::filesystem::path const& folder) {
    struct statvfs status {};
    if (::statvfs(folder.c_str(), &status) < 0) return fail(error_of_errno(errno, "statvfs"));
    bool const is_read_only = (status.f_flag & ST_RDONLY) != 0;
    if (status.f_blocks == 0) return Room{std::numeric_limits<std::uint64_t>::max(), is_read_only};
    return Room{std::uint64_t{status.f_bavail} * status.f_frsize, is_read_only};
}

Writability::Writability(std::filesystem::path folder, WritabilitySettings settings, FileSystem& files)
    : folder_{std::move(folder)},
      settings_{std::move(settings)},
      files_{files},
      ended_at_{settings_.now() - soon},
      patience_{patience_min} {}

Result<Room> Writability::look() {
    auto room = settings_.room(folder_);
    if (!room) return room;
    std::scoped_lock const lock{mutex_};
    standing_.free_bytes = room->free_bytes;
    return room;
}

Result<void> Writability::may(Writing what) {
    if (auto const now = standing(); now.refusal) {
        if (*now.refusal < hindered_by(what)) return {};
        return fail(ErrorCode::out_of_resources, words_for(*now.refusal));
    }
    if (what != Writing::new_object) return {};
    auto const room = look();
    if (!room) {
        refuse(Refusal::io_error, room.error().detail);
        return fail(ErrorCode::out_of_resources, words_for(Refusal::io_error));
    }
    if (!room->is_read_only && room->free_bytes >= settings_.reserve_bytes) return {};
    auto const refusal = room->is_read_only ? Refusal::read_only_medium : Refusal::low_space;
    refuse(refusal, words_for(refusal));
    return fail(ErrorCode::out_of_resources, words_for(refusal));
}

void Writability::note(Error const& error) {
    if (error.code != ErrorCode::out_of_resources) return;
    refuse(refusal_of(error, look()), error.detail);
}

// A refusal gives way to a graver one alone; since when it lasts stays.
void Writability::refuse(Refusal refusal, std::string detail) {
    std::scoped_lock const lock{mutex_};
    ++failures_;
    refused_at_ = settings_.now();
    if (standing_.refusal && *standing_.refusal >= refusal) return;
    if (!standing_.refusal) {
        bool const again = refused_at_ - ended_at_ < soon && refusal != Refusal::low_space;
        patience_ = again ? std::min(patience_ * 2, patience_max) : patience_min;
        standing_.since = std::chrono::system_clock::now();
    }
    standing_.refusal = refusal;
    standing_.detail = std::move(detail);
}

void Writability::probe_index_by(std::function<Result<void>()> write) {
    std::scoped_lock const lock{probing_};
    index_write_ = std::move(write);
}

void Writability::probe() {
    std::scoped_lock const lock{probing_};
    if (!standing().refusal) {
        (void)may(Writing::new_object);  // what it finds is the standing
        return;
    }
    auto const room = look();
    if (!room || !is_due(*room)) return;
    std::uint64_t failures_before = 0;
    {
        std::scoped_lock const counted{mutex_};
        failures_before = failures_;
    }
    if (!write_and_remove()) return;
    if (index_write_ && !index_write_()) return;
    end_refusal(failures_before);
}

// Room must be there with something over: at the very edge of the reserve it would go to and fro.
bool Writability::is_due(Room const& room) const {
    auto const reserve = settings_.reserve_bytes;
    if (room.is_read_only || room.free_bytes < reserve || room.free_bytes - reserve < reserve / 4) return false;
    std::scoped_lock const lock{mutex_};
    return standing_.refusal == Refusal::low_space || settings_.now() - refused_at_ >= patience_;
}

Result<void> Writability::write_and_remove() {
    auto const path = (folder_ / "incoming" / "probe").native();
    (void)files_.remove(path);  // of a probe that could not remove its own
    auto const file = files_.create(path);
    if (!file) return fail(file.error());
    std::vector<std::byte> const bytes(probe_bytes);
    auto done = files_.write(file->get(), bytes);
    if (done) done = files_.sync(file->get());
    auto const removed = files_.remove(path);
    return done ? removed : done;
}

void Writability::end_refusal(std::uint64_t failures_before) {
    std::scoped_lock const lock{mutex_};
    if (failures_ != failures_before) return;  // somebody has failed meanwhile
    standing_.refusal.reset();
    standing_.detail.clear();
    ended_at_ = settings_.now();
}

Writability::Standing Writability::standing() const {
    std::scoped_lock const lock{mutex_};
    return standing_;
}

}  // namespace cassette
