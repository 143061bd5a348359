#pragma once

#include "dimse/command_set.h"
#include "dimse/dimse_status.h"
#include "schema/uid.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace cassette::dimse {

// What became of the C-STORE sub-operations of a C-MOVE or C-GET, PS3.4 C.4.2.1.6 to C.4.2.1.9. What has not been
// counted remains.
class SubOperationTally {
public:
    explicit SubOperationTally(std::uint64_t total) : total_{total} {}

    // By the status of the C-STORE-RSP, PS3.7 C: success, warning, or failure.
    void count(SOPInstanceUID const& instance, std::uint16_t status);
    void count_failed(SOPInstanceUID const& instance);
    // What was selected and was gone when its turn came.
    void count_rest_failed();

    std::uint64_t done() const { return completed_ + failed_ + warned_; }
    std::uint64_t completed() const { return completed_; }
    // For a response; more than 65,535 cannot be said and are told as that.
    SubOperations pending() const;
    SubOperations final() const;
    // PS3.4 C.4.2.3.1 and Table C.4-2: when none remain.
    DimseStatus status() const;
    // The Failed SOP Instance UID List (0008,0058) as the identifier of a response, PS3.4 C.4.2.1.4.2; empty when none
    // has failed. As many UIDs as an Explicit VR has room for in one element.
    std::string failed_list(std::string_view transfer_syntax) const;

private:
    std::uint64_t total_;
    std::uint64_t completed_ = 0, failed_ = 0, warned_ = 0;
    std::string failed_uids_;  // separated by backslash
};

}  // namespace cassette::dimse
