#pragma once

#include <string>

namespace cassette {

// What somebody may be allowed to do. Reading and storing go without asking on a node that is open to them.
enum class Permission {
    remove,  // delete and restore
    purge,   // free what was deleted, for good
};

// Who asks. Every operation of archive takes one. Doors make it: from a token, a certificate, an AE title.
struct Principal {
    std::string name;  // for the audit trail and InstanceRecord::source; never a patient's
    bool may_remove = false;
    bool may_purge = false;
    bool operator==(Principal const&) const = default;
};

// The person at the console of an open node: may do everything.
[[nodiscard]] inline Principal local_operator() { return {"local", true, true}; }

[[nodiscard]] inline bool may(Principal const& principal, Permission permission) {
    switch (permission) {
        case Permission::remove: return principal.may_remove;
        case Permission::purge: return principal.may_purge;
    }
    return false;
}

}  // namespace cassette
