#pragma once

#include "schema/uid.h"
#include "storage/instance_record.h"

#include <string>
#include <string_view>

namespace cassette {

// The UIDs that place an instance in the information model.
struct InstanceUIDs {
    StudyInstanceUID study;
    SeriesInstanceUID series;
    SOPInstanceUID instance;
    SOPClassUID sop_class;
    bool derived = false;         // study or series had none
    bool unconventional = false;  // PS3.5 9.1 does not allow the form of one
};

// Reads them from the indexed values and writes them back there. Study and Series Instance UID that are missing, as in
// non-patient objects (PS3.4 GG), are derived from the next best UID, the same one each time. ErrorCode::malformed without
// usable SOP Class and SOP Instance UIDs: then nothing identifies the instance.
[[nodiscard]] Result<InstanceUIDs> place_instance(AttributeValues& values);

// The same UID for the same seed, PS3.5 B.2: 2.25 and a number of 128 bits in decimal, here the first of a digest of kind and
// seed.
[[nodiscard]] std::string uid_derived_from(std::string_view kind, std::string const& seed);

}  // namespace cassette
