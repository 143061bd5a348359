#pragma once

#include "schema/digest.h"
#include "storage/file_system.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <vector>

namespace cassette {

// Bytes of blobs as records of a journal, one behind the other, in the order of their sequence numbers.
using JournalRecords = std::vector<std::byte>;
// `sequence` is greater than that of any record that was ever written to the journal.
void append_record(JournalRecords& records, std::uint64_t sequence, Digest const& digest,
                   std::span<std::byte const> bytes);

// One file of the journal of blobs: docs/on-disk-format.md. It is made by the first append, and written again from its
// beginning when it is reused, so that a sync has no metadata to write. What was in it before ends where the sequence numbers
// do not grow. Not thread-safe.
class JournalSegment {
public:
    // `files` outlives it. The folder of `path` exists.
    JournalSegment(std::string path, FileSystem& files) : path_{std::move(path)}, files_{files} {}

    struct Record {
        std::uint64_t sequence;
        Digest digest;
        std::span<std::byte const> bytes;
    };
    using Visitor = std::function<Result<void>(Record const&)>;
    // Once, at the start: visits what is whole in the file, from the first record on; appends go on behind it. Stops at the
    // visitor's first error.
    Result<void> read(Visitor const& visit);
    // The records whose append has succeeded, once more.
    Result<void> visit(Visitor const& visitor) const;

    // The records are on stable storage. After an error none of them counts.
    Result<void> append(JournalRecords const& records);
    // The next append begins at the beginning.
    void reuse() { end_ = 0; }
    // The file goes away.
    Result<void> remove();

    bool exists() const { return file_.is_open(); }

private:
    Result<void> write(JournalRecords const& records);
    // Where what is whole ends.
    Result<std::uint64_t> visit_up_to(std::uint64_t length, Visitor const& visit) const;
    std::string folder() const { return path_.substr(0, path_.rfind('/')); }

    std::string path_;
    FileSystem& files_;
    FileDescriptor file_;
    bool is_durable_ = false;  // the file's name
    std::uint64_t end_ = 0;    // where the next record goes
    std::uint64_t room_ = 0;   // length of the file
};

}  // namespace cassette
