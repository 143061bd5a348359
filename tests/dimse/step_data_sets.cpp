#include "tests/dimse/step_data_sets.h"

#include "tests/archive/clinical/performed_step_sample.h"

namespace cassette::testing {

std::string step_created() { return created_step().dataset(); }

std::string step_created_without(Tag tag) { return created_step().without(tag).dataset(); }

std::string step_created_with(TextAttribute const& attribute) {
    return created_step().text(attribute.tag, attribute.vr, attribute.value).dataset();
}

std::string step_ended(std::string const& status) { return ended_step(status).dataset(); }

std::string data_set_of(TextAttribute const& only) {
    return DatasetBuilder{}.text(only.tag, only.vr, only.value).dataset();
}

std::string bottomless_data_set() { return nested_sequences(1000); }

}  // namespace cassette::testing
