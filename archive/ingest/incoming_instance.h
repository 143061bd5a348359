#pragma once

#include "archive/access/principal.h"
#include "archive/archive.h"
#include "archive/ingest/store_warning.h"
#include "schema/uid.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace cassette {

// What a C-STORE-RQ and its presentation context say of the data set that follows (PS3.7 9.3.1).
struct AnnouncedInstance {
    SOPClassUID sop_class;
    SOPInstanceUID instance;
    TransferSyntaxUID transfer_syntax;
};

struct StoredInstance {
    StudyInstanceUID study;
    SeriesInstanceUID series;
    SOPInstanceUID instance;
    SOPClassUID sop_class;
    Digest blob;
    Committed outcome;
    std::vector<StoreWarning> warnings;
};

// As much as is known of an instance that failed, for the Failed SOP Sequence (PS3.18 I.2.2).
struct Identification {
    std::string sop_class;     // UID as sent, perhaps empty or invalid
    std::string sop_instance;  // likewise
};

// A SOP Instance on its way in: a sink that takes bytes as they arrive, in constant memory. Nothing is visible until
// `commit` succeeds; dropping it leaves nothing behind. One owner, one thread at a time.
class IncomingInstance {
public:
    // Takes a Part 10 file, with or without preamble or File Meta. `source` names the sender for the operator.
    static Result<IncomingInstance> part10(Archive& archive, Principal const& principal, std::string source);
    // Takes the data set of a C-STORE, behind a File Meta group made from what was announced (PS3.10 7.1).
    static Result<IncomingInstance> dataset(Archive& archive, Principal const& principal, std::string source,
                                            AnnouncedInstance announced);

    IncomingInstance(IncomingInstance&&) noexcept;
    IncomingInstance& operator=(IncomingInstance&&) noexcept;
    ~IncomingInstance();

    // Before the first write: the study that the instance must belong to (STOW-RS to a study, PS3.18 10.5.1). `commit` then
    // fails with ErrorCode::nonconformant for a data set of another study, and nothing is stored.
    void require_study(StudyInstanceUID study);

    // After an error the instance is lost; later writes return the same error. ErrorCode::malformed (not DICOM, broken
    // structure), too_large (a limit of DatasetLimits or instance_bytes_max), out_of_resources.
    Result<void> write(std::span<std::byte const> bytes);

    // Ends the stream. On return the object's bytes and its index rows are on stable storage. The same data set again is
    // success (`Committed::unchanged`), whatever its File Meta. ErrorCode::malformed also for a stream that ends early or
    // lacks a UID; nonconformant when the data set's UIDs differ from the announced ones (PS3.4 B.2.3); conflict when
    // on_duplicate rejects. A blob that is missing or damaged is healed by the same bytes, and by the same data set behind
    // another File Meta group where that is known; a current version that stays damaged is superseded whatever on_duplicate says.
    Result<StoredInstance> commit();

    Identification identification() const;

private:
    class Implementation;
    explicit IncomingInstance(std::unique_ptr<Implementation> implementation);
    std::unique_ptr<Implementation> implementation_;
};

}  // namespace cassette
