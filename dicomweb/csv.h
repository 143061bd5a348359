#pragma once

#include "dicomweb/attribute_path.h"

#include <string>
#include <string_view>
#include <vector>

namespace cassette::dicomweb {

// Search results as a table for people, RFC 4180: UTF-8, lines end in CRLF, fields are quoted where they must be.
// The heading: keywords, joined by dots for what lies in sequences.
[[nodiscard]] std::string csv_heading(std::vector<AttributePath> const& columns);
// One line of a data set of the DICOM JSON Model. Several values, of several items too, are joined by backslash, component
// groups of names by "="; what is binary or a whole sequence is empty. A text that a spreadsheet would take for a formula
// gets an apostrophe in front.
[[nodiscard]] std::string csv_line(std::vector<AttributePath> const& columns, std::string_view json_dataset);

}  // namespace cassette::dicomweb
