#pragma once

#include "schema/digest.h"
#include "storage/blob_store.h"

#include <cstdint>
#include <cstring>
#include <deque>
#include <list>
#include <memory>
#include <unordered_map>
#include <vector>

namespace cassette {

// Which renditions there are, how large, in which order they were used, and those used last, open. Not thread-safe.
class RenditionLedger {
public:
    std::uint64_t bytes() const { return bytes_; }
    // Makes it the most recently used; replaces the size when it is known.
    void add(Digest const& name, std::uint64_t size);
    // Makes it the most recently used; false when it is unknown.
    bool touch(Digest const& name);
    // What is open under a name that is known; nullptr when it is not.
    std::shared_ptr<Blob const> opened(Digest const& name) const;
    // Keeps it open, if the name is known, until `open_max` others are opened.
    void keep_open(Digest const& name, std::shared_ptr<Blob const> blob);
    // Forgets the least recently used until `bytes_max` holds the rest; gives what was forgotten.
    std::vector<Digest> trim(std::uint64_t bytes_max);

    static constexpr std::size_t open_max = 256;

private:
    struct Entry {
        Digest name;
        std::uint64_t size;
        std::shared_ptr<Blob const> open = {};
    };
    struct Hash {
        // A digest is evenly spread: any part of it is a hash.
        std::size_t operator()(Digest const& name) const noexcept {
            std::size_t value = 0;
            std::memcpy(&value, name.bytes().data(), sizeof value);
            return value;
        }
    };
    std::list<Entry> order_;  // most recently used first
    std::unordered_map<Digest, std::list<Entry>::iterator, Hash> entries_;
    std::deque<Digest> opened_;  // in the order of their opening; some are forgotten
    std::uint64_t bytes_ = 0;
};

}  // namespace cassette
