#pragma once

#include "archive/archive.h"
#include "dicomweb/accept.h"
#include "dicomweb/asker.h"
#include "dicomweb/service.h"

#include <map>
#include <string>
#include <vector>

namespace cassette::dicomweb {

// How an instance is packed: by itself, in a multipart, or in a ZIP archive.
enum class InstancePackaging { alone, multipart, zip };
// The offer of that packaging, whatever the transfer syntax.
[[nodiscard]] Offer instance_offer(InstancePackaging packaging);

// In which transfer syntax the instances of one answer leave, PS3.18 8.7.3.5.2 and 8.7.8: as stored where the client takes that;
// otherwise in the best of those that it takes and that can be made. A range that names no transfer syntax means Explicit VR
// Little Endian, or as stored where that cannot be made or the stored encoding is lossy; for a ZIP archive, and for ranges that
// do not name application/dicom, it means as stored.
class InstanceNegotiation {
public:
    // What `asker` refers to outlives this.
    InstanceNegotiation(Asker asker, std::vector<AcceptedRange> ranges, InstancePackaging packaging)
        : asker_{asker}, ranges_{std::move(ranges)}, packaging_{packaging} {}

    // ErrorCode::not_acceptable naming what can be had.
    Result<TransferSyntaxUID> choose(InstanceLocation const& location);
    // Whether the client may get the stored syntax when making another one fails.
    bool takes_stored(InstanceLocation const& location) const;

private:
    Offer offer_of(std::string const& transfer_syntax) const;
    Result<std::vector<Offer>> made_offers(InstanceLocation const& location) const;
    bool takes_as_stored(std::string const& transfer_syntax);

    Asker asker_;
    std::vector<AcceptedRange> ranges_;
    InstancePackaging packaging_;
    std::map<std::string, bool> taken_;  // stored transfer syntaxes, whether they are what the client wants most
};

}  // namespace cassette::dicomweb
