#pragma once

#include "archive/pixels/transcode.h"

#include <functional>
#include <memory>
#include <span>
#include <string>

namespace cassette {

// The data set of an instance on its way to another AE: without preamble and File Meta (PS3.7 6.3.1). Memory is
// constant whatever its size. `archive` must outlive it.
struct OutgoingDataset {
    SOPInstanceUID instance;  // its UID
    TransferSyntaxUID transfer_syntax;
    std::unique_ptr<ByteStream> bytes;
};

// How the data set of an instance is made in one of the transfer syntaxes that are accepted.
using DatasetOpener =
    std::function<Result<OutgoingDataset>(InstanceLocation const& location, std::span<std::string const> accepted)>;

// Byte for byte as it is stored where its transfer syntax is accepted, otherwise in the best one that loses nothing
// (obtainable_syntaxes). ErrorCode::not_acceptable when there is none; not_found when the instance is gone.
[[nodiscard]] Result<OutgoingDataset> outgoing_dataset(Archive const& archive, Principal const& principal,
                                                       InstanceLocation const& location,
                                                       std::span<std::string const> accepted);

// Without the attributes of PS3.4 Table Z.1-1, which hold the bulk of it; everything else is as it is stored, the UIDs
// too (PS3.4 Z.4.2.3). Errors as above.
[[nodiscard]] Result<OutgoingDataset> dataset_without_bulk_data(Archive const& archive, Principal const& principal,
                                                                InstanceLocation const& location,
                                                                std::span<std::string const> accepted);

}  // namespace cassette
