#pragma once

#include "dimse/data_element.h"
#include "schema/level.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace cassette::dimse {

// The information models of the Query/Retrieve Service Class, PS3.4 C.6.1 to C.6.3, Y.6.1 and Z.6.1.
enum class InformationModel {
    patient_root,
    study_root,
    patient_study_only,
    composite_instance_root,
    without_bulk_data,
};

enum class QueryRetrieveOperation { find, move, get };

// A SOP Class of it, PS3.4 C.6.1.3, C.6.2.3, C.6.3.3, Y.6.2, Z.6.2.
struct QueryRetrieveSOPClass {
    std::string_view uid;
    std::string_view name;  // PS3.6 A
    InformationModel model;
    QueryRetrieveOperation operation;
};
[[nodiscard]] std::span<QueryRetrieveSOPClass const> query_retrieve_sop_classes();
[[nodiscard]] std::optional<QueryRetrieveSOPClass> find_query_retrieve_sop_class(std::string_view uid);

// Whether the unique keys of the levels above have to be there. They need not where relational queries or retrievals
// have been agreed on (PS3.4 C.4.1.2.2.1, C.4.2.2.2.1, C.4.3.2.2.1).
enum class Hierarchy { strict, relational };

// The Query/Retrieve Level (0008,0052) of an identifier; nullopt when it is missing or none of the model's.
[[nodiscard]] std::optional<Level> level_of(DataElements const& identifier, InformationModel model);

// The unique key of a level, PS3.4 C.6.1.1 and C.6.2.1.
[[nodiscard]] Tag unique_key_of(Level level);

// Baseline behaviour, PS3.4 C.4.1.1.3.1: the unique keys of the levels above have single values. The first that has
// not.
[[nodiscard]] std::optional<Tag> missing_unique_key(DataElements const& identifier, InformationModel model,
                                                    Level level);

// One value: no list, no wildcard, not empty.
[[nodiscard]] bool is_single_value(DataElement const& element);
// nullptr for none.
[[nodiscard]] DataElement const* element_with(DataElements const& elements, Tag tag);

}  // namespace cassette::dimse
