#pragma once

#include "dimse/associate_request.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace cassette::dimse {

// What we are SCP of.
enum class Service { verification, storage, patient_root_find, study_root_find };

// Result/Reason of a presentation context in the A-ASSOCIATE-AC, PS3.8 Table 9-18.
enum class ContextResult : std::uint8_t {
    acceptance = 0,
    abstract_syntax_not_supported = 3,
    transfer_syntaxes_not_supported = 4,
};

struct ContextAnswer {
    ContextResult result;
    Service service;              // when accepted
    std::string transfer_syntax;  // when accepted
};

// Abstract syntaxes that no dictionary lists.
enum class UnknownSOPClasses { refuse, accept_as_storage };

// One transfer syntax a context can be accepted (PS3.8 7.1.1.13): the first of the proposed ones that we know, since an object
// is stored as it is sent and the requestor lists what it likes best first.
[[nodiscard]] ContextAnswer answer_to(ProposedContext const& proposed, UnknownSOPClasses unknown);

// PS3.4 B.5: the Standard, retired and DICOS/DICONDE Storage SOP Classes of DCMTK's dictionary and those that are younger.
[[nodiscard]] bool is_storage_sop_class(std::string_view uid);

// Whether objects of the class are taken: Storage, or unknown where that is allowed.
[[nodiscard]] bool is_storable(std::string_view uid, UnknownSOPClasses unknown);

// A presentation context of an association.
struct AcceptedContext {
    std::uint8_t id = 0;
    Service service = Service::verification;
    std::string abstract_syntax;
    std::string transfer_syntax;
};

}  // namespace cassette::dimse
