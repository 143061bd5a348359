#pragma once

#include "storage/index.h"
#include "tests/support/sample_record.h"

#include <string>
#include <string_view>
#include <vector>

namespace cassette::testing {

void commit(Index& index, SampleInstance const& sample);

// Three studies: 1 Doe^Jane CT 2020, 2 Doe^John MR 2021 with two series, 3 Müller^Jürgen CT without a date.
void fill(Index& index);
// Three studies whose patients and others have names in several groups and values.
void fill_names(Index& index);

// A condition of any kind.
[[nodiscard]] Condition asking(std::string_view keyword, Operand operand);
// The Patient IDs of all matches by insertion, joined by spaces. Checks that they are counted, and found in pages too.
[[nodiscard]] std::string patients(Index const& index, std::vector<Condition> conditions, Level level = Level::study);

}  // namespace cassette::testing
