#include "storage/journal_segment.h"

#include "storage/sha256.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <optional>
#include <string_view>
#include <sys/stat.h>

namespace cassette {

namespace {

// A record: these words, sequence number and length as 64 bits, little endian, digest, the bytes, zeros up to a multiple of 8.
constexpr std::string_view magic = "CASSBLOB";
constexpr std::size_t sequence_at = 8;
constexpr std::size_t length_at = 16;
constexpr std::size_t digest_at = 24;
constexpr std::size_t head_bytes = 56;
// A file grows by so much at a time: most syncs need not write its length.
constexpr std::uint64_t growth_bytes = 256 * 1024;

constexpr std::uint64_t round_up(std::uint64_t bytes, std::uint64_t unit) { return (bytes + unit - 1) / unit * unit; }

void put_number(std::byte* out, std::uint64_t number) {
    for (int byte = 0; byte < 8; ++byte) out[byte] = static_cast<std::byte>(number >> (8 * byte) & 0xFFU);
}

std::uint64_t number_at(std::byte const* in) {
    std::uint64_t number = 0;
    for (int byte = 7; byte >= 0; --byte) number = number << 8 | std::to_integer<std::uint64_t>(in[byte]);
    return number;
}

// The record that `rest` begins with; nullopt when there is none that is whole.
std::optional<JournalSegment::Record> record_at(std::span<std::byte const> rest) {
    if (rest.size() < head_bytes || std::memcmp(rest.data(), magic.data(), magic.size()) != 0) return std::nullopt;
    auto const length = number_at(rest.data() + length_at);
    if (length > rest.size() - head_bytes) return std::nullopt;
    Digest::Bytes digest;
    std::memcpy(digest.data(), rest.data() + digest_at, digest.size());
    auto const bytes = rest.subspan(head_bytes, static_cast<std::size_t>(length));
    if (sha256(bytes) != Digest{digest}) return std::nullopt;
    return JournalSegment::Record{number_at(rest.data() + sequence_at), Digest{digest}, bytes};
}

}  // namespace

void append_record(JournalRecords& records, std::uint64_t sequence, Digest const& digest,
                   std::span<std::byte const> bytes) {
    auto const begin = records.size();
    records.resize(begin + round_up(head_bytes + bytes.size(), 8));
    auto* const out = records.data() + begin;
    std::memcpy(out, magic.data(), magic.size());
    put_number(out + sequence_at, sequence);
    put_number(out + length_at, bytes.size());
    std::memcpy(out + digest_at, digest.bytes().data(), digest.bytes().size());
    if (!bytes.empty()) std::memcpy(out + head_bytes, bytes.data(), bytes.size());
}

Result<void> JournalSegment::read(Visitor const& visit) {
    end_ = room_ = 0;
    auto file = open_file(path_, O_RDWR);
    if (!file && file.error().code == ErrorCode::not_found) return {};
    if (!file) return fail(file.error());
    file_ = *std::move(file);
    struct stat status {};
    if (::fstat(file_.get(), &status) < 0) return fail(error_of_errno(errno, "fstat"));
    room_ = static_cast<std::uint64_t>(status.st_size);
    auto const end = visit_up_to(room_, visit);
    if (!end) return fail(end.error());
    end_ = *end;
    return {};
}

Result<void> JournalSegment::visit(Visitor const& visitor) const {
    auto const end = visit_up_to(end_, visitor);
    if (!end) return fail(end.error());
    if (*end < end_) return fail(ErrorCode::internal, "the journal of objects is damaged");
    return {};
}

Result<std::uint64_t> JournalSegment::visit_up_to(std::uint64_t length, Visitor const& visit) const {
    std::vector<std::byte> all(static_cast<std::size_t>(length));
    if (auto got = read_exactly(file_.get(), 0, all); !got) return fail(got.error());
    std::uint64_t end = 0;
    std::uint64_t last = 0;
    while (auto const record = record_at(std::span{all}.subspan(end))) {
        if (record->sequence <= last) break;
        last = record->sequence;
        if (auto visited = visit(*record); !visited) return fail(visited.error());
        end = std::min<std::uint64_t>(end + round_up(head_bytes + record->bytes.size(), 8), length);
    }
    return end;
}

Result<void> JournalSegment::append(JournalRecords const& records) {
    if (!file_.is_open()) {
        auto file = files_.create(path_);
        if (!file) return fail(file.error());
        file_ = *std::move(file);
        end_ = room_ = 0;
        is_durable_ = false;
    }
    if (auto written = write(records); !written) return written;
    if (auto synced = files_.sync(file_.get()); !synced) return synced;
    if (!is_durable_) {
        if (auto synced = files_.sync_directory(folder()); !synced) return synced;
        is_durable_ = true;
    }
    end_ += records.size();
    return {};
}

Result<void> JournalSegment::write(JournalRecords const& records) {
    if (auto written = files_.write_at(file_.get(), end_, records); !written) return written;
    auto const end = end_ + records.size();
    if (end <= room_) return {};
    auto const room = round_up(end, growth_bytes);
    if (auto written = files_.write_at(file_.get(), end, JournalRecords(room - end)); !written) return written;
    room_ = room;
    return {};
}

Result<void> JournalSegment::remove() {
    if (!exists()) return {};
    auto removed = files_.remove(path_);
    if (!removed && removed.error().code != ErrorCode::not_found) return removed;
    file_.close();
    end_ = room_ = 0;
    return {};
}

}  // namespace cassette
