#pragma once

#include "schema/uid.h"
#include "storage/instance_record.h"

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

}  // namespace cassette
