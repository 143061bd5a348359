#pragma once

#include "schema/digest.h"

#include <cstdint>
#include <cstring>
#include <list>
#include <unordered_map>
#include <vector>

namespace cassette {

// Which renditions there are, how large, and in which order they were used. Not thread-safe.
class RenditionLedger {
public:
    std::uint64_t bytes() const { return bytes_; }
    // Makes it the most recently used; replaces the size when it is known.
    void add(Digest const& name, std::uint64_t size);
    // Makes it the most recently used; false when it is unknown.
    bool touch(Digest const& name);
    // Forgets the least recently used until `bytes_max` holds the rest; gives what was forgotten.
    std::vector<Digest> trim(std::uint64_t bytes_max);

private:
    struct Entry {
        Digest name;
        std::uint64_t size;
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
    std::uint64_t bytes_ = 0;
};

}  // namespace cassette
