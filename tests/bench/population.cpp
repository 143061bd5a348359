#include "tests/bench/population.h"

#include <array>
#include <cstdint>
#include <cstdio>

namespace cassette::bench {

namespace {

constexpr std::array<std::string_view, 20> syllables{"ba", "ren", "to", "mil", "sa", "dor", "ke", "lin", "vo", "gar",
                                                     "ni", "hel", "po", "wes", "ra", "tun", "fe", "bor", "ju", "mar"};
constexpr std::array<std::string_view, 5> bodies{"Head", "Thorax", "Abdomen", "Knee", "Spine"};
constexpr std::array<std::string_view, 5> modality_of{"CT", "MR", "CR", "US", "XA"};

// A word of so many syllables; equal numbers give equal words.
std::string word(std::uint64_t number, int count) {
    std::string made;
    for (int i = 0; i < count; ++i, number /= syllables.size()) made += syllables[number % syllables.size()];
    made[0] = static_cast<char>(made[0] - 'a' + 'A');
    return made;
}

// One of the days of 28-day months, from 2000 on.
std::string day(std::uint64_t number) {
    char text[16];
    std::snprintf(text, sizeof text, "%04u%02u%02u", static_cast<unsigned>(2000 + number / 336 % 25),
                  static_cast<unsigned>(number / 28 % 12 + 1), static_cast<unsigned>(number % 28 + 1));
    return text;
}

}  // namespace

MadeStudy made_study(int number) {
    auto const mixed = static_cast<std::uint64_t>(number) * 2654435761U;
    auto const text = std::to_string(number);
    return {.study = "1.2.3.1." + text,
            .series = "1.2.3.2." + text,
            .instance = "1.2.3.3." + text,
            .values = {{"PatientName", word(mixed >> 3, 3) + '^' + word(mixed >> 17, 2)},
                       {"PatientID", "P" + text},
                       {"PatientBirthDate", day(mixed >> 9)},
                       {"AccessionNumber", "A" + text},
                       {"StudyDate", day(mixed >> 5)},
                       {"StudyDescription", std::string{bodies[mixed % bodies.size()]}},
                       {"Modality", std::string{modality_of[(mixed >> 7) % modality_of.size()]}}}};
}

}  // namespace cassette::bench
