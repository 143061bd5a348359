#pragma once

#include "archive/part10/dataset_scanner.h"
#include "archive/part10/file_meta.h"
#include "archive/part10/inflater.h"

#include <optional>
#include <string>

namespace cassette {

// What a whole stream turned out to be.
struct ScannedInstance {
    ScannedDataset dataset;
    FileMeta meta;                // as written, or as made
    std::string transfer_syntax;  // what the data set really is written in
    bool deflated = false;
    ByteRange range;  // of the data set in the file, prefix included
    bool had_preamble = true;
    bool had_meta = true;
    bool known_transfer_syntax = true;
    bool transfer_syntax_disagrees = false;
};

// Walks a DICOM object as it streams by: preamble and File Meta where there are, then the data set (dataset_scanner.h),
// inflated where it is deflated. Constant memory.
class Part10Scanner {
public:
    // A stream whose first bytes, so many of them, have no SOP Class and SOP Instance UID is nobody's.
    static constexpr std::uint64_t identity_within = std::uint64_t{1} << 20;

    // A Part 10 file, or what is left of one: without preamble, or a bare data set.
    explicit Part10Scanner(DatasetLimits const& limits);
    // A data set whose File Meta group is made from these, as C-STORE delivers it.
    Part10Scanner(DatasetLimits const& limits, FileMeta announced);

    // ErrorCode::malformed for what is not DICOM; otherwise as DatasetScanner::feed.
    Result<void> feed(std::span<std::byte const> bytes);
    Result<ScannedInstance> finish();

    // What has to precede the stream's own bytes to make it a Part 10 file; nullopt while that is not known. Known after
    // at most a mebibyte, or with `finish`.
    std::optional<std::string> const& prefix() const { return prefix_; }

    // How many of the stream's own bytes precede its data set; 0 while that is not known.
    std::uint64_t before_dataset() const { return before_dataset_; }

    // As DatasetScanner's, 0 while the stream is inflated or not yet in its data set.
    std::uint64_t skippable() const;
    void skip(std::uint64_t count);

    // As much of the identity as has passed: the data set's UIDs, or else File Meta's.
    std::string sop_class() const;
    std::string sop_instance() const;
    std::string top_level_uid(Tag tag) const;

private:
    enum class Phase { start, meta, dataset };

    Result<void> advance(MoreBytes more);
    Result<bool> find_start(MoreBytes more);
    Result<bool> find_dataset(MoreBytes more);
    Result<void> begin_dataset();
    Result<void> choose_encoding(std::span<std::byte const> first_bytes);
    Result<void> feed_dataset(std::span<std::byte const> bytes);
    Result<void> settle_prefix(MoreBytes more);

    DatasetLimits limits_;
    Phase phase_ = Phase::start;
    std::string pending_;  // bytes not yet understood: before the data set only
    std::size_t pending_used_ = 0;
    std::uint64_t before_dataset_ = 0;  // the stream's bytes before its data set
    std::uint64_t dataset_size_ = 0;
    std::optional<std::string> prefix_;
    std::optional<DatasetScanner> dataset_;
    std::optional<Inflater> inflater_;
    ScannedInstance scanned_;
};

}  // namespace cassette
