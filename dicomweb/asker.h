#pragma once

#include "archive/access/principal.h"
#include "archive/archive.h"

namespace cassette::dicomweb {

// Who asks which archive. Borrows for the length of a call.
struct Asker {
    Archive const& archive;
    Principal const& principal;
};

}  // namespace cassette::dicomweb
