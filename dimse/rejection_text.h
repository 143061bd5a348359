#pragma once

#include "dimse/pdu.h"

#include <string>

namespace cassette::dimse {

// What an A-ASSOCIATE-RJ says, in the words of PS3.8 Table 9-21, for the operator.
[[nodiscard]] std::string describe(Rejection rejection);

}  // namespace cassette::dimse
