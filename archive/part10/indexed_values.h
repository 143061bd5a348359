#pragma once

#include "archive/part10/header_view.h"
#include "archive/part10/text_decoder.h"
#include "storage/instance_record.h"

namespace cassette {

struct IndexedValues {
    AttributeValues values;
    bool not_searchable = false;  // a value that its VR forbids was left out
};

// What the index keeps of a data set: for each attribute of attributes() its value in UTF-8, normalised as
// storage/instance_record.h says: dates YYYYMMDD, times HHMMSS.FFFFFF without colons, integers in plain decimal.
// What has another VR than its attribute is read as what it has when that is a number, and as text otherwise.
[[nodiscard]] IndexedValues indexed_values(HeaderView const& header, TextDecoder& decoder);

// DA (PS3.5 6.2), also the retired form YYYY.MM.DD; empty when it is no date.
[[nodiscard]] std::string normalised_date(std::string_view text);
// TM: 2 to 6 digits and a fraction, also the retired form with colons; empty when it is no time.
[[nodiscard]] std::string normalised_time(std::string_view text);

}  // namespace cassette
