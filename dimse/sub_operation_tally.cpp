#include "dimse/sub_operation_tally.h"

#include "dimse/data_element.h"
#include "dimse/move_status.h"

#include <algorithm>
#include <limits>

namespace cassette::dimse {

namespace {

constexpr std::size_t failed_uids_max = 0xFFFE;  // bytes

std::uint16_t told(std::uint64_t count) {
    return static_cast<std::uint16_t>(std::min<std::uint64_t>(count, std::numeric_limits<std::uint16_t>::max()));
}

}  // namespace

void SubOperationTally::count(SOPInstanceUID const& instance, std::uint16_t status) {
    bool const warning = status == 0x0001 || (status & 0xF000U) == 0xB000U || status == 0x0107 || status == 0x0116;
    if (status == success.code)
        ++completed_;
    else if (warning)
        ++warned_;
    else
        count_failed(instance);
}

void SubOperationTally::count_failed(SOPInstanceUID const& instance) {
    ++failed_;
    auto const separator = failed_uids_.empty() ? 0U : 1U;
    if (failed_uids_.size() + separator + instance.str().size() > failed_uids_max) return;
    if (separator != 0) failed_uids_ += '\\';
    failed_uids_ += instance.str();
}

void SubOperationTally::count_rest_failed() { failed_ += total_ - std::min(total_, done()); }

SubOperations SubOperationTally::pending() const {
    auto counts = final();
    counts.remaining = told(total_ - std::min(total_, done()));
    return counts;
}

SubOperations SubOperationTally::final() const {
    return {.remaining = {}, .completed = told(completed_), .failed = told(failed_), .warning = told(warned_)};
}

DimseStatus SubOperationTally::status() const {
    if (failed_ == 0 && warned_ == 0) return success;
    return completed_ == 0 && warned_ == 0 ? sub_operations_failed : sub_operations_with_failures;
}

std::string SubOperationTally::failed_list(std::string_view transfer_syntax) const {
    std::string identifier;
    if (failed_uids_.empty()) return identifier;
    auto const encoding =
        transfer_syntax == "1.2.840.10008.1.2" ? implicit_vr_little_endian : explicit_vr_little_endian;
    append_element(identifier, {.tag = {0x0008, 0x0058}, .vr = "UI", .value = failed_uids_}, encoding);
    return identifier;
}

}  // namespace cassette::dimse
