#pragma once

#include "storage/index.h"

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace cassette::testing {

[[nodiscard]] StudyInstanceUID study_uid(int number);
[[nodiscard]] SeriesInstanceUID series_uid(int number);
[[nodiscard]] SOPInstanceUID instance_uid(int number);
[[nodiscard]] Digest digest_of(std::string_view content);  // not a real one: equal for equal content

using Values = std::vector<std::pair<std::string_view, std::string>>;  // keyword, value

// A made-up SOP Instance; what is not given is that of one CT study of Doe^Jane.
struct SampleInstance {
    int study = 1;
    int series = 1;
    int instance = 1;
    std::string content = "first";  // equal content is the same blob
    std::string sop_class = "1.2.840.10008.5.1.4.1.1.2";
    Values values = {};
};
[[nodiscard]] InstanceRecord sample_record(SampleInstance const& sample);

[[nodiscard]] Condition equals(std::string_view keyword, std::string value);
[[nodiscard]] Condition one_of(std::string_view keyword, std::vector<std::string> values);
[[nodiscard]] Condition matches(std::string_view keyword, std::string pattern);
[[nodiscard]] Condition between(std::string_view keyword, std::optional<std::string> first,
                                std::optional<std::string> last);
[[nodiscard]] FindRequest request_for(Level level, std::vector<Condition> conditions = {});

[[nodiscard]] std::string const& value(FoundRow const& row, std::string_view keyword);
// Every match; fails the test when the search does.
[[nodiscard]] std::vector<FoundRow> find_all(Index const& index, FindRequest const& request);
// One attribute of every match, in order, joined by spaces.
[[nodiscard]] std::string find_values(Index const& index, FindRequest const& request, std::string_view keyword);

}  // namespace cassette::testing
