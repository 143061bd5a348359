#pragma once

#include "archive/ingest/incoming_instance.h"
#include "dicomweb/outcome.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace cassette::dicomweb {

// What became of the instances of one STOW-RS request, PS3.18 I.2.
class StoreReport {
public:
    explicit StoreReport(std::string service_url) : service_url_{std::move(service_url)} {}

    void stored(StoredInstance const& instance);
    // Into the Failed SOP Sequence when both UIDs are known, otherwise into the Other Failures Sequence.
    void failed(Identification const& identification, ErrorCode code);

    bool any_stored() const { return !stored_.empty(); }
    bool empty() const { return stored_.empty() && failed_.empty() && other_failures_.empty(); }
    // PS3.18 Table 10.5.3-1 and 8.5. Warnings count as failures here: the client is told to look.
    Outcome outcome() const;
    // Table I.1-1 in the DICOM JSON Model. The study's Retrieve URL is empty when there is no one study; sequences without
    // items are left out. Nothing is ever coerced, so there are no Original Attributes (0400,0561).
    std::string json() const;

private:
    std::string service_url_;
    std::string study_;                                          // of all that is stored; "" once they differ
    std::vector<std::string> stored_, failed_, other_failures_;  // items in the DICOM JSON Model
    bool warned_ = false;
    bool lack_of_storage_alone_ = true;    // no failure had another reason
    bool lack_of_resources_alone_ = true;  // likewise, of storage or others
    bool too_large_alone_ = true;
};

}  // namespace cassette::dicomweb
