#pragma once

#include "archive/access/principal.h"
#include "archive/archive.h"

#include <dcmtk/dcmdata/dcdatset.h>

#include <string>
#include <string_view>

namespace cassette {

enum class ReportFormat { html, plain_text };

// Whether the SOP Class holds a content tree, PS3.3 A.35: Structured Report, Key Object Selection.
[[nodiscard]] bool is_report(std::string_view sop_class);

// The content tree of a report as a document in UTF-8 that has nothing active in it: every character from the object is
// escaped. What is not understood is named and left out. Sequences nest as deep as the scanner allows.
[[nodiscard]] std::string written_report(DcmDataset& report, ReportFormat format);

// The same of a stored object. Errors are those of reading it.
[[nodiscard]] Result<std::string> rendered_report(Archive const& archive, Principal const& principal,
                                                  InstanceLocation const& location, ReportFormat format);

}  // namespace cassette
