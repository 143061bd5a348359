#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace cassette::generate {

// Somebody who does not exist.
struct SyntheticPerson {
    std::string name;                         // PN, encoded in `character_set`
    std::string_view specific_character_set;  // (0008,0005), PS3.3 C.12.1.1.2
    std::string_view sex;
    std::string birth_date;  // DA
    std::string id;          // LO
};

// The same for the same number. Latin with accents, Cyrillic, Greek, Japanese with three component groups, Korean, Chinese
// and Arabic in UTF-8 (ISO_IR 192), some Latin in ISO_IR 100 and some Japanese in ISO 2022 IR 87.
[[nodiscard]] SyntheticPerson synthetic_person(std::uint64_t number);

// splitmix64: 64 well-mixed bits for any number.
[[nodiscard]] constexpr std::uint64_t mixed(std::uint64_t value) {
    value += 0x9E3779B97F4A7C15U;
    value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9U;
    value = (value ^ (value >> 27)) * 0x94D049BB133111EBU;
    return value ^ (value >> 31);
}

// DA (PS3.5 6.2) of a day in [first_year, first_year + years).
[[nodiscard]] std::string synthetic_date(std::uint64_t number, int first_year, int years);

}  // namespace cassette::generate
