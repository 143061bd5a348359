#pragma once

#include "storage/index.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace cassette {

// The current version of an image whose transfer syntax says that its pixel data are native.
struct NativeVersion {
    std::int64_t version;  // its key
    StudyInstanceUID study;
    SeriesInstanceUID series;
    SOPInstanceUID instance;
};

// A stretch of all versions, in the order in which they were recorded.
struct NativePage {
    std::vector<NativeVersion> versions;
    std::optional<std::int64_t> last;  // of all that were looked at; nullopt when there was none
};

// What takes the place of a version: a record of the same content, and the digest of the data set it was made of.
struct TranscodedRecord {
    std::int64_t original;  // the version's key
    Digest original_dataset;
    InstanceRecord record;
};

// An original that may go, and the version that has its content.
struct SupersededOriginal {
    std::int64_t original;
    Digest successor;
};

struct TranscodingCounts {
    std::uint64_t transcoded = 0;  // versions that were made
    std::uint64_t waiting = 0;     // current versions that are still to be tried
    std::uint64_t refused = 0;     // tried, and not to be tried again
    std::uint64_t originals = 0;   // that are kept for now
};

// The rows of the background transcoding (archive/lifecycle/transcoding.h). As the Index it belongs to: thread-safe, durable
// on return.
class Transcodings {
public:
    virtual ~Transcodings() = default;

    // Looks at so many versions behind a key, and gives those to be tried: current, native, of images, neither refused in
    // this transfer syntax nor interrupted too often.
    struct Range {
        std::int64_t after;
        std::uint64_t versions_max;
    };
    virtual Result<NativePage> native_versions(Range const& range, TransferSyntaxUID const& to) const = 0;

    // An attempt is recorded before it begins, so that one that brings the program down is not made for ever.
    virtual Result<void> begin_attempt(std::int64_t version, TransferSyntaxUID const& to) = 0;
    // Ends one that has no result: with the reason for refusing, or as if it had not been made.
    virtual Result<void> end_attempt(std::int64_t version, std::optional<std::string> const& refusal) = 0;

    // Makes the record the current version of its instance, in one transaction and only if the original still is. The rows
    // above stay as they are: the content is the same. False when the original is not current any more.
    virtual Result<bool> supersede(TranscodedRecord transcoded) = 0;
    // Whether the current version of the instance was made of this data set.
    virtual Result<bool> is_original(SOPInstanceUID const& instance, Digest const& dataset) const = 0;
    // Whether any version of the instance, deleted or not, names this blob.
    virtual Result<bool> is_named(SOPInstanceUID const& instance, Digest const& blob) const = 0;

    // Originals that were superseded before a moment (nanoseconds since 1970), longest ago first.
    virtual Result<std::vector<SupersededOriginal>> originals(std::int64_t before, std::uint64_t limit) const = 0;
    // Freeing takes two steps with the freeing of the blob between them, as purging does (storage/removals.h): the caller
    // keeps others from publishing meanwhile. nullopt: the original is current again and stays, or was
    // purged.
    struct Freed {
        SOPInstanceUID instance;
        Digest blob;
    };
    virtual Result<std::optional<Freed>> begin_freeing(std::int64_t original) = 0;
    virtual Result<void> end_freeing(std::int64_t original) = 0;

    virtual Result<TranscodingCounts> counts(TransferSyntaxUID const& to) const = 0;
};

}  // namespace cassette
