#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace cassette {

// Pieces of the DICOM JSON Model (PS3.18 F.2), appended to `out`.
void append_json_string(std::string& out, std::string_view utf8);
// IS and DS: a number when the text has one that a double holds exactly, otherwise a string (PS3.18 F.2.3).
void append_json_integer_string(std::string& out, std::string_view text);
void append_json_decimal_string(std::string& out, std::string_view text);
// SV and UV, and smaller ones: a number when a double holds it exactly, otherwise a string.
void append_json_integer(std::string& out, std::int64_t value);
void append_json_integer(std::string& out, std::uint64_t value);
// FL and FD: a number, or a string for what JSON cannot say ("NaN", "Infinity", "-Infinity").
void append_json_float(std::string& out, float value);
void append_json_float(std::string& out, double value);
// A PN value: {"Alphabetic":..., "Ideographic":..., "Phonetic":...}, empty groups left out; null when all are (PS3.18 F.2.5).
void append_json_person_name(std::string& out, std::string_view utf8);

// Without the padding of PS3.5 6.2: spaces at the end, and NULs.
[[nodiscard]] std::string_view without_padding(std::string_view text);
[[nodiscard]] std::string_view without_spaces(std::string_view text);  // at both ends

}  // namespace cassette
