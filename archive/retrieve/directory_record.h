#pragma once

#include "schema/tag.h"

#include <cstdint>
#include <span>
#include <string_view>

namespace cassette {

// An attribute of a Directory Record, PS3.3 F.5.
struct DirectoryKey {
    Tag tag;
    std::string_view vr;
    std::string_view otherwise = {};  // for Type 1 attributes that the instance has not
};

// A Directory Record Type (0004,1430) with its keys, in order of their tags.
struct DirectoryRecordType {
    std::string_view name;
    std::span<DirectoryKey const> keys;
};

[[nodiscard]] DirectoryRecordType patient_record();
[[nodiscard]] DirectoryRecordType study_record();
[[nodiscard]] DirectoryRecordType series_record();
// The record of a SOP Class, PS3.3 F.4 and F.5; IMAGE for those that it does not list.
[[nodiscard]] DirectoryRecordType instance_record(std::string_view sop_class_uid);

}  // namespace cassette
