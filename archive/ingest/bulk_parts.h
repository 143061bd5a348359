#pragma once

#include "archive/archive.h"
#include "archive/part10/instance_layout.h"

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace cassette {

// One bulk data part of a Store request (PS3.18 10.5.1.4).
struct BulkPart {
    std::string location;         // Content-Location as sent
    std::string media_type;       // without parameters, lower case
    std::string transfer_syntax;  // the parameter; "" when there is none
    ByteRange range;              // in the spool
};

// The bulk data of one request, which come behind the metadata that name them: set aside in the blob store's spool, so that
// memory stays constant whatever their size. One thread at a time.
class BulkParts {
public:
    explicit BulkParts(BlobStore& blobs) : blobs_{blobs} {}

    // ErrorCode::out_of_resources.
    Result<void> begin(std::string location, std::string media_type, std::string transfer_syntax);
    Result<void> append(std::span<std::byte const> bytes);
    // What has come of the last part is forgotten.
    void drop_last();

    // The parts whose Content-Location is this BulkDataURI: one, or its frames in the order in which they came or in that of
    // the numbers, where they add "/frames/1" and so on. Scheme and host do not count, nor does "./".
    std::vector<BulkPart const*> named(std::string_view uri);
    // Parts that no metadata asked for.
    std::size_t unclaimed() const;

    // ErrorCode::internal when the medium fails.
    Result<void> read(BulkPart const& part, std::uint64_t offset, std::span<std::byte> out) const;

private:
    struct Kept {
        BulkPart part;
        std::uint32_t frame = 0;  // by the location; 0 when it says none
        bool claimed = false;
    };

    BlobStore& blobs_;
    std::shared_ptr<Spool> spool_;  // shared as the store hands it out; nobody else has it
    std::vector<Kept> parts_;
    std::unordered_map<std::string, std::vector<std::size_t>> by_name_;  // positions in parts_
};

}  // namespace cassette
