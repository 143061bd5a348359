#pragma once

#include "dimse/associate_request.h"
#include "dimse/data_element.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace cassette::dimse {

// What we are SCP of.
enum class Service {
    verification,
    storage,
    find,
    move,
    get,
    storage_commitment,
    modality_worklist,
    performed_step,
    performed_step_retrieve
};

// Result/Reason of a presentation context in the A-ASSOCIATE-AC, PS3.8 Table 9-18.
enum class ContextResult : std::uint8_t {
    acceptance = 0,
    user_rejection = 1,
    no_reason = 2,
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

// What is taken, and what is taken first.
struct AcceptancePolicy {
    UnknownSOPClasses unknown = UnknownSOPClasses::refuse;
    std::vector<std::string> sop_classes = {};        // that are Storage besides those of the dictionary
    std::vector<std::string> transfer_syntaxes = {};  // preferred, the best first
};

// One transfer syntax a context can be accepted (PS3.8 7.1.1.13): the best of those we prefer, or else the first of the proposed
// ones that we know, since an object is stored as it is sent and the requestor lists what it likes best first.
[[nodiscard]] ContextAnswer answer_to(ProposedContext const& proposed, AcceptancePolicy const& policy);

// PS3.4 B.5: the Standard, retired and DICOS/DICONDE Storage SOP Classes of DCMTK's dictionary and those that are younger.
[[nodiscard]] bool is_storage_sop_class(std::string_view uid);
// All of those, with DCMTK's or the standard's names.
struct StorageSOPClass {
    std::string_view uid, name;
};
[[nodiscard]] std::vector<StorageSOPClass> storage_sop_classes();

// Whether objects of the class are taken: Storage, or another one that is allowed.
[[nodiscard]] bool is_storable(std::string_view uid, AcceptancePolicy const& policy);

// A presentation context of an association.
struct AcceptedContext {
    std::uint8_t id = 0;
    Service service = Service::verification;
    std::string abstract_syntax;
    std::string transfer_syntax;
    // PS3.7 D.3.3.4: what the association requestor is. The acceptor is the other one.
    bool requestor_is_scu = true;
    bool requestor_is_scp = false;
};

// How data sets are written in the context: the Query/Retrieve, Worklist and N-services accept the two little endian ones.
[[nodiscard]] ElementEncoding encoding_of(AcceptedContext const& context);

}  // namespace cassette::dimse
