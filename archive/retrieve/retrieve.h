#pragma once

#include "archive/access/principal.h"
#include "archive/archive.h"
#include "archive/part10/instance_layout.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace cassette {

// The current instances in the scope, in order. None is ErrorCode::not_found.
[[nodiscard]] Result<std::vector<InstanceLocation>> locate(Archive const& archive, Principal const& principal,
                                                           RetrieveScope const& scope);
// The one instance of a scope that names one. ErrorCode::not_found.
[[nodiscard]] Result<InstanceLocation> locate_instance(Archive const& archive, Principal const& principal,
                                                       RetrieveScope const& scope);

// As Index::stamp: another number once what retrieval tells of the study has changed. Does not block.
[[nodiscard]] std::optional<std::uint64_t> study_stamp(Archive const& archive, Principal const& principal,
                                                       StudyInstanceUID const& study);

// The Part 10 file as stored. ErrorCode::not_found when the blob is missing, internal when it is not as long as what was
// stored; `cassette verify` would report both. Its digest is not checked: docs/durability.md.
[[nodiscard]] Result<std::shared_ptr<Blob const>> open_part10(Archive const& archive, Principal const& principal,
                                                              InstanceLocation const& location);

[[nodiscard]] Result<InstanceLayout> layout_of(Archive const& archive, Principal const& principal,
                                               InstanceLocation const& location);

// Part of a stored object: a range of an open blob, to be sent as it lies on disk.
struct BlobRange {
    std::shared_ptr<Blob const> blob;
    ByteRange range;
};

// The bytes of a frame, counted from 1, as stored (PS3.18 10.4.1.1.6: uncompressed, or the frame's bit stream): the blob's
// own ranges, or a blob in memory where the object is deflated or frames do not lie on bytes.
// ErrorCode::not_found beyond the last frame or without pixel data.
[[nodiscard]] Result<std::vector<BlobRange>> frame_bytes(Archive const& archive, Principal const& principal,
                                                         InstanceLocation const& location, InstanceLayout const& layout,
                                                         std::uint32_t number);
// The bytes of a bulk value by its path, or "7FE00010" for all of native pixel data. ErrorCode::not_found.
[[nodiscard]] Result<BlobRange> bulk_bytes(Archive const& archive, Principal const& principal,
                                           InstanceLocation const& location, InstanceLayout const& layout,
                                           std::string_view path);

// Metadata, deflated as stored, in order. None is ErrorCode::not_found. `sink` must not keep references.
[[nodiscard]] Result<void> metadata(Archive const& archive, Principal const& principal, RetrieveScope const& scope,
                                    Index::MetadataSink const& sink);

}  // namespace cassette
