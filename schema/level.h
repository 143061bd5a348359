#pragma once

#include <string_view>

namespace cassette {

// The levels of the Patient Root information model, PS3.4 C.6.1.1, top first: a lesser value contains a greater one.
enum class Level { patient, study, series, instance };

// The Query/Retrieve Level (0008,0052) value of PS3.4 C.6.1.1.1.
constexpr std::string_view query_retrieve_level(Level level) {
    switch (level) {
        case Level::patient: return "PATIENT";
        case Level::study: return "STUDY";
        case Level::series: return "SERIES";
        case Level::instance: return "IMAGE";
    }
    return {};
}

}  // namespace cassette
