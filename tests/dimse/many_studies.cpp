#include "tests/dimse/many_studies.h"

namespace cassette::testing {

Result<void> ManyStudies::find(FindRequest const&, RowSink const& sink) const {
    FoundRow row{AttributeValues(attributes().size()), 0};
    for (std::uint64_t i = 1; i <= studies_; ++i) {
        row.row = static_cast<std::int64_t>(i);
        row.values[attribute_at({0x0020, 0x000D})] = "1.2.840." + std::to_string(i);
        row.values[attribute_at({0x0010, 0x0010})] = "Somebody^With a Name^" + std::to_string(i);
        if (auto given = sink(row); !given) return given;
    }
    return {};
}

}  // namespace cassette::testing
