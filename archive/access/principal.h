#pragma once

#include <string>

namespace cassette {

// Who asks. Every operation of archive takes one. Doors make it: from a token, a certificate, an AE title.
struct Principal {
    std::string name;  // for the audit trail and InstanceRecord::source; never a patient's
    bool operator==(Principal const&) const = default;
};

// The person at the console of an open node: may do everything.
[[nodiscard]] inline Principal local_operator() { return {"local"}; }

}  // namespace cassette
