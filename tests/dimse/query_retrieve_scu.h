#pragma once

#include "dimse/requestor.h"
#include "schema/tag.h"
#include "tests/dimse/ct_slice.h"
#include "tests/dimse/node_under_test.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace cassette::testing {

// An identifier in Implicit VR Little Endian, of text values.
std::string identifier(std::vector<std::pair<Tag, std::string>> const& keys);
inline constexpr Tag query_level{0x0008, 0x0052}, patient_id{0x0010, 0x0020}, study_uid{0x0020, 0x000D},
    series_uid{0x0020, 0x000E}, instance_uid{0x0008, 0x0018};

// Stores a data set in the archive of a node, past its network.
void put(NodeUnderTest& node, CtSlice const& slice);
struct RawObject {
    std::string sop_class, instance, transfer_syntax, data_set;
};
void put(NodeUnderTest& node, RawObject const& object);

// What came in a C-STORE sub-operation.
struct ArrivedObject {
    dimse::CommandSet command;
    std::string transfer_syntax;
    std::string data_set;
};

// The text of an element of it, at the top level, without padding; nullopt when it is not there.
std::optional<std::string> value_in(ArrivedObject const& object, Tag tag);

// An SCU of one Query/Retrieve SOP Class, and SCP of Storage for its C-GET, on an association with a node.
class QueryRetrieveScu {
public:
    struct Settings {
        std::string sop_class;
        std::vector<dimse::ProposedContext> storage = {};  // proposed with the SCP role
        std::string extended = {};                         // Service-class-application-information
        bool propose_roles = true;
    };
    QueryRetrieveScu(NodeUnderTest const& node, Settings settings);

    struct Answers {
        std::vector<dimse::Reply> pending;
        dimse::Reply last;
        std::uint16_t status() const { return last.command.status; }
        // Failed SOP Instance UID List (0008,0058).
        std::string failed() const;
    };
    Answers find(std::string const& identifier) { return ask(dimse::CommandField::c_find_rq, identifier); }
    Answers get(std::string const& identifier) { return ask(dimse::CommandField::c_get_rq, identifier); }
    Answers move(std::string const& identifier, std::string const& destination);

    // The status to answer a C-STORE with; 0 without one.
    std::function<std::uint16_t(ArrivedObject const&)> on_store;
    // A C-CANCEL-RQ goes before the answer to this sub-operation, counted from 1.
    std::size_t cancel_at = 0;
    std::vector<ArrivedObject> const& arrived() const { return arrived_; }
    // The answer to `extended`.
    std::optional<std::string> granted() const;
    dimse::Requestor& association() { return *association_; }

private:
    Answers ask(dimse::CommandField field, std::string const& identifier, std::string const& destination = {});
    void take(dimse::MessageExchange& exchange, dimse::Request const& request);

    Settings settings_;
    std::unique_ptr<dimse::Requestor> association_;
    std::vector<ArrivedObject> arrived_;
};

// The remote AE that a node is.
dimse::RemoteAE remote_ae(NodeUnderTest const& node, std::string const& ae_title);

}  // namespace cassette::testing
