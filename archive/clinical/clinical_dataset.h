#pragma once

#include "archive/archive.h"
#include "archive/part10/element_header.h"
#include "schema/result.h"

#include <boost/json/object.hpp>

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

namespace cassette {

// Small data sets that are no composite objects (worklist items, performed procedure steps) as objects of the DICOM JSON Model
// (PS3.18 F.2): text in UTF-8, every value inline. At most 4 MiB, 16 sequences deep.
// ErrorCode::malformed for what is no data set, too_large beyond these bounds.

[[nodiscard]] Result<boost::json::object> read_clinical_dataset(std::span<std::byte const> bytes,
                                                                ElementEncoding encoding);
// A Part 10 file, or what is left of one: without preamble, or a bare data set.
[[nodiscard]] Result<boost::json::object> read_clinical_file(std::span<std::byte const> file);
// DICOM JSON: one object, or an array of them.
[[nodiscard]] Result<std::vector<boost::json::object>> read_clinical_json(std::string_view text);

}  // namespace cassette
