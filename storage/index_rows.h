#pragma once

#include "schema/attribute.h"
#include "storage/instance_record.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace cassette {

// What a column keeps of its attribute's value.
enum class Holds {
    text,
    number,  // INTEGER: IS and US
    folded,  // the search form of a person name (schema/person_name.h), in <column>_fold
};

struct IndexColumn {
    std::string name;
    AttributeIndex attribute;
    Holds holds;
};

// The columns of a level's table that come from the data set, in a fixed order: one for each attribute of the level,
// two for a person name. The study table begins with those of the patient table. Made from attributes().
[[nodiscard]] std::span<IndexColumn const> columns_of(Level table);
[[nodiscard]] std::string_view table_name(Level table);

// One value for each of columns_of(table); empty is NULL. Numbers are decimal text that parse_number takes.
using RowValues = std::vector<std::string>;

// An IS or US value, the first of several (PS3.5 6.2); nullopt when it is not a whole number.
[[nodiscard]] std::optional<std::int64_t> parse_number(std::string_view text);

// A record as the rows it becomes. Made outside the writer's thread because folding costs time.
struct PreparedRecord {
    InstanceRecord record;  // its `values` have moved into the rows
    RowValues study;        // the patient's values come first
    RowValues series;
    RowValues instance;
};
[[nodiscard]] PreparedRecord prepare_record(InstanceRecord record);

// Whether `incoming` has a value that `stored` has not.
[[nodiscard]] bool brings_news(std::span<std::string const> stored, std::span<std::string const> incoming);
// Replaces by the values of `incoming` that are not empty.
void overlay(std::span<std::string> stored, std::span<std::string const> incoming);
// As `overlay` for the columns of the study table. A new Patient ID comes with its own Issuer, even an empty one.
void overlay_study(RowValues& stored, RowValues const& incoming);

// What makes two patients the same one: Patient ID, 0x1F, Issuer of Patient ID. From values that begin with the
// patient's.
[[nodiscard]] std::string patient_identity(std::span<std::string const> values);
// Puts the identifying values of `from` into a patient's values.
void copy_identity(std::span<std::string const> from, RowValues& patient);

}  // namespace cassette
