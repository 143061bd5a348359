#pragma once

#include "schema/digest.h"
#include "storage/file_system.h"

#include <array>
#include <atomic>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace cassette {

// The digest that a file name of objects/ or renditions/ spells: 64 lower-case hexadecimal digits; nullopt for any other.
[[nodiscard]] std::optional<Digest> digest_of_file_name(std::string_view name);

// The two levels of folders below objects/, named by the first four hexadecimal digits of a digest, and which of them are
// known to be on stable storage. Safe to use from several threads at once.
class BlobDirectories {
public:
    BlobDirectories(std::string objects, FileSystem& files) : objects_{std::move(objects)}, files_{files} {}

    // Makes objects/ and its 256 folders, and syncs their names: the first publish in each need not.
    Result<void> prepare();
    std::string path_of(Digest const& digest) const;  // of the blob's file
    // Whether the folders that the blob's file needs are known to be there, and on stable storage.
    bool are_known(Digest const& digest) const;
    // Makes the folders that the blob's file needs.
    Result<void> make(Digest const& digest);
    // The blob's name and the way to it are on stable storage. One sync when the folder is known to be, two otherwise.
    Result<void> sync(Digest const& digest);

private:
    std::string outer_path(unsigned outer) const;
    std::string inner_path(Digest const& digest) const;
    void set_durable(unsigned index, bool durable);
    Result<void> sync_outer(Digest const& digest);

    std::string objects_;
    FileSystem& files_;
    std::array<std::atomic<std::uint64_t>, 1024> durable_{};  // one bit for each of the 65536 inner folders
    std::array<std::atomic<bool>, 256> learnt_{};             // the outer ones whose inner ones were looked through
};

}  // namespace cassette
